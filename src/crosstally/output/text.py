"""A report for people: a cross-tab of each event, what is disputed with the sentences that prove it, the rest."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from crosstally.output.counts import count
from crosstally.output.event_text import EventText, accusation, cut
from crosstally.output.paint import Paint
from crosstally.output.sides import against
from crosstally.output.since import counts
from crosstally.output.since import lines as changed
from crosstally.rules.comparison.disputes import disputing
from crosstally.rules.history.against import RULE as DRIFT

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from crosstally.rules.changes import Changes
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Report

WIDTH = 100
_LINES = 112  # of a report; what has no room is counted, and shown by --all
_OVERVIEW = 24  # disputes that are named before the first of several events
_BLOCK = 70  # from which on an event is told in one line


def render(report: Report, *, colour: bool = False, width: int = WIDTH, full: bool = False) -> str:
    """Write a report that is understood in ten seconds: a cross-tab of each event, then what is disputed, and why.

    Args:
        report: What the engine found.
        colour: Whether to mark figures and headings with terminal colours.
        width: How wide the terminal is, in columns.
        full: Whether to write all of it, however long; else about a hundred lines.

    Returns:
        Lines, with a final line break.
    """
    paint = Paint(colour=colour)
    names = report.names()
    accusations = report.accusations()
    accused = {event for event, _ in accusations}
    lines = [*_since(report.changes, paint, is_one=len(names) <= 1)] if report.changes else []
    if len(names) > 1:
        disputed = sum(rule != DRIFT for _, rule in accusations)
        lines += [paint("heading", f"{len(names)} events: {disputed} disputed")]
        lines += _overview(report, accused, width, full=full)
        if not full and disputed > _OVERVIEW:
            lines.append(f"  {disputed - _OVERVIEW} more disputed")
    told = chain(report.events(accused), report.events({*names} - {*accused}))  # disputed ones first
    for number, event in enumerate(told):
        if not full and len(lines) >= _LINES:
            lines.append(f"{count(len(names) - number, 'event')} more: --all shows them")
            break
        block = EventText(event, report, paint, width, full=full, is_named=len(names) > 1)
        shown = [*block.lines()] if full or len(lines) < _BLOCK else []
        if number and (not shown or (not full and len(lines) + len(shown) > _LINES)):
            lines.append(cut(block.brief(), width))
        else:
            lines += [*([""] if lines else []), *shown]
    return "\n".join(line.rstrip() for line in lines or ["No figures found."]) + "\n"


def _overview(report: Report, accused: Container[str], width: int, *, full: bool) -> Iterator[str]:
    """Which figure of which event is disputed, and by whom: a line each."""
    told = (
        (event, finding)
        for event in report.events(accused)
        for finding in event.findings
        if finding.severity != "info" and finding.rule != DRIFT
    )
    for event, finding in told if full else islice(told, _OVERVIEW):
        yield cut(f"  {event.name}: {_in_few_words(finding, event.quantities)}", width)


def _in_few_words(finding: Finding, quantities: Iterable[Quantity]) -> str:
    """``killed: 12 (Alder Gazette, Civic Record and 2 more) against 14 (Moor)``, without who agrees with all."""
    named = {fact.quantity_id for fact in finding.facts}
    disputed = [one for one in quantities if named == {one.quantity_id} and one.status == "disputed"]
    told = against([fact for one in disputed for fact in disputing(one)] or finding.facts) if len(named) == 1 else ()
    if len(told) <= 1:
        return finding.message
    measure, _, _ = finding.message.partition(":")
    return f"{measure}: {' against '.join(f'{figures} ({who})' for figures, who in told)}"


def accusations(report: Report) -> str:
    """A line for each finding that accuses, and nothing else."""
    told = (accusation(finding, Paint(colour=False)) for finding in report.findings if finding.severity != "info")
    return "".join(f"{line}\n" for line in told)


def _since(changes: Changes, paint: Paint, *, is_one: bool) -> Iterator[str]:
    yield paint("heading", f"Since the last run: {counts(changes)}")
    for line in changed(changes):
        title = line.title if is_one else f"{line.event}, {line.title}"
        yield cut(f"  {line.kind:15}  {title}: {line.text}", WIDTH)
