"""What the report for people tells of one event: its cross-tab, its disputes with their sentences, the rest."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from textwrap import wrap
from typing import TYPE_CHECKING

from crosstally.output.counts import count
from crosstally.output.crosstab.crosstab import crosstab
from crosstally.output.crosstab.text import lines as table
from crosstally.output.excerpt import excerpt
from crosstally.output.notes import beneath, notes_among
from crosstally.rules.history.against import RULE as DRIFT
from crosstally.rules.toll import rank, toll
from crosstally.rules.wording import heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval
    from crosstally.output.paint import Paint
    from crosstally.rules.decisions.applied import Ruling
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import EventReport, Report

_DISPUTES = 6  # of an event that are told with their sentences
_SENTENCES = 6  # of a dispute
_APART = 5  # pairs held apart that are listed; the rest is counted
_SINGLES = 12  # figures of one source that are listed; the rest is counted
_BENEATH = 2  # notes that go with one dispute and are listed
_NOTES = 4  # that go with no accusation and are listed
_LABEL = 26
_ID = 8  # characters of a finding's id: enough for crosstally explain, and for a waiver
_COLOUR = re.compile("\x1b\\[[0-9;]*m")


class EventText:
    """What is told of one event."""

    def __init__(  # noqa: PLR0913 - what it is told with
        self, event: EventReport, report: Report, paint: Paint, width: int, *, full: bool, is_named: bool
    ) -> None:
        """Take the event, the report that it is of, and how to write it."""
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
        said = f"{count(reports, 'report')} from {count(self.tab.n_sources, 'source')}"
        said += f", {count(len(self.event.facts), 'figure')}"
        if reports == 1 and not self.accusing and not self.drifted:
            return f"{said}: one report alone, nothing to compare"
        said += f": {len(self.accusing)} disputed"
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
        yield from _section("DRIFTED FROM THE TABLE", (accusation(one, paint) for one in self.drifted), paint)
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
                yield f"  {count(len(below) - _BENEATH, 'note')} more"
        if len(accusing) < len(self.accusing):
            yield ""
            yield f"{len(self.accusing) - len(accusing)} more disputed: --all shows them"
        rest = notes.get(None, [])
        told = rest if self.full else rest[:_NOTES]
        listed = [line for note in told for line in _wrapped(f"  {_remark(note, self.paint)}", self.width)]
        more = [f"  {len(rest) - len(told)} more"] if len(told) < len(rest) else []
        yield from _section("NOTES", [*listed, *more], self.paint)

    def _dispute(self, finding: Finding) -> Iterator[str]:
        yield from _wrapped(accusation(finding, self.paint), self.width)
        source_width = min(max(len(fact.document.source) for fact in finding.facts), _LABEL)
        shown: dict[tuple[str, str, int], Fact] = {}
        for fact in finding.facts:
            shown.setdefault(fact.sentence_id, fact)
        claims = list(shown.values())
        listed = claims if self.full else _first_of_each_figure(claims)[:_SENTENCES]
        for fact in listed:
            label = f"  {cut(fact.document.source, source_width):{source_width}}  "
            before, quote, after = excerpt(fact, max(self.width, _LABEL + 40) - len(label))
            yield f"{label}{before}{self.paint('figure', quote)}{after}"
        if len(listed) < len(claims):
            yield f"  {count(len(claims) - len(listed), 'sentence')} more"

    def _ruling(self, ruling: Ruling) -> str:
        decision = ruling.decision
        return cut(f"  {decision} ({decision.signed}); before: {ruling.before}", self.width)

    def _apart(self) -> Iterator[str]:
        told = self.tab.apart if self.full else self.tab.apart[:_APART]
        for one in told:
            ids = " --and ".join(name[:_ID] for name in one.pair)
            yield from _wrapped(f"{one.number:3} {one.words}  {self.paint('quiet', f'[{ids}]')}", self.width)
        if len(told) < len(self.tab.apart):
            yield f"    {len(self.tab.apart) - len(told)} more"

    def _single(self) -> Iterator[str]:
        shown = {column.quantity.quantity_id for column in self.tab.columns}
        alone = [q for q in self.event.quantities if q.status == "single" and q.facts and q.quantity_id not in shown]
        told = list(map(_single, sorted(alone, key=_weight)))
        if not told:
            return
        yield ""
        yield self.paint("heading", f"{count(len(told), 'figure')} from a single source")
        if self.full:
            yield from (f"  {words}" for words in told)
            return
        more = [f"{len(told) - _SINGLES} more"] if len(told) > _SINGLES else []
        yield from wrap(
            ", ".join([*told[:_SINGLES], *more]),
            self.width,
            initial_indent="  ",
            subsequent_indent="  ",
            break_on_hyphens=False,
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


def accusation(finding: Finding, paint: Paint) -> str:
    """A finding in one line, how bad it is before it."""
    return f"{paint(finding.severity, finding.severity.upper())} {_remark(finding, paint)}"


def _remark(finding: Finding, paint: Paint) -> str:
    named = f"[{finding.rule} {finding.name} {finding.finding_id[:_ID]}]"
    return f"{finding.message}  {paint('quiet', named)}"


def _named(quantity: Quantity) -> str:
    quote = " ".join(quantity.facts[0].quote.split())
    if toll(quantity.measure):
        return f"{quantity.measure} {quote}"
    return quote if any(map(str.isalpha, quote)) else f"{heading(quantity)} {quote}"


def _single(quantity: Quantity) -> str:
    """A figure of one source, in brackets whose, and whether it is only "planned"."""
    fact = quantity.facts[0]
    status = [] if fact.status == "asserted" else [fact.status]
    return f"{_named(quantity)} ({', '.join([fact.document.source, *status])})"


def _section(title: str, lines: Iterable[str], paint: Paint) -> Iterator[str]:
    rows = list(lines)
    if rows:
        yield ""
        yield paint("heading", title)
        yield from rows


def _weight(quantity: Quantity) -> tuple[bool, int, int, int]:
    """What is told as true, tolls first, then what the most sources speak of."""
    return quantity.facts[0].status != "asserted", rank(quantity.measure), -quantity.n_independent, -quantity.n_facts


def cut(text: str, width: int) -> str:
    """The beginning of what is wider than the terminal."""
    return text if len(text) <= width else text[: width - 1] + "…"
