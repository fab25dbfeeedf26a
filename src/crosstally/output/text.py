"""A report for people: first what is disputed, with the sentences that prove it, then what is agreed."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from crosstally.output.excerpt import excerpt
from crosstally.output.notes import beneath, notes_among
from crosstally.output.since import counts
from crosstally.output.since import lines as changed
from crosstally.rules.history.against import RULE as DRIFT
from crosstally.rules.tolls.tolls import toll
from crosstally.rules.wording import figure, heading, qualifiers, steps, topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.finding import Finding
    from crosstally.rules.history.changes import Changes
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Report

_WIDTH = 100
_SINGLES = 12  # figures of one source that are listed; the rest is counted
_NOTES = 8  # that go with no accusation and are listed
_LABEL = 26
_SAID = _WIDTH - 2 * _LABEL - 10
_ID = 8  # characters of a finding's id: enough for crosstally explain, and for a waiver
_COLOURS: dict[str, str] = {
    "error": "1;31",
    "warning": "1;33",
    "agreed": "1;32",
    "heading": "1",
    "figure": "1",
    "quiet": "2",
}


def render(report: Report, *, colour: bool = False) -> str:
    """Write a report that is understood in ten seconds.

    Args:
        report: What the engine found.
        colour: Whether to mark figures and headings with terminal colours.

    Returns:
        Lines of about 100 columns, with a final line break.
    """
    paint = _Paint(colour)
    names = report.names()
    accusations = report.accusations()
    accused = {event for event, _ in accusations}
    lines = [*_since(report.changes, paint, is_one=len(names) <= 1)] if report.changes else []
    if len(names) > 1:
        disputed = sum(rule != DRIFT for _, rule in accusations)
        lines += [paint("heading", f"{len(names)} events: {disputed} disputed")]
    for event in chain(report.events(accused), report.events({*names} - {*accused})):  # disputed ones first
        quantities = [quantity for quantity in event.quantities if quantity.facts]
        if lines:
            lines.append("")
        lines += _event(event.name if len(names) > 1 else "", event.facts, quantities, event.findings, paint)
    return "\n".join(line.rstrip() for line in lines or ["No figures found."]) + "\n"


class _Paint:
    """Puts terminal colours on words, or leaves them as they are."""

    def __init__(self, colour: bool) -> None:  # noqa: FBT001 - a private switch with one caller
        self.colour = colour

    def __call__(self, kind: str, text: str) -> str:
        return f"\x1b[{_COLOURS[kind]}m{text}\x1b[0m" if self.colour and text else text


def _since(changes: Changes, paint: _Paint, *, is_one: bool) -> Iterator[str]:
    yield paint("heading", f"Since the last run: {counts(changes)}")
    for line in changed(changes):
        title = line.title if is_one else f"{line.event}, {line.title}"
        yield _cut(f"  {line.kind:15}  {title}: {line.text}", _WIDTH)


def _event(
    name: str, facts: Sequence[Fact], quantities: Sequence[Quantity], findings: Sequence[Finding], paint: _Paint
) -> Iterator[str]:
    drifted = [finding for finding in findings if finding.rule == DRIFT]
    accusing = [finding for finding in findings if finding.severity != "info" and finding.rule != DRIFT]
    agreed = sorted((q for q in quantities if q.status == "agreed"), key=_weight)
    updated = [q for q in quantities if q.status == "updated"]
    single = [q for q in quantities if q.status == "single" and q.facts[0].status == "asserted"]
    reports = _count(len({fact.document.doc_id for fact in facts}), "report")
    sources = _count(len({fact.document.source for fact in facts}), "source")
    accused = {finding.quantity_id for finding in accusing}
    explained = sum(q.status == "disputed" and q.quantity_id not in accused for q in quantities)
    disputed = f"{len(accusing)} disputed, {len(agreed)} agreed"
    counted = f"{reports} from {sources}, {_count(len(facts), 'figure')}: {disputed}"
    counted += f", {explained} explained" if explained else ""
    counted += f", {len(drifted)} drifted from the table" if drifted else ""
    yield paint("heading", f"{name}: {counted}" if name else counted[0].upper() + counted[1:])
    accusing.sort(key=lambda finding: finding.severity != "error")
    notes = beneath(accusing, notes_among(findings))
    for finding in accusing:
        yield ""
        yield from _dispute(finding, paint)
        yield from (f"  note: {_remark(note, paint)}" for note in notes.get(finding.finding_id, ()))
    yield from _section("DRIFTED FROM THE TABLE", (_accusation(finding, paint) for finding in drifted), paint)
    yield from _section("AGREED", (_agreement(q, paint) for q in agreed), paint)
    yield from _section("UPDATED", (_update(q, paint) for q in updated), paint)
    yield from _single(single, paint)
    yield from _section("NOTES", _notes(notes.get(None, []), paint), paint)


def _dispute(finding: Finding, paint: _Paint) -> Iterator[str]:
    yield _accusation(finding, paint)
    source_width = min(max(len(fact.document.source) for fact in finding.facts), _LABEL)
    shown: set[tuple[str, str, int]] = set()
    for fact in finding.facts:
        if fact.sentence_id in shown:
            continue
        shown.add(fact.sentence_id)
        label = f"  {_cut(fact.document.source, source_width):{source_width}}  "
        before, quote, after = excerpt(fact, _WIDTH - len(label))
        yield f"{label}{before}{paint('figure', quote)}{after}"


def _accusation(finding: Finding, paint: _Paint) -> str:
    return f"{paint(finding.severity, finding.severity.upper())} {_remark(finding, paint)}"


def _remark(finding: Finding, paint: _Paint) -> str:
    named = f"[{finding.rule} {finding.name} {finding.finding_id[:_ID]}]"
    return f"{finding.message}  {paint('quiet', named)}"


def _notes(notes: Sequence[Finding], paint: _Paint) -> Iterator[str]:
    yield from (f"  {_remark(note, paint)}" for note in notes[:_NOTES])
    if len(notes) > _NOTES:
        yield f"  {len(notes) - _NOTES} more"


def _agreement(quantity: Quantity, paint: _Paint) -> str:
    if quantity.follows_from:  # its own claims are parts: "a man and two women"
        name, figures = quantity.measure, [f"{quantity.best:,.10g} in all"]
    else:
        about = topic(quantity) or ", ".join(qualifiers(quantity))
        name = f"{heading(quantity)}: {about}" if about else heading(quantity)
        figures = list(dict.fromkeys(figure(fact) for fact in quantity.facts))
        if quantity.measure == "count" and len(figures) == 1:  # a number alone does not say of what
            figures = ["".join(excerpt(quantity.facts[0], _SAID))]
    said = _cut(" / ".join(figures), _SAID)
    voices = f"{quantity.n_independent} independent of {_count(quantity.n_sources, 'source')}"
    return f"  {_cut(name, _LABEL):{_LABEL}}  {paint('agreed', said)}  {paint('quiet', voices)}"


def _update(quantity: Quantity, paint: _Paint) -> str:
    voices = f"{quantity.n_independent} independent of {_count(quantity.n_sources, 'source')}"
    return f"  {_cut(heading(quantity), _LABEL):{_LABEL}}  {steps(quantity.facts)}  {paint('quiet', voices)}"


def _single(quantities: Sequence[Quantity], paint: _Paint) -> Iterator[str]:
    if not quantities:
        return
    ranked = sorted(quantities, key=_weight)
    named = [f"{_named(q)} ({q.facts[0].document.source})" for q in ranked[:_SINGLES]]
    if len(ranked) > _SINGLES:
        named.append(f"{len(ranked) - _SINGLES} more")
    yield ""
    yield paint("heading", f"{_count(len(quantities), 'figure')} from a single source")
    line = "  "
    for i, name in enumerate(named):
        words = name + (", " if i + 1 < len(named) else "")
        if len(line) + len(words.rstrip()) > _WIDTH and line.strip():
            yield line
            line = "  "
        line += words
    yield line


def _named(quantity: Quantity) -> str:
    quote = " ".join(quantity.facts[0].quote.split())
    return f"{quantity.measure} {quote}" if toll(quantity.measure) else quote


def _section(title: str, lines: Iterable[str], paint: _Paint) -> Iterator[str]:
    rows = list(lines)
    if rows:
        yield ""
        yield paint("heading", title)
        yield from rows


def _weight(quantity: Quantity) -> tuple[bool, int, int]:
    """Tolls first, then what the most sources speak of."""
    return toll(quantity.measure) is None, -quantity.n_independent, -quantity.n_facts


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
