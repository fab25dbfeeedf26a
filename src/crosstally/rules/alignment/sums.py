"""Sums over several events: "in its five raids so far, the ship has seized 14 rifles".

That words such as "so far" set a figure apart from the event's own is only taken from a report that gives both; then
those of all other reports are set apart too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from crosstally.facts.fact import IN_ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.rules.alignment.claim import Claim

    Things = tuple[str | None, ...]


def set_sums_apart(claims: Sequence[Claim]) -> list[Claim]:
    """Give the sums an era of their own: of the things of which one report has both a sum and a figure beside it."""
    sums = {claim.order for claim in claims if _may_be_sum(claim) and claim.fact.period == IN_ALL}
    told: dict[tuple[str, Things], list[Claim]] = defaultdict(list)
    for claim in claims:
        if _may_be_sum(claim):
            told[claim.fact.document.doc_id, _things(claim)].append(claim)
    summed = {things for (_, things), both in told.items() if _has_sum_beside(both, sums)}
    return [
        replace(claim, era=IN_ALL) if claim.order in sums and _things(claim) in summed else claim for claim in claims
    ]


def _may_be_sum(claim: Claim) -> bool:
    """Whether it counts what an event may have many figures of; a death toll is the event's own also "so far"."""
    is_many = claim.toll is None or not claim.toll.single
    return claim.fact.dimension == "count" and claim.fact.counted is not None and is_many and claim.era is None


def _things(claim: Claim) -> Things:
    return (claim.kind.name if claim.kind else None, claim.fact.per)


def _has_sum_beside(told: Sequence[Claim], sums: set[int]) -> bool:
    """Whether a report has a sum of things that lies above a figure it also gives."""
    highest = max((claim.interval.low or 0.0 for claim in told if claim.order in sums), default=0.0)
    return any(claim.order not in sums and (claim.interval.high or highest) < highest for claim in told)
