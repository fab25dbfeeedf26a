"""Whether a quantity is a toll of the event itself: whole, counted, of its own time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.facts.fact import tells_of_one
from crosstally.rules.comparison.era import era_of
from crosstally.rules.toll import toll

if TYPE_CHECKING:
    from crosstally.rules.quantity import Quantity


def is_toll_of_event(quantity: Quantity) -> bool:
    """Whether its claims count, as a whole, what the event did: no part, no rate, no other year, not "a guard"."""
    first = quantity.facts[0]
    is_counted = not all(tells_of_one(fact) for fact in quantity.facts)
    is_whole = quantity.scope == "total" and first.status == "asserted" and era_of(first) is None and is_counted
    return is_whole and toll(quantity.measure) is not None
