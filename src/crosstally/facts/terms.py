"""What a report's event is known by: its words, names, numbers, ages, days, and the place it begins with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from datetime import date, datetime
from typing import Literal

from crosstally.facts.context.gazetteer import is_known
from crosstally.facts.context.place import find_places
from crosstally.facts.context.time import find_times
from crosstally.facts.slots.context import stem
from crosstally.facts.words.calendar import days_and_months
from crosstally.facts.words.furniture import is_furniture
from crosstally.facts.words.nouns import stop_words, word_classes
from crosstally.facts.words.sentences import sentence_spans

Kind = Literal["word", "name", "place", "number", "age"]
Term = tuple[Kind, str]

_LONGEST = 6000  # code points of a text that are read: what happened is told at the top
_LEAD = 400  # code points that count twice, as the headline does
_OPENING = 600  # code points in which the place is looked for
_PLACES = frozenset({"dateline", "city", "area", "county"})
_DATED = 1500  # code points in which days are looked for
_MOST_DAYS = 4
_SHORTEST = 3  # letters of a word
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_AGE = re.compile(r"\b(\d{1,3})-year-old|, (\d{1,2})(?=,|\.| of )|\baged? (\d{1,2})\b")
_ISO_DAY = len("2014-02-20")


def terms_of(title: str, text: str) -> Counter[Term]:
    """How often each term stands in a report, those of the headline and the lead counted twice."""
    body = "\n".join(line for line in text[:_LONGEST].splitlines() if not is_furniture(line))
    words = [word for part in (title, title, body, body[:_LEAD]) for word in _WORD.findall(part)]
    common = {word for word in words if word.islower()}
    terms = Counter(term for word in words for term in _terms(word, common))
    for match in _AGE.finditer(f"{title}\n{body}"):
        terms["age", next(filter(None, match.groups()))] += 1
    return terms


def days_of(text: str, published: datetime | None) -> list[date]:
    """The first days that a report names."""
    times = (time.interval for time in find_times(text[:_DATED], published))
    days = dict.fromkeys(date.fromisoformat(interval) for interval in times if len(interval) == _ISO_DAY)
    return list(days)[:_MOST_DAYS]


def first_place(title: str | None, text: str) -> str:
    """The place that a report begins with, without those it lies in; "" where it names none."""
    lead = text[:_OPENING]
    sentences = [title or "", *(lead[start:end] for start, end in sentence_spans(lead))]
    places = (place for sentence in sentences for place in find_places(sentence) if place.kind in _PLACES)
    return next((place.name.partition(",")[0] for place in places), "")


def _terms(word: str, common: Container[str]) -> Iterator[Term]:
    """What a word stands for: one that begins with a capital, and is not found without, is a name too."""
    if word[0].isdigit():
        yield "number", word
        return
    small = word.lower().removesuffix("'s").removesuffix("’s")
    if len(small) >= _SHORTEST and small not in stop_words():
        yield "word", stem(small)
        if word[0].isupper() and not (small in common or small in word_classes() or small in days_and_months()):
            yield ("place" if is_known(small.title()) else "name"), small
