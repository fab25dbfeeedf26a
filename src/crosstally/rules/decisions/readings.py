"""Readings: the facts of a run with what people read otherwise, and without what they say is no figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval, exactly
from crosstally.facts.numbers.units import surfaces
from crosstally.rules.decisions.applied import Applied
from crosstally.rules.decisions.decision import Decision, Reading
from crosstally.rules.decisions.mentions import figures_of

_INTERVAL = tuple(field.name for field in fields(Interval))


def reread(
    facts: Iterable[Fact], decisions: Sequence[Decision], event: str | None = None
) -> tuple[list[Fact], list[Applied]]:
    """Facts as people read them.

    Args:
        facts: Facts, in any number of documents and events.
        decisions: The decisions that hold; the last of several readings of one figure counts.
        event: What to call the event of facts and documents that name none.

    Returns:
        The facts that are left, in their order, and which readings were applied to what.
    """
    given = list(facts)
    named = figures_of((one.mention for one in decisions if isinstance(one, Reading)), given)
    if not named:
        return given, []
    found: dict[str, Fact | None] = {}
    applied: list[Applied] = []
    for number, decision in enumerate(decisions):
        if not isinstance(decision, Reading):
            continue
        for fact in named.get(decision.mention, ()):
            after = None if decision.columns is None else _reread(fact, dict(decision.columns))
            found[fact.fact_id] = after
            where = fact.event or fact.document.event or event or "event"
            applied.append(Applied(number, where, _before(fact, decision), () if after is None else (after.fact_id,)))
    return list(_left(given, found)), applied


def _left(facts: Iterable[Fact], found: Mapping[str, Fact | None]) -> Iterator[Fact]:
    """The facts as they are now; a part whose whole is another by name, or gone, follows it."""
    names = {old: None if new is None else new.fact_id for old, new in found.items()}
    for fact in facts:
        now = found.get(fact.fact_id, fact)
        if now is not None:
            part_of = now.part_of
            yield replace(now, part_of=names[part_of]) if part_of in names else now


def _reread(fact: Fact, columns: dict[str, Any]) -> Fact:
    figure = {name: columns.pop(name) for name in _INTERVAL if name in columns}
    unit = surfaces().get(columns.get("unit", ""))
    if unit is not None and "dimension" not in columns:
        columns |= {"unit": unit.name, "dimension": unit.dimension}
    elif columns.get("unit") == "count":
        columns |= {"dimension": "count"}
    return replace(fact, interval=_interval(fact.interval, figure), **columns)


def _interval(was: Interval, figure: dict[str, Any]) -> Interval:
    """The interval with other ends; a value alone is exactly that, or what its bound makes of it."""
    if not figure:
        return was
    if "value" in figure and figure["value"] is not None and not {"low", "high"} & {*figure}:
        return _of_value(figure["value"], figure.get("bound", "exact"))
    if "value" not in figure and {"low", "high"} & {*figure}:
        low, high = figure.get("low", was.low), figure.get("high", was.high)
        if low == high and low is not None:
            return exactly(low)
        return replace(Interval(None, low, high, bound="range"), **figure)
    if set(figure) == {"bound"} and was.value is not None:
        return _of_value(was.value, figure["bound"])
    return replace(was, **figure)


def _of_value(value: float, bound: str) -> Interval:
    """What a bound makes of a number, as docs/conventions.md has it."""
    match bound:
        case "at_least" | "more_than":
            return Interval(value, value, None, low_open=bound == "more_than", bound=bound)
        case "at_most" | "less_than":
            return Interval(value, 0.0 if value >= 0 else None, value, high_open=bound == "less_than", bound=bound)
        case "about":
            return Interval(value, value - abs(value) / 10, value + abs(value) / 10, bound="about")
        case _:
            return exactly(value)


def _before(fact: Fact, decision: Reading) -> str:
    """What the columns held that are read otherwise; of what is no figure, its measure."""
    if decision.columns is None:
        return f"{fact.measure}: {' '.join(fact.quote.split())}"
    said = ((name, getattr(fact.interval if name in _INTERVAL else fact, name)) for name, _ in decision.columns)
    return ", ".join(f"{name} {'none' if value is None else _word(value)}" for name, value in said)


def _word(value: object) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)
