"""The tolls that lead the reports of an event, and what stands beside them: parts of them, and numbers of other people.

A report's headline and lede say how many were killed in all. A lower figure further down is some of them ("the bodies
of three fishermen were found") unless somebody else is said to give it, and a bare number of people that is another
than all tolls that lead is none of these ("eleven people had been discharged").
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from crosstally.facts.needs import is_general

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosstally.rules.alignment.claim import Claim

    Leading = Mapping[str, Mapping[str, Claim]]  # by report and measure


def beside_leading(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an event: what lies below a leading toll of its report as a part, and others with those beside."""
    leading = leading_tolls(claims)
    placed = []
    for claim in claims:
        is_part, beside = _is_below(claim, leading), frozenset(_not_of(claim, leading))
        placed.append(replace(claim, is_part=claim.is_part or is_part, beside=beside) if is_part or beside else claim)
    return placed


def leading_tolls(claims: Iterable[Claim]) -> Leading:
    """By report and measure, the highest whole toll of the event's people in its headline or lede."""
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.is_single_toll and claim.is_whole and claim.is_prominent and _is_plain(claim):
            told, measure = found[claim.fact.document.doc_id], claim.fact.measure
            if measure not in told or claim.low > told[measure].low:
                told[measure] = claim
    return found


def _is_plain(claim: Claim) -> bool:
    """Whether it is told as true, of the report's own event, and of all people."""
    fact = claim.fact
    return fact.status == "asserted" and fact.about is None and fact.increment == "total" and not claim.groups


def _is_below(claim: Claim, leading: Leading) -> bool:
    whole = leading.get(claim.fact.document.doc_id, {}).get(claim.fact.measure)
    if whole is None or claim.groups or claim.fact.about is not None or claim.fact.superseded:
        return False  # women are held against women, whoever else was killed
    return claim.low < whole.low and not claim.interval.meets(whole.interval) and not are_of_two(claim, whole)


def are_of_two(a: Claim, b: Claim) -> bool:
    """Whether two speakers that are named give the figures."""
    return None not in {a.fact.speaker, b.fact.speaker} and a.fact.speaker != b.fact.speaker


def _not_of(claim: Claim, leading: Leading) -> Iterator[str]:
    """The measures of the leading tolls of its report that a bare number of people is not a figure of.

    Of "nine children" nobody knows: they may be some of the dead.
    """
    if is_general(claim.fact.measure) and claim.is_of_people and claim.counts_anybody and not claim.groups:
        for measure, whole in leading.get(claim.fact.document.doc_id, {}).items():
            if not claim.interval.meets(whole.interval):
                yield measure
