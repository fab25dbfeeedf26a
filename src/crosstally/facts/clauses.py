"""Clauses of a sentence, and which of the things it names stands nearest to a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Protocol, TypeVar

from crosstally.facts.speech import speech_in, verbs_of_speech

_JOINT = re.compile(r",? (?:and|or)(?: [a-z]+){0,2} ?")
_NEXT_CONJUNCT = 60  # code points that a thing before "and" is further away from what stands behind it


@cache
def _boundary() -> re.Pattern[str]:
    """What parts two clauses, a verb of speech among them: who speaks where is no part of what is said."""
    conjunctions = "and|but|while|whereas|although|though|when|where|which|who|whose|after|before"
    return re.compile(
        rf"[;:()]|\s[-–]\s|—|--|,\s+(?:{conjunctions})\b|\s(?:but|while|whereas|that)\s|\b(?:{'|'.join(verbs_of_speech())})\b"
    )


class Spanned(Protocol):
    """Something with a place in the sentence."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last."""


S = TypeVar("S", bound=Spanned)


def clause_at(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Span of the clause that holds ``sentence[start:end]``."""
    low, high = 0, len(sentence)
    for boundary in _boundary().finditer(sentence):
        if boundary.end() <= start:
            low = boundary.end()
        elif boundary.start() >= end:
            high = boundary.start()
            break
    return low, high


def nearest(sentence: str, things: Sequence[S], start: int, end: int) -> S | None:
    """The thing nearest to ``sentence[start:end]`` in its clause, else the only one of the sentence, else None.

    The only one does not count when a verb of speech parts it from the figure.
    """
    if not things:
        return None
    low, high = clause_at(sentence, start, end)
    inside = [thing for thing in things if low <= thing.start < high]
    if inside:
        return min(inside, key=lambda thing: _distance(sentence, thing, start, end))
    only = things[0]
    between = sentence[min(only.end, end) : max(only.start, start)]
    told = " that " in between and speech_in(sentence[: only.start])  # "she told reporters in Geneva that 12"
    return None if len(things) > 1 or told or speech_in(between) else only


def _distance(sentence: str, thing: Spanned, start: int, end: int) -> int:
    if thing.start >= end:
        return thing.start - end
    joined = start - thing.end < _NEXT_CONJUNCT and _JOINT.fullmatch(sentence, thing.end, max(start, thing.end))
    return start - thing.end + (_NEXT_CONJUNCT if joined else 0)
