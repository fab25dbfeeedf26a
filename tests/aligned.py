"""Facts by hand as they are aligned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from told import document

from crosstally.facts.extract import extract_facts
from crosstally.rules.alignment import match
from crosstally.rules.alignment.alignment import align
from crosstally.rules.alignment.claims import claims_of
from crosstally.rules.alignment.model import estimated
from crosstally.rules.alignment.ratings import Ratings
from crosstally.rules.alignment.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.fact import Fact


def grouped(*facts: Fact) -> list[list[str]]:
    return [[f"{fact.document.source}: {fact.quote}" for fact in group] for group in align(facts)]


def together(facts: Sequence[Fact]) -> bool:
    return len(align(facts)) == 1


def agreement_of(a: Fact, b: Fact) -> float | None:
    one, other = claims = claims_of([a, b])
    return match.agreement(one, other, Setting(claims, estimated()))


def likely_together(facts: Sequence[Fact]) -> bool:
    """Whether facts are one quantity to whoever accuses as soon as that is more likely than not."""
    model = estimated()
    return len(align(facts, replace(model, rivals=replace(model.rivals, cut=0.0)))) == 1


def read_together(*reports: str) -> bool:
    """Whether the first figures of reports, read from their texts, are one quantity."""
    facts = [fact for k, text in enumerate(reports) for fact in extract_facts(document(f"s{k}", text))]
    first = {next(fact.fact_id for fact in facts if fact.document.source == f"s{k}") for k in range(len(reports))}
    return any(first <= {fact.fact_id for fact in group} for group in align(facts))


def are_only(one: str, other: str) -> bool:
    """Whether the figures of two reports, one each, that exclude each other are taken for the only such of theirs."""
    facts = [fact for name, text in (("a", one), ("b", other)) for fact in extract_facts(document(name, text))]
    claims = claims_of(facts)
    return Ratings(claims, Setting(claims, estimated())).unique.are_answers(*claims, exclude=True)
