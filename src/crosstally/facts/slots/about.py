"""About: whether a figure is of the document's own event, of another one, or of none.

A document is read from its title on. Events that it names beside its own are told by a time long past ("the 2004
tsunami", "in February 2005, a quake"), or by a word that says so ("a similar attack in May"). What follows goes back to
such an event as long as the text does: "it", "that quake", "the disaster".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from crosstally.facts.context.place import find_places, nearest_place
from crosstally.facts.context.speech import sayings_in
from crosstally.facts.context.time import find_times
from crosstally.facts.lexicon import load
from crosstally.facts.slots.anchors import GENERAL, Anchors, name_of
from crosstally.facts.slots.lede import end_of_lede, is_of_court, tells_day
from crosstally.facts.slots.mentions import Mention, find_mentions, names_event
from crosstally.facts.slots.own_event import OwnEvent
from crosstally.facts.words.vocabulary import any_of, in_any_case

_FIRST_WORD = re.compile(r"\W*(\w+)")


class Events:
    """The events of one document, read sentence by sentence, in order."""

    def __init__(self, published: datetime | None) -> None:
        """Begin a document.

        Args:
            published: When it was published.
        """
        self._published = published
        self._own = OwnEvent(published)
        self._other: tuple[str, str | None] | None = None  # the event the sentence before told of, and its kind

    def open_text(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        """Begin a text of the document: its title, or its body."""
        self._text, self._spans, self._next = text, spans, 0
        self._lede = end_of_lede(text, spans)
        places = [place.name for place in find_places(self._sentence(0))] if spans else []
        self._own.take_lede(text[: self._lede], text, places)

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
        elif self._other is not None and not _opens_with("pronoun", sentence):
            self._other = None

    def _read(self, sentence: str, k: int) -> Anchors:
        before, times, places = self._other, find_times(sentence, self._published), find_places(sentence)
        is_apart = _opens_with("apart", sentence) and next(sayings_in(sentence), None) is None
        inherited = before[0] if before is not None and _opens_with("pronoun", sentence) else None
        inherited = inherited or (name_of(None, None) if is_apart else None)
        told: list[tuple[Mention, str | None]] = []
        is_recent = self._own.is_news and not is_of_court(sentence)
        if not is_recent and self._own.names_part(sentence):
            self._own.take_times(time.interval for time in times)
        is_back = before is not None and before[0][:4].isdigit() and tells_day(sentence)  # of "1991 fire"
        for mention in find_mentions(sentence, times):
            place = nearest_place(sentence, places, mention.start, mention.end) if self._own.places and k else None
            at_home = place is not None and place.name in self._own.places
            known = None if at_home or is_back else before
            about = self._about(mention, known, is_first=k == 0, looks_back=self._is_lede(k) and not is_recent)
            is_new = about is None and place is not None and not mention.is_definite
            if is_new and place and not self._own.may_be_at(place.name):
                about = name_of(place.name, mention.kind)
            if about is None and is_apart and not mention.is_definite:
                about = name_of(None, mention.kind)
            if about is None and told and not mention.is_definite and mention.time is None:
                about = told[-1][1]  # "in 2004, a quake triggered | a tsunami"
            if about is not None:
                before = (about, mention.kind)
            told.append((mention, about))
        if told:
            self._other = before if told[0][1] is not None else None
        elif inherited is None:
            self._other = None
        looks_back = self._is_lede(k) and self._own.is_court
        return Anchors(
            self._own, sentence, times, places, told, inherited, self._of_another_month(sentence, k), looks_back
        )

    def _of_another_month(self, sentence: str, k: int) -> re.Match[str] | None:
        """The month, feast or "last week" by which a report of unknown date tells of another event than its lede."""
        if self._published is not None or k == 0:
            return None
        found = _vague_times().search(sentence)
        is_own = found is not None and found["time"].split()[-1].lower() in self._sentence(0).lower()
        return None if is_own else found

    def _about(
        self, mention: Mention, before: tuple[str, str | None] | None, *, is_first: bool, looks_back: bool
    ) -> str | None:
        """What a mention is of: None for the document's own event."""
        if mention.is_general:
            return GENERAL
        time = mention.year or mention.time
        if time is not None:
            return self._of_time(mention, time, looks_back=looks_back)
        if mention.is_other and not (mention.is_definite or is_first):  # the first sentence tells of its own event
            return name_of(None, mention.kind)
        goes_back = mention.is_definite and before is not None and mention.kind in {None, before[1]}
        return before[0] if goes_back and before else None

    def _of_time(self, mention: Mention, time: str, *, looks_back: bool) -> str | None:
        """What a mention with a time is of: a time past, in the lede of what looks back, is that of its own event."""
        if not self._own.is_past(time):
            return None
        if looks_back and not mention.is_other and (mention.year is None or self._own.is_court):
            self._own.take_times([time])
            return None
        return name_of(time, mention.kind)


@cache
def _vague_times() -> re.Pattern[str]:
    """Times that name no day, behind the word that ties them to what is told: "in | January", "since | Easter"."""
    undated = load("events")["undated"]
    before, times, alone = (any_of(in_any_case(undated[key])) for key in ("before", "times", "alone"))
    return re.compile(rf"\b(?P<time>(?:{before})\s(?:{times})|{alone})\b(?!\s\d)")


def _opens_with(kind: str, sentence: str) -> bool:
    """Whether a sentence opens with a word that goes on about an event ("pronoun"), or leaves it ("apart")."""
    first = _FIRST_WORD.match(sentence)
    return first is not None and first[1].lower() in _openers(kind)


@cache
def _openers(kind: str) -> frozenset[str]:
    return frozenset(load("events")[kind]["words"])
