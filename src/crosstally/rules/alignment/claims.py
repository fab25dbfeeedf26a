"""The facts of an event read for alignment, with what one says of another: sums, figures told side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from crosstally.facts.fact import IN_ALL
from crosstally.rules.alignment.claim import Claim, claim_of
from crosstally.rules.alignment.leading import beside_leading
from crosstally.rules.alignment.persons import Persons

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from crosstally.facts.fact import Fact


def claims_of(facts: Sequence[Fact]) -> list[Claim]:
    """Read the facts of an event for alignment, in their order."""
    by_id = {fact.fact_id: fact for fact in facts}
    persons = Persons(facts)
    claims = [claim_of(fact, order, persons, by_id.get(fact.part_of or "")) for order, fact in enumerate(facts)]
    told: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.fact.document.doc_id, claim.fact.dimension, claim.kind].append(claim)
    sums = {claim.order for same in told.values() for claim in same if _is_sum(claim, same)}
    addends = {claim.order for claim in _addends(claims)}
    for order in sums | addends:
        claims[order] = replace(claims[order], is_sum=order in sums, is_addend=order in addends)
    return beside_leading(claims)


def _addends(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The figures of a toll of people that a sentence tells side by side, each of other people, and none of all."""
    sentences: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        is_whole = claim.fact.scope == "total" and claim.fact.status == "asserted"
        if claim.toll is not None and claim.toll.of == "people" and is_whole:
            sentences[claim.fact.sentence_id, claim.fact.measure].append(claim)
    for beside in sentences.values():
        are_of_others = len({claim.fact.counted for claim in beside}) == len(beside) > 1
        if are_of_others and not any(claim.counts_anybody for claim in beside):
            yield from beside


def _is_sum(claim: Claim, same: Iterable[Claim]) -> bool:
    """Whether a figure "so far" lies above another of the same things; of dead, an event's own may be told "so far"."""
    low = claim.interval.low
    if claim.fact.period != IN_ALL or low is None or (claim.toll is not None and claim.toll.single):
        return False
    return any(
        other.fact.period != IN_ALL and other.interval.high is not None and other.interval.high < low for other in same
    )
