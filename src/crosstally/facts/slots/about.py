"""About: whether a figure is of the document's own event, of another one, or of none.

A document is read from its title on. Events that it names beside its own are told by a time long past ("the 2004
tsunami", "in February 2005, a quake"), or by a word that says so ("a similar attack in May"). What follows goes back to
such an event as long as the text does: "it", "that quake", "the disaster".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from crosstally.facts.context.clauses import clause_at
from crosstally.facts.context.gazetteer import lies_in
from crosstally.facts.context.place import Place, find_places, nearest_place
from crosstally.facts.context.time import TimeExpression, find_times
from crosstally.facts.lexicon import load
from crosstally.facts.slots.lede import FULL_DATE, MARKS, end_of_lede, is_news, is_of_court, names_in, tells_day
from crosstally.facts.slots.mentions import Mention, find_mentions, names_event
from crosstally.facts.words.vocabulary import any_of, in_any_case

_NEWS = timedelta(days=45)  # what lies further back than this is another event
_YEAR = timedelta(days=365)
_EARLY = 7  # days into a month, on which news of the last one are still news
_FIRST_WORD = re.compile(r"\W*(\w+)")
_WHEN = re.compile(r",? when\b")  # "since May, | when | two people died"
_RELATIVE = re.compile(r",? *(?:that|which)? *")  # "an attack in May | that | killed two people"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

GENERAL = "general"
"""What a figure is about that is true of no single event."""


class Events:
    """The events of one document, read sentence by sentence, in order."""

    def __init__(self, published: datetime | None) -> None:
        """Begin a document.

        Args:
            published: When it was published; without it, a time is past when it names a month or a year, and no day.
        """
        self._published = published
        self._own: set[str] = set()  # the times past that the lede gives to its own event
        self._names: set[str] = set()  # who has a part in it
        self._is_news = False  # whether it tells of what happened these days, and no court looks back at it
        self._is_court = False  # whether a court does
        self._places: list[str] = []  # where it may be
        self._opening = ""  # what it opens with, in small letters
        self._year = 0  # the last of its full dates, of a document of unknown date
        self._other: tuple[str, str | None] | None = None  # the event the sentence before told of, and its kind

    def open_text(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        """Begin a text of the document: its title, or its body."""
        self._text, self._spans, self._next = text, spans, 0
        if self._published is None:
            years = [int(match[1] or match[2]) for match in FULL_DATE.finditer(text)]
            self._year = max([self._year, *years])
        self._places += [place.name for place in find_places(self._sentence(0))] if spans else []
        self._lede = end_of_lede(text, spans)
        lede = text[: self._lede]
        is_court = is_of_court(lede)
        self._is_court = self._is_court or is_court
        self._is_news = self._is_news or (not is_court and is_news(lede))
        self._names |= names_in(lede)
        self._opening += lede.lower()

    def read(self, k: int) -> Anchors:
        """The sentence with the number `k`, once all before it have been read."""
        while self._next < k:
            self._pass(self._next)
            self._next += 1
        self._next = k + 1
        return self._read(self._sentence(k), k)

    def _is_lede(self, k: int) -> bool:
        return self._spans[k][0] < self._lede

    def _sentence(self, k: int) -> str:
        start, end = self._spans[k]
        return self._text[start:end]

    def _pass(self, k: int) -> None:
        sentence = self._sentence(k)
        if names_event(sentence):
            self._read(sentence, k)
        elif self._other is not None and not _is_pronoun(sentence):
            self._other = None

    def _read(self, sentence: str, k: int) -> Anchors:
        before, times, places = self._other, find_times(sentence, self._published), find_places(sentence)
        inherited = before[0] if before is not None and _is_pronoun(sentence) else None
        told: list[tuple[Mention, str | None]] = []
        is_recent = self._is_news and not is_of_court(sentence)
        if not is_recent and not self._names.isdisjoint(word.strip(MARKS) for word in sentence.split()):
            self._own.update(time.interval for time in times)
        is_back = before is not None and before[0][:4].isdigit() and tells_day(sentence)  # of "1991 fire"
        for mention in find_mentions(sentence, times):
            place = nearest_place(sentence, places, mention.start, mention.end) if self._places and k else None
            at_home = place is not None and place.name in self._places
            known = None if at_home or is_back else before
            about = self._about(mention, known, looks_back=self._is_lede(k) and not is_recent)
            if about is None and place is not None and not mention.is_definite:
                about = self._elsewhere(mention, place)
            if about is None and told and not mention.is_definite and mention.time is None:
                about = told[-1][1]  # "in 2004, a quake triggered | a tsunami"
            if about is not None:
                before = (about, mention.kind)
            told.append((mention, about))
        if told:
            self._other = before if told[0][1] is not None else None
        elif inherited is None:
            self._other = None
        looks_back = self._is_lede(k) and self._is_court
        return Anchors(self, sentence, times, places, told, inherited, self._of_another_month(sentence, k), looks_back)

    def _of_another_month(self, sentence: str, k: int) -> re.Match[str] | None:
        """The month, feast or "last week" by which a report of unknown date tells of another event than its lede."""
        if self._published is not None or k == 0:
            return None
        found = _vague_times().search(sentence)
        is_own = found is not None and found["time"].split()[-1].lower() in self._sentence(0).lower()
        return None if is_own else found

    def _about(self, mention: Mention, before: tuple[str, str | None] | None, *, looks_back: bool) -> str | None:
        """What a mention is of: None for the document's own event."""
        if mention.is_general:
            return GENERAL
        time = mention.year or mention.time
        if time is not None:
            return self._of_time(mention, time, looks_back=looks_back)
        if mention.is_other and not mention.is_definite:
            return _name(None, mention.kind)
        goes_back = mention.is_definite and before is not None and mention.kind in {None, before[1]}
        return before[0] if goes_back and before else None

    def _of_time(self, mention: Mention, time: str, *, looks_back: bool) -> str | None:
        """What a mention with a time is of: a time past, in the lede of what looks back, is that of its own event."""
        if not self.is_past(time):
            return None
        if looks_back and not mention.is_other and (mention.year is None or self._is_court):
            self._own.add(time)
            return None
        return _name(time, mention.kind)

    def is_of_court(self, cue: str) -> bool:
        """Whether a time past is that of what a court looks back at: one that the lede names, "last year"."""
        return self._is_court and cue.lower() in self._opening

    def _elsewhere(self, mention: Mention, place: Place) -> str | None:
        """What an event is of that is named for the first time, in a place that lies in none of the document's own."""
        return None if any(_may_be_one(place.name, own) for own in self._places) else _name(place.name, mention.kind)

    def is_of_months(self, time: str) -> bool:
        """Whether a month or day lies less than a year before the publication."""
        if self._published is None or len(time) == len("2004"):
            return False
        return time[:7] > f"{self._published - _YEAR:%Y-%m}"

    def is_past(self, time: str) -> bool:
        """Whether a time is not that of the document's own event: long before it was published, or no single day."""
        if any(time.startswith(own) or own.startswith(time) for own in self._own):
            return False
        last = time.partition("/")[2] or time
        if self._published is None:
            return int(last[:4]) < self._year if _DAY.match(last) else True
        today = self._published.date()
        if _DAY.match(last):
            return last[:10] < (today - _NEWS).isoformat()
        if len(last) == len("2004"):
            return last < str(today.year)
        is_now = last >= f"{today:%Y-%m}" or (
            today.day <= _EARLY and last >= f"{today.replace(day=1) - timedelta(1):%Y-%m}"
        )
        return not is_now


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a sentence tells of which event.

    Attributes:
        events: The events of its document.
        sentence: The sentence.
        times: The times that it names.
        places: The places.
        mentions: The events that it names, and what each is: None for the document's own event.
        inherited: The event that it goes back to with a pronoun.
        another_month: The time by which an undated report tells of another event.
        looks_back: Whether it stands in the lede of a report on what a court looks back at.
    """

    events: Events
    sentence: str
    times: Sequence[TimeExpression]
    places: Sequence[Place]
    mentions: Sequence[tuple[Mention, str | None]]
    inherited: str | None
    another_month: re.Match[str] | None
    looks_back: bool

    def about(
        self, span: tuple[int, int], time: str | None, cue: str | None, *, of_event: bool, of_time: bool
    ) -> str | None:
        """What a figure is about: None for the document's own event.

        Args:
            span: Its first code point in the sentence, and one past its last.
            time: When it happened, where the sentence says.
            cue: What a cue says that it is about, be it only a time long past: "last year".
            of_event: Whether it counts what an event did, so that a time past is another event's.
            of_time: Whether it may be another at another time, as a share of votes and a price are.
        """
        if of_event and cue == GENERAL:
            return GENERAL
        found = self._by_mention(*span, time, of_event=of_event)
        if found is None and of_event and self.another_month is not None:
            low, high = clause_at(self.sentence, *span)
            is_when = _WHEN.match(self.sentence, self.another_month.end()) and self.another_month.end() < span[0]
            is_of_relative = _RELATIVE.fullmatch(self.sentence, self.another_month.end(), low) is not None
            if is_when or is_of_relative or low <= self.another_month.start() < high:
                return self.another_month["time"]
        if found is not None or cue is None or cue == GENERAL or not of_time:
            return found
        return None if self.looks_back or self.events.is_of_court(cue) else cue

    def _by_mention(self, start: int, end: int, time: str | None, *, of_event: bool) -> str | None:
        if not self.mentions:
            if self.inherited is not None:
                return self.inherited
            is_past = of_event and time is not None and self.events.is_past(time)
            return _name(time, None) if is_past and not self._only_since(time, start, end) else None
        low, high = clause_at(self.sentence, start, end)
        inside = [(m, about) for m, about in self.mentions if low <= m.start < high]
        if inside:
            return min(inside, key=lambda one: _distance(one[0], start, end))[1]
        before = [about for mention, about in self.mentions if mention.end <= start]
        return before[-1] if before else self.inherited

    def _only_since(self, time: str | None, start: int, end: int) -> bool:
        """Whether a time is one since which something else has gone on: "drowned in a pit closed since 2018".

        What a count has run since for some months is the event itself: "cholera has killed 12 people since June".
        """
        low, high = clause_at(self.sentence, start, end)
        named = [one for one in self.times if one.interval == time]
        return all(
            self.sentence[: one.start].rstrip().endswith("since")
            and (self.events.is_of_months(one.interval) or not low <= one.start < high)
            for one in named
        )


@cache
def _vague_times() -> re.Pattern[str]:
    """Times that name no day, behind the word that ties them to what is told: "in | January", "since | Easter"."""
    undated = load("events")["undated"]
    before, times, alone = (any_of(in_any_case(undated[key])) for key in ("before", "times", "alone"))
    return re.compile(rf"\b(?P<time>(?:{before})\s(?:{times})|{alone})\b(?!\s\d)")


def _may_be_one(a: str, b: str) -> bool:
    """Whether two places may be one, or the one lie in the other, for all that is known."""
    return a == b or lies_in(a, b) is not False or lies_in(b, a) is not False


def _distance(mention: Mention, start: int, end: int) -> int:
    return start - mention.end if mention.end <= start else max(0, mention.start - end)


def _name(time: str | None, kind: str | None) -> str:
    return " ".join(word for word in (time, kind) if word) or "another event"


def _is_pronoun(sentence: str) -> bool:
    first = _FIRST_WORD.match(sentence)
    return first is not None and first[1].lower() in _pronouns()


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(load("events")["pronoun"]["words"])
