"""HXL: the tolls of people, a row for each event, as CSV with a row of hashtags below the header.

https://hxlstandard.org/standard/1-1final/tagging/
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from crosstally.facts.tables.cells import guarded
from crosstally.rules.toll import toll
from crosstally.rules.wording import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Report

_ABOUT = {
    "event": "#event+name",
    "first report": "#date+reported+start",
    "last report": "#date+reported+end",
    "sources": "#meta+source",
}
_ATTRIBUTES = {"kidnapped": "abducted"}  # where HXL's dictionary has another word than our measure


def render(report: Report) -> str:
    """Of every toll that some report gives: the figure of the policy, the lowest, the highest, and how it stands."""
    measures = sorted({quantity.measure for quantity in report.quantities if _counts_people(quantity)})
    columns = _ABOUT | {name: tag for measure in measures for name, tag in _columns(measure)}
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows([columns.keys(), columns.values()])
    for event in report.events():
        tolls = [cell for measure in measures for cell in _toll(event.quantities, measure)]
        writer.writerow([*map(guarded, _about(event.name, event.facts)), *tolls])
    return stream.getvalue()


def _columns(measure: str) -> Iterator[tuple[str, str]]:
    attribute = _ATTRIBUTES.get(measure, measure)
    yield measure, f"#affected+{attribute}"
    yield f"{measure} (low)", f"#affected+{attribute}+min"
    yield f"{measure} (high)", f"#affected+{attribute}+max"
    yield f"{measure} (status)", f"#status+{attribute}"


def _counts_people(quantity: Quantity) -> bool:
    """Whether it is a toll of an event's people at large: not of soldiers alone, of a part, of a week, or denied."""
    known = toll(quantity.measure)
    is_at_large = heading(quantity) == quantity.measure or bool(quantity.follows_from)  # "a man and two women"
    is_toll = known is not None and known.of == "people" and is_at_large and quantity.scope == "total"
    return is_toll and all(fact.status == "asserted" for fact in quantity.facts)


def _about(event: str, facts: list[Fact]) -> Iterator[str]:
    days = sorted(fact.document.published.date().isoformat() for fact in facts if fact.document.published)
    yield event
    yield from (days[0], days[-1]) if days else ("", "")
    yield "; ".join(dict.fromkeys(fact.document.source for fact in facts))


def _toll(quantities: list[Quantity], measure: str) -> tuple[str, ...]:
    """The toll that the most sources speak of; nothing where two of as many are told apart by no more than words."""
    found = [quantity for quantity in quantities if quantity.measure == measure and _counts_people(quantity)]
    most = max((_weight(quantity) for quantity in found), default=None)
    match [quantity for quantity in found if _weight(quantity) == most]:
        case [quantity]:
            return *map(_number, (quantity.best, quantity.low, quantity.high)), quantity.status
    return "", "", "", ""


def _weight(quantity: Quantity) -> tuple[int, int]:
    return quantity.n_independent, quantity.n_facts


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
