"""The lede: the part of a text in which it tells of its own event, and what it says of when and of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from crosstally.facts.context.gazetteer import is_known
from crosstally.facts.lexicon import load
from crosstally.facts.words.calendar import time_words
from crosstally.facts.words.furniture import is_furniture
from crosstally.facts.words.vocabulary import any_of, in_any_case

FULL_DATE = re.compile(
    r"(?=\d)\b\d{1,2}(?:st|nd|rd|th)?,? (?:[A-Z][a-z]+\.?,? )?((?:19|20)\d\d)\b|\b((?:19|20)\d\d)-\d\d-\d\d"
)
_LEDE = 400  # code points of a text in which it tells of its own event
_SENTENCES = 4  # the same, in sentences: a page may begin with long lines of its own
_LINE = 40  # code points of a sentence that is no line of a page
_STOPS = frozenset('.!?"”')
MARKS = ".,;:!?()\"'“”‘’"
_ENDS = frozenset('.!?:"”|')
_SHORTEST = 3  # letters of a name
_AT = frozenset({"in", "at", "near", "off", "outside", "inside", "around", "hit", "struck", "from", "across"})


def end_of_lede(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """Where the lede of a text ends, in code points; the lines of a page do not count.

    Args:
        text: The text.
        spans: Its sentences, each from its first code point to one past its last.
    """
    told: list[int] = []
    for (start, end), (begin, stop) in pairwise([*spans, (len(text), len(text))]):
        if len(told) == _SENTENCES:
            break
        is_whole = end - start >= _LINE and text[end - 1] in _STOPS
        if is_whole and not is_furniture(text[start:end]) and not is_furniture(text[begin:stop]):
            told.append(end)  # nor does a caption, with its credit behind it
    first = [spans[min(_SENTENCES, len(spans)) - 1][1]] if spans else []
    return max([_LEDE, *first, *told[-1:]])


def is_news(lede: str) -> bool:
    """Whether it names a day of these days, or a full date."""
    return (_words("news").search(f" {lede}") or FULL_DATE.search(lede)) is not None


def tells_day(sentence: str) -> bool:
    """Whether it tells of one of these days, so that "the fire" in it is none of a year long past."""
    return _words("news").search(f" {sentence}") is not None


def is_of_court(text: str) -> bool:
    """Whether a court is told of, which looks back at what happened."""
    return _words("court").search(f" {text}") is not None


@cache
def _words(kind: str) -> re.Pattern[str]:
    """The words of a kind, each behind what parts it from the word before."""
    return re.compile(rf"\W{any_of(in_any_case(load('events')[kind]['words']))}\b")


def names_in(text: str) -> set[str]:
    """The names in a text that are none of places, as far as that is seen, and begin no sentence."""
    return {
        name
        for before, word in pairwise(text.split())
        if word[0].isupper() and before[-1] not in _ENDS and before.lower() not in _AT
        if (name := word.strip(MARKS).removesuffix("'s").removesuffix("’s")) and not is_known(name)
        if len(name) >= _SHORTEST and name.lower() not in _calendar()
    }


@cache
def _calendar() -> frozenset[str]:
    return time_words() | {"may"}
