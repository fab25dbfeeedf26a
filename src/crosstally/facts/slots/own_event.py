"""A document's own event: what the document says of it as it opens, and which times and places may be its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache

from crosstally.facts.context.gazetteer import lies_in
from crosstally.facts.document import NEWS
from crosstally.facts.lexicon import load
from crosstally.facts.slots.lede import FULL_DATE, MARKS, is_news, is_of_court, names_in
from crosstally.facts.words.vocabulary import any_of

_YEAR = timedelta(days=365)
_EARLY = 7  # days into a month, on which news of the last one are still news
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class OwnEvent:
    """The event that a document is of.

    Attributes:
        is_news: Whether the document tells of what happened these days, and no court looks back at it.
        is_court: Whether a court does.
        places: Where it may be.
    """

    def __init__(self, published: datetime | None) -> None:
        """Begin a document.

        Args:
            published: When it was published; without it, a time is past when it names a month or a year, and no day.
        """
        self.is_news = False
        self.is_court = False
        self.places: list[str] = []
        self._published = published
        self._times: set[str] = set()  # the times past that the lede gives to it
        self._names: set[str] = set()  # who has a part in it
        self._opening = ""  # what the document opens with, in small letters
        self._year = 0  # the last of its full dates, of a document of unknown date

    def take_lede(self, lede: str, text: str, places: Iterable[str]) -> None:
        """Take in how a text of the document opens: its lede, and the places of its first sentence."""
        if self._published is None:
            years = [int(match[1] or match[2]) for match in FULL_DATE.finditer(text)]
            self._year = max([self._year, *years])
        self.places += places
        is_court = is_of_court(lede)
        self.is_court = self.is_court or is_court
        self.is_news = self.is_news or (not is_court and is_news(lede))
        self._names |= names_in(lede)
        self._opening += lede.lower()

    def take_times(self, times: Iterable[str]) -> None:
        """Take times, as intervals, for its own, however long past."""
        self._times.update(times)

    def names_part(self, sentence: str) -> bool:
        """Whether a sentence names somebody who has a part in it."""
        return not self._names.isdisjoint(word.strip(MARKS) for word in sentence.split())

    def is_of_court(self, cue: str) -> bool:
        """Whether a time past is that of what a court looks back at: one that the lede names, "last year"."""
        return self.is_court and cue.lower() in self._opening

    @property
    def is_of_aftershock(self) -> bool:
        """Whether the first shock that the lede names is an aftershock."""
        first = _shock().search(self._opening)
        return first is not None and first[0] == "aftershock"

    def may_be_at(self, place: str) -> bool:
        """Whether it may be in a place: one of its own, or one that may lie in it, or it in that."""
        return any(_may_be_one(place, own) for own in self.places)

    def is_of_months(self, time: str) -> bool:
        """Whether a month or day lies less than a year before the publication."""
        if self._published is None or len(time) == len("2004"):
            return False
        return time[:7] > f"{self._published - _YEAR:%Y-%m}"

    def is_past(self, time: str) -> bool:
        """Whether a time is not its own: long before it was published, or no single day."""
        if any(time.startswith(own) or own.startswith(time) for own in self._times):
            return False
        last = time.partition("/")[2] or time
        if self._published is None:
            return int(last[:4]) < self._year if _DAY.match(last) else True
        today = self._published.date()
        if _DAY.match(last):
            return last[:10] < (today - NEWS).isoformat()
        if len(last) == len("2004"):
            return last < str(today.year)
        is_now = last >= f"{today:%Y-%m}" or (
            today.day <= _EARLY and last >= f"{today.replace(day=1) - timedelta(1):%Y-%m}"
        )
        return not is_now


@cache
def _shock() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(load('events')['kind']['earthquake'])}")


def _may_be_one(a: str, b: str) -> bool:
    """Whether two places may be one, or the one lie in the other, for all that is known."""
    return a == b or lies_in(a, b) is not False or lies_in(b, a) is not False
