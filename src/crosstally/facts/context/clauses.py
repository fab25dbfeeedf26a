"""Clauses of a sentence, and which of the things it names stands nearest to a figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Protocol, TypeVar

from crosstally.facts.context.speech import speech_in, verbs_of_speech
from crosstally.facts.words.vocabulary import any_of

_JOINT = re.compile(r",? (?:and|or)(?: [a-z]+){0,2} ?")
_THAT = re.compile(r"\s(?:(?:on )?\w+day )?that\s")
_COMPARED = (
    r"\b(?:(?:up|down) from|compared (?:with|to)|than (?=(?:in|at|on|during|a|an|the|it|they|he|she|last)\b)"
    r"|(?:below|above|beyond|against) (?=(?:last|the same|the previous|the year|a year)\b)|that of (?=last\b))"
)
_REACH = 500  # code points that a clause is followed to either side
_NEXT_CONJUNCT = 60  # code points that a thing before "and" is further away from what stands behind it


@cache
def _boundary() -> re.Pattern[str]:
    """What parts two clauses, a verb of speech among them: who speaks where is no part of what is said."""
    conjunctions = "and|but|while|whereas|although|though|when|where|which|who|whose|after|before"
    return re.compile(
        rf"\W(?:(?<=[;:()—])|(?<=\s)[-–](?=\s)|(?<=-)-|(?<=,)\s+(?:{conjunctions})\b"
        rf"|(?<=\s)(?:but|while|whereas|that)(?=\s)|{_COMPARED}|(?<=\W){any_of(verbs_of_speech())}\b)"
    )


@cache
def _comparison() -> re.Pattern[str]:
    return re.compile(_COMPARED)


class Spanned(Protocol):
    """Something with a place in the sentence."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last."""


S = TypeVar("S", bound=Spanned)


@lru_cache(maxsize=2)
def _boundaries(sentence: str) -> list[tuple[int, int]]:
    """Spans of all boundaries of a sentence; its figures and places ask for them one after another."""
    spans = (match.span() for match in _boundary().finditer(f" {sentence}"))
    return [(start - 1, end - 1) for start, end in spans]


def clause_at(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Span of the clause that holds ``sentence[start:end]``, as far as it lies within reach of it."""
    low, high = max(0, start - _REACH), min(len(sentence), end + _REACH)
    spans = _boundaries(sentence)
    for k in range(bisect_left(spans, (low, 0)), len(spans)):
        first, stop = spans[k]
        if first >= high:
            break
        if stop <= start:
            low = stop
        elif first >= end:
            return low, first
    return low, high


def nearest(sentence: str, things: Sequence[S], start: int, end: int) -> S | None:
    """The thing nearest to ``sentence[start:end]`` in its clause, else the only one of the sentence, else None.

    The only one does not count when a verb of speech or a comparison parts it from the figure: "58 percent, down from
    63 percent four years ago".

    Args:
        sentence: The sentence.
        things: What it names, in order; what overlaps the figure is left out.
        start: First code point of the figure.
        end: One past its last.
    """
    if not things:
        return None
    low, high = clause_at(sentence, start, end)
    first, stop = (bisect_left(things, bound, key=attrgetter("start")) for bound in (low, high))
    inside = [thing for thing in things[first:stop] if thing.end <= start or thing.start >= end]
    if inside:
        return min(inside, key=lambda thing: _distance(sentence, thing, start, end))
    if len(things) != 1 or (things[0].start < end and start < things[0].end):
        return None
    return None if _parted(sentence, things[0], start, end) else things[0]


def _parted(sentence: str, thing: Spanned, start: int, end: int) -> bool:
    """Whether a verb of speech or a comparison parts the thing from the figure: "told reporters in Geneva that 12"."""
    low, high = min(thing.end, end), max(thing.start, start)
    between = sentence[low:high]
    told = _THAT.match(between) is not None and speech_in(sentence[max(0, thing.start - _REACH) : thing.start])
    compared = _comparison().search(sentence, low)  # "below | last year": what is behind it may be the thing
    return told or speech_in(between) or (compared is not None and compared.end() <= high)


def _distance(sentence: str, thing: Spanned, start: int, end: int) -> int:
    if thing.start >= end:
        return thing.start - end
    joined = start - thing.end < _NEXT_CONJUNCT and _JOINT.fullmatch(sentence, thing.end, start)
    return start - thing.end + (_NEXT_CONJUNCT if joined else 0)
