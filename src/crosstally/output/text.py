"""A report for people: a cross-tab of each event, what is disputed with the sentences that prove it, the rest."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain, islice
from textwrap import wrap
from typing import TYPE_CHECKING

from crosstally.output.crosstab.crosstab import crosstab
from crosstally.output.crosstab.text import lines as table
from crosstally.output.excerpt import excerpt
from crosstally.output.notes import beneath, notes_among
from crosstally.output.sides import against
from crosstally.output.since import counts
from crosstally.output.since import lines as changed
from crosstally.rules.comparison.disputes import disputing
from crosstally.rules.history.against import RULE as DRIFT
from crosstally.rules.toll import rank, toll

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval
    from crosstally.rules.changes import Changes
    from crosstally.rules.decisions.applied import Ruling
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import EventReport, Report

WIDTH = 100
_LINES = 112  # of a report; what has no room is counted, and shown by --all
_OVERVIEW = 24  # disputes that are named before the first of several events
_BLOCK = 70  # from which on an event is told in one line
_DISPUTES = 6  # of an event that are told with their sentences
_SENTENCES = 6  # of a dispute
_APART = 5  # pairs held apart that are listed; the rest is counted
_SINGLES = 12  # figures of one source that are listed; the rest is counted
_BENEATH = 2  # notes that go with one dispute and are listed
_NOTES = 4  # that go with no accusation and are listed
_LABEL = 26
_ID = 8  # characters of a finding's id: enough for crosstally explain, and for a waiver
_COLOUR = re.compile("\x1b\\[[0-9;]*m")
_COLOURS: dict[str, str] = {
    "error": "1;31",
    "warning": "1;33",
    "heading": "1",
    "figure": "1",
    "quiet": "2",
}


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
    paint = _Paint(colour=colour)
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
            lines.append(f"{_count(len(names) - number, 'event')} more: --all shows them")
            break
        block = _Block(event, report, paint, width, full=full, is_named=len(names) > 1)
        shown = [*block.lines()] if full or len(lines) < _BLOCK else []
        if number and (not shown or (not full and len(lines) + len(shown) > _LINES)):
            lines.append(_cut(block.brief(), width))
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
        yield _cut(f"  {event.name}: {_in_few_words(finding, event.quantities)}", width)


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
    told = (_accusation(finding, _Paint(colour=False)) for finding in report.findings if finding.severity != "info")
    return "".join(f"{line}\n" for line in told)


class _Paint:
    """Puts terminal colours on words, or leaves them as they are."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour

    def __call__(self, kind: str, text: str) -> str:
        return f"\x1b[{_COLOURS[kind]}m{text}\x1b[0m" if self.colour and text else text


def _since(changes: Changes, paint: _Paint, *, is_one: bool) -> Iterator[str]:
    yield paint("heading", f"Since the last run: {counts(changes)}")
    for line in changed(changes):
        title = line.title if is_one else f"{line.event}, {line.title}"
        yield _cut(f"  {line.kind:15}  {title}: {line.text}", WIDTH)


