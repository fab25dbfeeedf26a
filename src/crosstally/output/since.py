"""What changed since a former run, in few words: a line for each change that somebody may have to act on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crosstally.output.page.spread import said
from crosstally.rules.wording import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.changes import Changes
    from crosstally.rules.quantity import Quantity


class Line(NamedTuple):
    """One change.

    Attributes:
        kind: What happened: "now disputed", "settled", "moved", "new finding", "no longer found".
        event: The event.
        title: What it is about: "killed".
        text: From what to what: "12 → 14".
        quantity_id: The quantity as it is now; None when it is gone, or several are meant.
    """

    kind: str
    event: str
    title: str
    text: str
    quantity_id: str | None


def lines(changes: Changes) -> list[Line]:
    """The changes, disputes first."""
    return [*_lines(changes)]


def _lines(changes: Changes) -> Iterator[Line]:
    for was, now in changes.disputed:
        before = f" (before: {said(was)})" if was and said(was) != said(now) else ""
        yield Line("now disputed", now.event, heading(now), f"{said(now)}{before}", now.quantity_id)
    for finding in changes.new_findings:
        yield Line("new finding", finding.event, finding.name.replace("-", " "), finding.message, finding.quantity_id)
    for was, now in changes.settled:
        yield Line("settled", now.event, heading(now), f"{said(was)} → {said(now)}", now.quantity_id)
    for finding in changes.gone_findings:
        yield Line("no longer found", finding.event, finding.name.replace("-", " "), finding.message, None)
    for was, now in changes.moved:
        yield Line("moved", now.event, heading(now), f"{_best(was)} → {_best(now)}", now.quantity_id)


def counts(changes: Changes) -> str:
    """What came and went: "2 new reports, 7 new figures, 1 figure gone"; "nothing" when all is as it was."""
    if changes.are_none:
        return "nothing"
    numbers = (
        ("new report", len(changes.new_reports)),
        ("report gone", len(changes.gone_reports)),
        ("new figure", len(changes.new)),
        ("figure gone", len(changes.gone)),
    )
    named = [f"{count:,} {_plural(noun) if count > 1 else noun}" for noun, count in numbers if count]
    return ", ".join(named) or "the same reports and figures"


def _plural(noun: str) -> str:
    """ "figure gone", "figures gone"; "new figure", "new figures"."""
    return noun.replace(" gone", "s gone") if noun.endswith("gone") else f"{noun}s"


def _best(quantity: Quantity) -> str:
    unit = "" if quantity.unit == "count" else f" {quantity.unit}"
    return "none" if quantity.best is None else f"{quantity.best:,.10g}{unit}"
