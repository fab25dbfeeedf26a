"""The columns of a cross-tab: the figures of an event that are compared, and its tolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from crosstally.output.amounts import is_money, money, number, units
from crosstally.output.titles import aside, title
from crosstally.rules.history.against import RULE as DRIFT
from crosstally.rules.toll import rank, toll
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import EventReport

_DEAD = "killed"
Standing = Literal["disputed", "differs", "updated", "agreed", "single"]


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of the event.

    Attributes:
        quantity: What its claims are on.
        title: What it is, in plain words.
        aside: What keeps it from being the plain figure of the event; blank where nothing does.
        best: The figure that is taken; "?" where there is none.
        span: From the least to the most that is said; blank where all say one figure.
        n_independent: How many independent sources give it.
        standing: How it stands: "differs" where figures exclude each other and nobody is accused.
    """

    quantity: Quantity
    title: str
    aside: str
    best: str
    span: str
    n_independent: int
    standing: Standing

    @property
    def status(self) -> str:
        """How it stands, in words: a person's decision is named."""
        words = {"differs": "differs, explained", "single": "one source"}.get(self.standing, self.standing)
        return f"decided, {words}" if self.quantity.decided else words


def columns_of(event: EventReport) -> list[Column]:
    """The columns of an event: disputed figures first, then tolls, of these the dead, then what most sources give."""
    accusing = (one for one in event.findings if one.severity != "info" and one.rule != DRIFT)
    accused = {fact.quantity_id for one in accusing for fact in one.facts}
    shown = [_column(one, accused) for one in event.quantities if _is_shown(one, accused)]
    return _without_lone_twins(sorted(shown, key=_weight))


def _is_shown(quantity: Quantity, accused: set[str | None]) -> bool:
    """Whether it is compared, or a toll of the event; a figure that one report gives in passing is noise."""
    claims = quantity.facts or quantity.follows_from
    if not claims or any(fact.status == "denied" for fact in claims):
        return False
    known = toll(quantity.measure)
    is_toll = known is not None and known.single and quantity.scope == "total" and claims[0].status == "asserted"
    return quantity.status != "single" or quantity.quantity_id in accused or quantity.decided or is_toll


def _without_lone_twins(columns: Sequence[Column]) -> list[Column]:
    """The columns without what one source gives of a figure that has a column: its cell says that it is held apart."""
    first: dict[tuple[str, str], Column] = {}
    for column in columns:
        first.setdefault((column.quantity.measure, column.title), column)
    return [
        column
        for column in columns
        if column.standing != "single"
        or column.quantity.decided
        or first[column.quantity.measure, column.title] is column
    ]


def _column(quantity: Quantity, accused: set[str | None]) -> Column:
    standing: Standing = quantity.status
    if quantity.quantity_id in accused:
        standing = "disputed"
    elif quantity.status == "disputed":
        standing = "differs"
    unit = next((fact for fact in quantity.facts if fact.unit == quantity.unit), None)
    best = "?" if quantity.best is None else _in_unit(quantity, quantity.best, unit)
    return Column(
        quantity=quantity,
        title=title(quantity),
        aside=aside(quantity),
        best=best,
        span=_span(quantity),
        n_independent=quantity.n_independent,
        standing=standing,
    )


def _in_unit(quantity: Quantity, value: float, unit: Fact | None) -> str:
    """A number with its unit as the reports write it: "$41 million", "6 miles"; a count alone."""
    if unit is None or unit.dimension in {"count", "magnitude"}:
        return f"{value:,.10g}"
    if unit.interval.value == value and unit.interval.bound == "exact":
        return figure(unit)
    if unit.dimension == "currency":
        return money(value, unit.unit)
    return f"{_end(quantity, value)} {'%' if unit.unit == 'percentage' else units(value, unit.unit)}"


def _span(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low == high:
        return ""
    if high is None:
        return f"{_end(quantity, low)} or more" if low is not None else ""
    return f"{_end(quantity, low or 0)} to {_end(quantity, high)}"


def _end(quantity: Quantity, value: float) -> str:
    """A number or an end of a span; one that no report wrote comes of a conversion, of which four digits say enough."""
    is_written = value == 0 or any(value in {fact.interval.low, fact.interval.high} for fact in quantity.facts)
    shown = value if is_written else float(f"{value:.4g}")
    return money(shown, quantity.unit) if is_money(quantity) else number(shown)


def _weight(column: Column) -> tuple[bool, int, bool, bool, int, int]:
    quantity = column.quantity
    order = rank(quantity.measure)
    is_part = bool(column.aside)
    is_disputed, are_dead = column.standing == "disputed", quantity.measure == _DEAD
    return not is_disputed, order, is_part, not are_dead, -quantity.n_independent, -quantity.n_facts
