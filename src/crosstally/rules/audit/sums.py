"""Figures that claims make together: "two soldiers and a guard were killed" makes three."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from crosstally.facts.fact import tells_of_one
from crosstally.rules.alignment.claim import is_prominent
from crosstally.rules.comparison.comparison import point
from crosstally.rules.tolls.event_tolls import event_tolls
from crosstally.rules.tolls.report_tolls import report_tolls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosstally.facts.fact import Fact

_PARTS = 12  # of one sentence that are added up; more are a list of other things


def sums_of(facts: Iterable[Fact]) -> dict[float, tuple[Fact, ...]]:
    """By each sum of claims, the first that make it: neighbours in one sentence, or what a report says in all."""
    found: dict[float, tuple[Fact, ...]] = {}
    sentences: dict[tuple[str, str, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        sentences[fact.document.doc_id, fact.section, fact.sentence_start].append(fact)
    for told in map(_side_by_side, sentences.values()):
        for first in range(len(told[:_PARTS])):
            parts = told[first:_PARTS]
            for size, total in enumerate(accumulate(point(fact) or 0.0 for fact in parts), 1):
                if size > 1:
                    found.setdefault(total, tuple(parts[:size]))
    return found


def _is_of_all(fact: Fact) -> bool:
    """Whether a claim may be on all whom its report tells of: not "the suspect" or "both", far down in it."""
    return is_prominent(fact) or (fact.scope == "total" and not tells_of_one(fact))


def _side_by_side(told: list[Fact]) -> list[Fact]:
    """The claims of a sentence that can be added up: no part of a whole in it, "seven, including the gunman"."""
    is_whole_given = any(fact.scope == "total" for fact in told)
    return [fact for fact in told if fact.scope == "total"] if is_whole_given else told


def in_all(facts: Iterable[Fact], measure: str) -> dict[float, tuple[Fact, ...]]:
    """By each figure that a report, or all of them, make of a measure in all, the claims that make it.

    Args:
        facts: All facts of the reports: those shot, less the dead, are the injured.
        measure: The measure.
    """
    told = list(facts)
    tolls = [toll for toll in report_tolls(told) if toll.measure == measure and toll.group is None]
    found = {toll.point: toll.facts for toll in tolls if toll.point is not None and any(map(_is_of_all, toll.facts))}
    for whole in event_tolls(told, {}, "majority"):
        if whole.measure == measure and whole.figure is not None:
            parts = tuple(fact for fact in told if fact.fact_id in whole.from_ids)
            found.setdefault(whole.figure, parts)
    leading = [fact for fact in told if is_prominent(fact) and fact.status == "asserted" and fact.about is None]
    if measure == "injured" and not any(fact.measure == "killed" and point(fact) != 0 for fact in leading):
        for fact in leading:  # nobody is told to have died: whoever was shot was hurt
            if fact.measure == "shot" and fact.scope == "total" and (number := point(fact)):
                found.setdefault(number, (fact,))
    return found
