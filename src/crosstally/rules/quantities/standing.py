"""The quantities of the dead and the injured in view of what the event did in all: the whole, its parts, and others."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import point
from crosstally.rules.comparison.era import era_of
from crosstally.rules.policy.coding import policy_of
from crosstally.rules.quantity import Extent, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.tolls.event_tolls import EventToll


def in_view_of(toll: EventToll, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with the event's toll as the best figure of the one that stands for it, and the scope of the rest.

    Args:
        toll: What an event did in all.
        quantities: Its quantities, one or more.
    """
    told = [quantity for quantity in quantities if quantity.measure == toll.measure and _is_asserted(quantity)]
    lead = max(told, key=lambda quantity: _standing(quantity, toll), default=None)
    if lead is not None and (toll.figure is None or not _standing(lead, toll)[0]):
        lead = None
    parts = tuple(fact for quantity in quantities for fact in quantity.facts if fact.fact_id in toll.from_ids)
    placed = [
        _whole(quantity, _at_last(quantity) or toll.figure, parts)
        if quantity is lead and toll.figure is not None
        else replace(quantity, scope=_extent(quantity, toll.figure))
        if quantity in told
        else quantity
        for quantity in quantities
    ]
    if lead is None and toll.figure:
        placed.append(_derived(quantities[0], toll.measure, toll.figure, parts))
    return placed


def _at_last(quantity: Quantity) -> float | None:
    """The latest figure of a toll that reports bring up to date, where a policy would count their voices.

    The reports of one source, one after another, are one voice.
    """
    is_series = quantity.status == "single" and len({fact.document.turn for fact in quantity.facts}) > 1
    has_moved = (quantity.status == "updated" or is_series) and policy_of(quantity.policy).settle == "majority"
    return quantity.best if has_moved else None


def _derived(other: Quantity, measure: str, figure: float, parts: tuple[Fact, ...]) -> Quantity:
    """A toll that no claim gives, only what others make together: the shot, less the dead, are the injured."""
    return Quantity(
        quantity_id=blake2b(f"{other.event}\x1f{measure}".encode(), digest_size=8).hexdigest(),
        event=other.event,
        measure=measure,
        counted="person",
        unit="count",
        per=None,
        place=None,
        scope="total",
        status="single",
        low=figure,
        high=figure,
        best=figure,
        policy=other.policy,
        n_sources=0,
        n_independent=0,
        facts=(),
        follows_from=parts,
    )


def _is_asserted(quantity: Quantity) -> bool:
    return quantity.facts[0].status == "asserted" and quantity.per is None


def _standing(quantity: Quantity, toll: EventToll) -> tuple[int, int, int]:
    """How many reports rest their account on a quantity, then how many speak of it."""
    resting = {fact.document.doc_id for fact in quantity.facts if fact.fact_id in toll.fact_ids}
    return len(resting), quantity.n_sources, quantity.n_facts


def _whole(quantity: Quantity, figure: float, parts: tuple[Fact, ...]) -> Quantity:
    low = None if quantity.low is None else min(quantity.low, figure)
    high = None if quantity.high is None else max(quantity.high, figure)
    is_claimed = any(point(fact) == figure for fact in quantity.facts)
    return replace(quantity, scope="total", best=figure, low=low, high=high, follows_from=() if is_claimed else parts)


def _extent(quantity: Quantity, figure: float | None) -> Extent:
    is_of_event = all(era_of(fact) is None for fact in quantity.facts)
    if figure is None or quantity.best is None or not is_of_event:
        return "other"
    return "part" if quantity.best <= figure else "other"
