"""By how much the claims on one quantity differ, and what they have in common, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.output.amounts import is_money, money, units
from crosstally.rules.comparison.comparison import in_unit_of
from crosstally.rules.comparison.disputes import disputing
from crosstally.rules.wording import figure, sides, steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval
    from crosstally.rules.quantity import Quantity

_MOST = 4  # figures of one side that are named


def intervals_of(quantity: Quantity) -> list[Interval]:
    """The figures of all claims, in the unit of the quantity."""
    unit = next(fact for fact in quantity.facts if fact.unit == quantity.unit)
    return [in_unit_of(fact, unit) for fact in quantity.facts]


def said(quantity: Quantity) -> str:
    """What the sources say: sides against each other, steps in time, or the figure they share."""
    match quantity.status:
        case "disputed":
            return " against ".join(_listed(side) for side in sides(disputing(quantity)))
        case "updated":
            return steps(quantity.facts)
    return _common(quantity) or _listed(quantity.facts)


def apart(quantity: Quantity) -> str | None:
    """How far the highest claim lies above the lowest: "at least 10 apart (11 %)"; None when they meet."""
    figures = intervals_of(quantity)
    top = max((i for i in figures if i.low is not None), key=lambda i: i.low or 0.0, default=None)
    bottom = min((i for i in figures if i.high is not None), key=lambda i: i.high or 0.0, default=None)
    if top is None or bottom is None or top.low is None or bottom.high is None or top.low <= bottom.high:
        return None
    gap = top.low - bottom.high
    is_open = top.high != top.low or bottom.low != bottom.high
    share = f" ({gap / bottom.high:.0%})".replace("%", " %") if bottom.high > 0 else ""
    if is_money(quantity):
        return f"{'at least ' if is_open else ''}{money(gap, quantity.unit)} apart{share}"
    number = f"{gap:,.4g}" if gap < 10_000 else f"{gap:,.0f}"  # noqa: PLR2004 - whole numbers from here on
    return f"{'at least ' if is_open else ''}{number}{_units(quantity, gap)} apart{share}"


def _units(quantity: Quantity, number: float) -> str:
    """A unit as it is read behind a number: " metres", " miles per hour"; none where the measure says it."""
    if quantity.unit in {"count", quantity.measure}:
        return ""
    return f" {units(number, 'percentage point' if quantity.unit == 'percentage' else quantity.unit)}"


def _common(quantity: Quantity) -> str | None:
    """The values that all of several claims on a count allow."""
    figures = intervals_of(quantity)
    if len(set(figures)) == 1 or any(fact.dimension != "count" for fact in quantity.facts):
        return None
    low = max((i.low for i in figures if i.low is not None), default=None)
    high = min((i.high for i in figures if i.high is not None), default=None)
    if low is None or high is None:
        return None
    if low == high:
        return f"{low:,.10g}"
    return f"{low:,.10g} to {high:,.10g}" if low < high else None


def _listed(facts: Sequence[Fact]) -> str:
    """Each figure once, in the words of the first who gives it."""
    figures = {(fact.interval, fact.unit): " ".join(figure(fact).split()) for fact in reversed(facts)}
    words = list(dict.fromkeys(reversed(figures.values())))
    more = [f"{len(words) - _MOST} more"] if len(words) > _MOST else []
    return ", ".join([*words[:_MOST], *more])
