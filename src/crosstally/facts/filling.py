"""What was read of a sentence becomes facts: the slots of every figure are filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from crosstally.facts.context.attribution import Attribution, speaker_of
from crosstally.facts.context.gazetteer import is_known
from crosstally.facts.context.place import nearest_place, places_around, with_whole
from crosstally.facts.cues.engine import Cues
from crosstally.facts.document import Document
from crosstally.facts.fact import AFTERSHOCK, IN_ALL, Fact, Increment, Scope, Section
from crosstally.facts.numbers.children import are_of_somebody
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.status import status_of
from crosstally.facts.roles.trend import trends_of
from crosstally.facts.slots.about import Events
from crosstally.facts.slots.as_of import Counting, is_reached, when
from crosstally.facts.slots.certainty import certainty_of
from crosstally.facts.slots.context import anchor_of, context_of
from crosstally.facts.slots.counted import counted_noun_of, of_parent
from crosstally.facts.slots.group import groups_of
from crosstally.facts.slots.increment import increment_of, period_of
from crosstally.facts.slots.lists import listed_behind
from crosstally.facts.slots.parts import wholes_of
from crosstally.facts.slots.persons import in_full, is_new, is_of_then, who_serves, whose
from crosstally.facts.slots.role import role_beside, role_of
from crosstally.facts.slots.sentence import Sentence
from crosstally.facts.slots.shares import shares_of
from crosstally.facts.slots.spans import lasting
from crosstally.facts.slots.subject import subjects_of
from crosstally.facts.slots.valued import valued_of
from crosstally.facts.words.entries import Entry, written
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import singular
from crosstally.facts.words.tokens import Tokens

_TIMELESS = frozenset(
    {"time", "length", "temperature"}
)  # dimensions of figures that are long past themselves: "ten years ago"


class Report(NamedTuple):
    """One text of a document, and who says what in it."""

    document: Document
    section: Section
    text: str
    attributions: Sequence[Attribution]
    events: Events
    entries: Sequence[Entry]
    counting: Counting


class Read(NamedTuple):
    """A figure as it was read."""

    figure: Figure
    measure: Measure | None
    scope: Scope
    increment: Increment = "total"
    about: str | None = None
    row: str | None = None


def facts_of(report: Report, number: int, offset: int, tokens: Tokens, found: list[Read]) -> list[Fact]:
    """The facts of one sentence, which begins at `offset`."""
    filling = _Filling(report, number, offset, tokens, found)
    return _with_parts(filling.read, [filling.fact(k, one) for k, one in enumerate(found)])


class _Filling:
    """Fills the slots of the figures of one sentence."""

    def __init__(self, report: Report, number: int, offset: int, tokens: Tokens, found: list[Read]) -> None:
        figures, measures, scopes, *_ = (list(column) for column in zip(*found, strict=True))
        cues = Cues(tokens, [figure.first for figure in figures])
        self.report = report
        self.offset = offset
        self.told = report.events.read(number)
        self.counted_on = report.counting.day_at(offset, tokens.text, self.told.times)
        self.read = Sentence(tokens, cues, figures, measures, scopes)
        self.trends, self.subjects = trends_of(tokens, figures), subjects_of(tokens, figures)
        self.valued = valued_of(tokens, figures, measures)
        self.shares, self.groups = shares_of(self.read), groups_of(tokens, cues, figures)
        self.places = with_whole(tokens.text, self.told.places)

    def fact(self, k: int, one: Read) -> Fact:
        """The fact that figure `k` makes."""
        figure, measure = one.figure, one.measure
        tokens, cues, sentence = self.read.tokens, self.read.cues, self.read.tokens.text
        start, end = tokens.starts[figure.first], tokens.ends[figure.stop - 1]
        unit, dimension = _unit(figure, measure)
        named = _measure(tokens, figure, _of_list(self.read.measures, self.shares, k), dimension)
        status = status_of(tokens, cues, figure.first, figure.stop, measure)
        time, as_of = when(sentence, self.told.times, (start, end), asserted=status == "asserted")
        as_of = as_of or (self.counted_on if status == "asserted" and time is None else None)
        speaker = speaker_of(self.report.attributions, self.offset + end - 1)  # "police | estimated 22,800"
        context = context_of(sentence, (start, end), self.subjects[k], speaker)
        anchor = anchor_of(sentence, (start, end), named, dimension)
        counted = counted_noun_of(tokens, figure, measure) or self.valued[k]
        if named == "duration":
            anchor = lasting(self.report.text, self.offset, (self.offset + start, self.offset + end))
        if named == "service":
            anchor = who_serves(self.report.text, self.offset, self.offset + start)
        if named == "age":
            anchor = () if _is_of_several(figure) else in_full(anchor or self._whose(start, end), self.report.text)
            counted = role_of(sentence[:start], sentence[start:end], sentence[end:])
            is_said = anchor or "-" in sentence[start:end]  # "The club dismissed Bo Rusk, | 54" denies no age
            status = "asserted" if is_said else status
        is_of_somebody = named == "age" and anchor != tuple(map(str.lower, anchor))  # whatever else is told beside
        is_then = named == "age" and is_of_then(sentence[:start], sentence[end:])
        of_time = named != "age" and dimension not in _TIMELESS
        return Fact(
            self.report.document,
            self.report.section,
            self.offset + start,
            self.offset + end,
            sentence[start:end],
            sentence,
            figure.interval,
            unit,
            dimension,
            named,
            trend="up" if named == "age" and is_new(sentence[:start]) else self.trends[k],
            per=figure.per,
            counted=counted,
            subject=one.row or self.subjects[k],
            scope=one.scope,
            status=status,
            speaker=speaker,
            place=self._place(start, end, one.row),
            event_time=time,
            as_of=as_of or (self._written() if status == "asserted" else None),
            sentence_start=self.offset,
            group=self.groups[k],
            share_of=self.shares[k],
            increment=one.increment if one.increment != "total" else increment_of(self.read, k, self.trends[k]),
            counted_by=figure.counted_by,
            certainty=certainty_of(cues, figure, counted),
            about=None if is_of_somebody else one.about or self._about(one, (start, end), time, of_time=of_time),
            superseded=is_then or cues.of("superseded", figure.first, figure.stop) is not None,
            period=period_of(cues, figure) or _reached(sentence, start, measure),
            definite=context.definite and not figure.hyphen,
            anchor=" ".join(anchor) or None,
            names=" ".join(context.names) or None,
            context=" ".join(context.terms) or None,
        )

    def _whose(self, start: int, end: int) -> tuple[str, ...]:
        """Whose age stands at [start, end) of the sentence: a person by name, or whoever a role names."""
        sentence, offset = self.read.tokens.text, self.offset
        named = whose(self.report.text, offset, (offset + start, offset + end))
        return named or role_beside(sentence[:start], sentence[start:end])

    def _place(self, start: int, end: int, row: str | None) -> str | None:
        """Where the thing is that the figure at [start, end) tells of; in a row of a table, the place that heads it."""
        sentence = self.read.tokens.text
        place = nearest_place(sentence, self.places, start, end)
        if place is not None:
            return places_around(sentence, self.places, place)
        return row if is_known(row or "") else None

    def _written(self) -> str | None:
        """The day of the entry of a live page that the sentence stands in."""
        published = self.report.document.published
        return written(self.report.entries, self.offset, published.date() if published else None)

    def _about(self, one: Read, span: tuple[int, int], time: str | None, *, of_time: bool) -> str | None:
        cue = self.read.cues.value("about", one.figure.first, one.figure.stop)
        if cue == AFTERSHOCK and (one.measure is None or one.measure.unit is None):
            cue = None  # it has a strength of its own; whom it kills, the event kills
        of_event = one.measure is not None and one.measure.counts is not None and not one.measure.stands
        return self.told.about(span, time, cue, of_event=of_event, of_time=of_time)


def _with_parts(read: Sentence, facts: list[Fact]) -> list[Fact]:
    """The facts of a sentence, each with the whole that it is a part of, and with how much of it a list tells."""
    lists = {k: listed for k in range(len(facts)) if (listed := listed_behind(read, k)) is not None}
    return [
        replace(
            fact,
            part_of=None if whole is None else facts[whole].fact_id,
            parts=lists[k].extent if k in lists else None,
        )
        if whole is not None or k in lists
        else fact
        for k, (fact, whole) in enumerate(zip(facts, wholes_of(read, lists), strict=True))
    ]


def _reached(sentence: str, start: int, measure: Measure | None) -> str | None:
    """The period of a toll that reached a figure, which is a sum of all so far."""
    return IN_ALL if measure is not None and measure.counts == "people" and is_reached(sentence, start) else None


def _of_list(measures: Sequence[Measure | None], shares: Sequence[str | None], k: int) -> Measure | None:
    """The measure of a figure: of a share in a list that of the first, which says of what: "52 percent of the vote"."""
    return measures[k] if shares[k] is None else measures[shares.index(shares[k])]


def _is_of_several(figure: Figure) -> bool:
    """Whether an age is that of several: "Rusk and Vell, aged | 48 to 60 |", not "in his | 70s"."""
    return figure.interval.bound == "range" and figure.stop > figure.number + 1


def _unit(figure: Figure, measure: Measure | None) -> tuple[str, str]:
    if figure.unit is not None:
        per = f" per {figure.per}" if figure.per and not figure.age else ""
        return figure.unit.name + per, figure.unit.dimension
    if measure is not None and measure.unit is not None:
        return measure.unit, measure.unit
    return "count", "count"


def _measure(tokens: Tokens, figure: Figure, measure: Measure | None, dimension: str) -> str:
    if figure.age:
        return "age"
    if (child := of_parent(tokens, figure)) is not None:
        return "children" if child == "child" else "count"  # as grandchildren are that a noun names
    if measure is not None:
        return measure.name
    if figure.noun is not None and are_of_somebody(tokens, figure.first, singular(tokens.lower[figure.noun.head])):
        return "children"
    return "count" if dimension in {"count", "dimensionless", "unknown"} else dimension