class _Block:
    """What is told of one event."""

    def __init__(  # noqa: PLR0913 - what it is told with
        self, event: EventReport, report: Report, paint: _Paint, width: int, *, full: bool, is_named: bool
    ) -> None:
        self.event, self.paint, self.width, self.full = event, paint, width, full
        self.is_named = is_named
        self.tab = crosstab(event, report.copies)
        accusing = [one for one in event.findings if one.severity != "info" and one.rule != DRIFT]
        self.accusing = sorted(accusing, key=lambda finding: finding.severity != "error")
        self.drifted = [one for one in event.findings if one.rule == DRIFT]

    def counted(self) -> str:
        """``5 reports from 5 sources, 24 figures: 1 disputed, 2 agreed``."""
        columns = Counter(column.standing for column in self.tab.columns)
        reports = len({fact.document.doc_id for fact in self.event.facts})
        said = f"{_count(reports, 'report')} from {_count(self.tab.n_sources, 'source')}"
        said += f", {_count(len(self.event.facts), 'figure')}: {len(self.accusing)} disputed"
        said += f", {columns['updated']} updated" if columns["updated"] else ""
        said += f", {columns['agreed']} agreed"
        said += f", {columns['differs']} explained" if columns["differs"] else ""
        return said + (f", {len(self.drifted)} drifted from the table" if self.drifted else "")

    def brief(self) -> str:
        """The event in one line."""
        shown = self.tab.columns[:4]
        figures = ", ".join(f"{column.title} {column.best} ({column.status})" for column in shown)
        return f"{self.event.name}: {figures or self.counted()}"

    def lines(self) -> Iterator[str]:
        """All that is told of it."""
        paint = self.paint
        days = dict.fromkeys(f"{day.day} {day:%B %Y}" for day in (self.tab.first, self.tab.last) if day)
        yield paint("heading", f"{self.event.name}: {self.counted()}" if self.is_named else self.counted())
        about = [words for words in (self.tab.place, " to ".join(days)) if words]
        if about:
            yield ", ".join(about)
        if self.tab.columns:
            yield ""
            yield from table(self.tab, self.width, colour=paint.colour, full=self.full)
        for title, course in self.tab.courses:
            yield from _wrapped(f"  {title}: {course.words}", self.width)
        yield from self._disputes()
        yield from _section("DRIFTED FROM THE TABLE", (_accusation(one, paint) for one in self.drifted), paint)
        yield from _section("DECIDED", map(self._ruling, self.event.rulings), paint)
        yield from _section("HELD APART: they exclude each other and were not compared", self._apart(), paint)
        yield from self._single()

    def _disputes(self) -> Iterator[str]:
        notes = beneath(self.accusing, notes_among(self.event.findings))
        accusing = self.accusing if self.full else self.accusing[:_DISPUTES]
        for finding in accusing:
            yield ""
            yield from self._dispute(finding)
            below = notes.get(finding.finding_id, [])
            for note in below if self.full else below[:_BENEATH]:
                yield from _wrapped(f"  note: {_remark(note, self.paint)}", self.width)
            if not self.full and len(below) > _BENEATH:
                yield f"  {_count(len(below) - _BENEATH, 'note')} more"
        if len(accusing) < len(self.accusing):
            yield ""
            yield f"{len(self.accusing) - len(accusing)} more disputed: --all shows them"
        rest = notes.get(None, [])
        told = rest if self.full else rest[:_NOTES]
        listed = [line for note in told for line in _wrapped(f"  {_remark(note, self.paint)}", self.width)]
        more = [f"  {len(rest) - len(told)} more"] if len(told) < len(rest) else []
        yield from _section("NOTES", [*listed, *more], self.paint)

    def _dispute(self, finding: Finding) -> Iterator[str]:
        yield from _wrapped(_accusation(finding, self.paint), self.width)
        source_width = min(max(len(fact.document.source) for fact in finding.facts), _LABEL)
        shown: dict[tuple[str, str, int], Fact] = {}
        for fact in finding.facts:
            shown.setdefault(fact.sentence_id, fact)
        claims = list(shown.values())
        listed = claims if self.full else _first_of_each_figure(claims)[:_SENTENCES]
        for fact in listed:
            label = f"  {_cut(fact.document.source, source_width):{source_width}}  "
            before, quote, after = excerpt(fact, max(self.width, _LABEL + 40) - len(label))
            yield f"{label}{before}{self.paint('figure', quote)}{after}"
        if len(listed) < len(claims):
            yield f"  {_count(len(claims) - len(listed), 'sentence')} more"

    def _ruling(self, ruling: Ruling) -> str:
        decision = ruling.decision
        return _cut(f"  {decision} ({decision.signed}); before: {ruling.before}", self.width)

    def _apart(self) -> Iterator[str]:
        told = self.tab.apart if self.full else self.tab.apart[:_APART]
        for one in told:
            ids = " ".join(name[:_ID] for name in one.pair)
            yield from _wrapped(f"{one.number:3} {one.words}  {self.paint('quiet', f'[{ids}]')}", self.width)
        if len(told) < len(self.tab.apart):
            yield f"    {len(self.tab.apart) - len(told)} more"

    def _single(self) -> Iterator[str]:
        shown = {column.quantity.quantity_id for column in self.tab.columns}
        alone = [q for q in self.event.quantities if q.status == "single" and q.facts and q.quantity_id not in shown]
        told = sorted((q for q in alone if q.facts[0].status == "asserted"), key=_weight)
        if not told:
            return
        yield ""
        yield self.paint("heading", f"{_count(len(told), 'figure')} from a single source")
        if self.full:
            yield from (f"  {_named(quantity)} ({quantity.facts[0].document.source})" for quantity in told)
            return
        named = [f"{_named(quantity)} ({quantity.facts[0].document.source})" for quantity in told[:_SINGLES]]
        more = [f"{len(told) - _SINGLES} more"] if len(told) > _SINGLES else []
        yield from wrap(
            ", ".join([*named, *more]), self.width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
        )


def _wrapped(line: str, width: int) -> Iterator[str]:
    """A line in pieces no wider than a terminal; colours are no letters."""
    indent = len(line) - len(line.lstrip()) + 4
    words, room = line.split(" "), 0
    piece: list[str] = []
    for word in words:
        letters = len(_COLOUR.sub("", word)) + 1
        if piece and room + letters > width + 1:
            yield " ".join(piece)
            piece, room = [" " * (indent - 1)], indent
        piece.append(word)
        room += letters
    yield " ".join(piece)


def _first_of_each_figure(facts: Sequence[Fact]) -> list[Fact]:
    """A claim for each figure, then a second for each."""
    by_figure: dict[Interval, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_figure[fact.interval].append(fact)
    return [same[place] for place in range(2) for same in by_figure.values() if place < len(same)]


def _accusation(finding: Finding, paint: _Paint) -> str:
    return f"{paint(finding.severity, finding.severity.upper())} {_remark(finding, paint)}"


def _remark(finding: Finding, paint: _Paint) -> str:
    named = f"[{finding.rule} {finding.name} {finding.finding_id[:_ID]}]"
    return f"{finding.message}  {paint('quiet', named)}"


def _named(quantity: Quantity) -> str:
    quote = " ".join(quantity.facts[0].quote.split())
    return f"{quantity.measure} {quote}" if toll(quantity.measure) else quote


def _section(title: str, lines: Iterable[str], paint: _Paint) -> Iterator[str]:
    rows = list(lines)
    if rows:
        yield ""
        yield paint("heading", title)
        yield from rows


def _weight(quantity: Quantity) -> tuple[int, int, int]:
    """Tolls first, then what the most sources speak of."""
    return rank(quantity.measure), -quantity.n_independent, -quantity.n_facts


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
