"""What a policy makes of low, best and high: the figures stated as bounds, and one toll added to another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from crosstally.rules.policy.best import figure_in
from crosstally.rules.policy.coding import Policy, coded
from crosstally.rules.tolls.event_toll import is_toll_of_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosstally.rules.quantity import Quantity


def as_policy_has_it(quantities: Iterable[Quantity], policy: Policy) -> list[Quantity]:
    """The quantities of an event with the bounds that a policy gives them and the tolls that it adds up.

    The best figure always lies between the bounds: "dozens" are 24 or more, and yet ACLED's 12.
    """
    found = [_stated(quantity, policy) if policy.bounds == "stated" else quantity for quantity in quantities]
    found = [quantity if quantity.best is None else _holding(quantity, quantity.best) for quantity in found]
    for measure, other in policy.adds.items():
        found = _added(found, measure, other)
    return found


def _stated(quantity: Quantity, policy: Policy) -> Quantity:
    """With the lowest and the highest figure that a claim gives as its bounds."""
    unit = next((fact for fact in quantity.facts if fact.unit == quantity.unit), None)
    figures = [figure_in(unit, fact) for fact in coded(quantity.facts, policy)] if unit else []
    stated = [figure for figure in figures if figure is not None]
    return replace(quantity, low=min(stated), high=max(stated)) if stated else quantity


def _holding(quantity: Quantity, best: float) -> Quantity:
    low = None if quantity.low is None else min(quantity.low, best)
    high = None if quantity.high is None else max(quantity.high, best)
    return replace(quantity, best=best, low=low, high=high)


def _added(quantities: Sequence[Quantity], measure: str, other: str) -> list[Quantity]:
    """With the event's toll of the other measure added to that of the first, where it has both."""
    whole, more = _toll_of(quantities, measure), _toll_of(quantities, other)
    if whole is None or more is None or whole.best is None or more.best is None:
        return list(quantities)
    made = _holding(whole, whole.best + more.best)
    return [made if quantity is whole else quantity for quantity in quantities]


def _toll_of(quantities: Iterable[Quantity], measure: str) -> Quantity | None:
    told = [q for q in quantities if q.measure == measure and q.facts and q.best is not None and is_toll_of_event(q)]
    return max(told, key=lambda quantity: (quantity.n_sources, quantity.n_facts), default=None)
