"""Why claims are on one quantity, and why others are not: of a quantity, of two, of all of a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.output.crosstab.apart import apart_from
from crosstally.output.explanation.lines import claim, compared, independence, section
from crosstally.output.titles import aside, title
from crosstally.rules.quantities.reasons import apart
from crosstally.rules.wording import claims

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import EventReport, Report

_CLAIMS = 12  # of a quantity that are shown with their sentences, the first of each figure first


def explain_quantity(quantity: Quantity, report: Report) -> str:
    """What it is, who claims what, why these claims are on one quantity, and what is held apart from it."""
    event = _event_of(quantity, report)
    lines = [
        *_head(quantity, event),
        *_claimed(quantity),
        *compared(quantity.facts, event.facts, title(quantity)),
        *_held_apart(quantity, event),
        *independence(quantity.facts or quantity.follows_from, report),
    ]
    return _text(lines)


def explain_pair(one: Quantity, other: Quantity, report: Report) -> str:
    """Why two quantities are not one, slot by slot; what decided comes first."""
    event = _event_of(one, report)
    pair = frozenset({one.quantity_id, other.quantity_id})
    decided = [held.reason for held in event.held_apart if held.pair == pair and held.slot == "decision"]
    lines = [*_head(one, event), *_head(other, event)]
    if one.event == other.event and one.facts and other.facts:
        told = decided or apart(one.facts, other.facts, event.facts)
        lines += section("WHY THEY ARE HELD APART", told)
    else:
        lines += section("WHY THEY ARE HELD APART", ["event: each is of an event of its own"])
    return _text([*lines, *_claimed(one), *_claimed(other)])


def explain_measure(measure: str, report: Report) -> str:
    """The quantities of a measure, event by event, each with its claims, and why they are not one."""
    lines: list[str] = []
    for event in report.events():
        told = [quantity for quantity in event.quantities if quantity.measure == measure]
        if not told:
            continue
        ids = {quantity.quantity_id for quantity in told}
        for quantity in told:
            lines += [*_head(quantity, event), *([f"  {claims(quantity.facts)}"] if quantity.facts else [])]
        held = [one.words for one in apart_from(event, ids) if {*one.pair} <= ids]
        lines += [*section(f"WHY THESE ARE NOT ONE ({event.name})", held), ""] if held else [""]
    return _text(lines)


def _event_of(quantity: Quantity, report: Report) -> EventReport:
    return next(report.events({quantity.event}))


def _head(quantity: Quantity, event: EventReport) -> Iterator[str]:
    about = ", ".join(words for words in (title(quantity), aside(quantity)) if words)
    best = "no figure" if quantity.best is None else f"{quantity.best:,.10g}"
    unit = "" if quantity.unit == "count" else f" {quantity.unit}"
    by = "decided" if quantity.decided else quantity.policy
    yield f"{about}: {best}{unit} ({by}), {quantity.status}"
    yield f"  quantity {quantity.quantity_id} in event {event.name}"


def _claimed(quantity: Quantity) -> Iterator[str]:
    facts = _first_of_each_figure(quantity) if quantity.facts else quantity.follows_from
    yield ""
    yield f"WHAT IS CLAIMED ({title(quantity)})" if quantity.facts else f"WHAT IT FOLLOWS FROM ({title(quantity)})"
    for fact in facts[:_CLAIMS]:
        yield from claim(fact)
    if len(facts) > _CLAIMS:
        yield f"  {len(facts) - _CLAIMS} more"


def _first_of_each_figure(quantity: Quantity) -> Sequence[Fact]:
    first: dict[Interval, Fact] = {}
    for fact in quantity.facts:
        first.setdefault(fact.interval, fact)
    shown = {fact.fact_id for fact in first.values()}
    return [*first.values(), *(fact for fact in quantity.facts if fact.fact_id not in shown)]


def _held_apart(quantity: Quantity, event: EventReport) -> Iterator[str]:
    held = apart_from(event, {quantity.quantity_id})
    if held:
        yield from section("WHAT IS HELD APART FROM IT", (one.words for one in held))


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
