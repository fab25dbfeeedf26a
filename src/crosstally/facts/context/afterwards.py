"""What is done about a deed afterwards, on a day that is not the deed's: "was held | on Friday | over a raid that".

What a clause tells of an event that is looked back on ("a raid | that killed 12"), or of what somebody is held to have
done ("accused | of killing 12"), is of another time than what stands before it, or behind a verb that looks back: "the
raid that killed 12 | was remembered on Friday".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.words.vocabulary import any_of, in_any_case

_DETERMINER = re.compile(r"\b(?:the|a|an|this|that)\s$")  # "the | June 2013 | shooting that"
_LONGEST = 6  # code points of a determiner and what stands around it


class _Deed(NamedTuple):
    """Where a deed is named, and where what is told of it begins; whether what stands before it looks back on it."""

    named: int
    told: int
    is_looked_back_on: bool


def looks_back(sentence: str, time: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether a time is when a sentence looks back on what a figure is told of, each a span of code points."""
    deeds = [deed for deed in _deeds(sentence) if deed.told <= figure[0]]
    if not deeds:
        return False
    if time[0] >= figure[1]:
        return _verb().search(sentence, figure[1], time[0]) is not None
    if _DETERMINER.search(sentence, max(0, time[0] - _LONGEST), time[0]):
        return False
    return any(deed.is_looked_back_on and time[0] < deed.named for deed in deeds)


@lru_cache(maxsize=2)
def _deeds(sentence: str) -> list[_Deed]:
    """The deeds of a sentence that somebody may look back on; few sentences have a word that does."""
    charges = [_Deed(match.end(), match.end(), is_looked_back_on=True) for match in _charge().finditer(sentence)]
    first = _verb().search(sentence)
    if first is None:
        return charges
    events = ((match, match.start() > first.start()) for match in _event().finditer(sentence))
    return charges + [_Deed(match.start(), match.end(), is_looked_back_on=is_later) for match, is_later in events]


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(load('times')['afterwards']['words'])}\b")


@cache
def _event() -> re.Pattern[str]:
    """An event that may be looked back on, and the word behind which that is told of."""
    kinds = load("events")["kind"]
    nouns = [noun for kind in load("times")["afterwards"]["kinds"] for noun in kinds[kind]]
    events = any_of(in_any_case([*nouns, *load("events")["any"]["words"]]))
    return re.compile(rf"\b{events}\b(?:\s[^,;:]*?)?\s(?:that|which|where|of)\s")


@cache
def _charge() -> re.Pattern[str]:
    """What opens a deed that somebody is held to have done: "accused | of | killing", "charged Tuesday | with"."""
    return re.compile(
        rf"\b{any_of(load('times')['afterwards']['charges'])}\b(?:\s[\w.]+){{0,3}}?\s(?:of|with)\s(?=\w+ing\b|\w+ly\s)"
    )
