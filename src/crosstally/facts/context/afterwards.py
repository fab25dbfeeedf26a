"""What is done about a deed afterwards, on a day that is not the deed's: "were arrested | on Friday | over a raid that".

The time of such a verb stands before the event that it looks back on; what a clause tells of that event, "that killed
12", is of another time, which the sentence does not name or names behind the event.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from crosstally.facts.lexicon import load
from crosstally.facts.words.vocabulary import any_of, in_any_case

_DETERMINER = re.compile(r"\b(?:the|a|an|this|that)\s$")  # "the | June 2013 | shooting that"
_LONGEST = 6  # code points of a determiner and what stands around it


def looks_back(sentence: str, time: int, figure: int) -> bool:
    """Whether a time at one code point is when a sentence looks back on what a figure at another is told of."""
    spans = _looks_back(sentence)
    is_of_event = bool(spans) and _DETERMINER.search(sentence, max(0, time - _LONGEST), time) is not None
    return not is_of_event and any(time < event and told <= figure for event, told in spans)


@lru_cache(maxsize=2)
def _looks_back(sentence: str) -> list[tuple[int, int]]:
    """Where each event stands that a verb looks back on, and where what is told of it begins."""
    if not _verb().search(sentence):
        return []
    return [(match.start("event"), match.end()) for match in _looking_back().finditer(sentence)]


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(load('times')['afterwards']['words'])}\b")


@cache
def _looking_back() -> re.Pattern[str]:
    """A verb, the event that it looks back on, and the word behind which that is told of."""
    kinds = load("events")["kind"]
    nouns = [noun for kind in load("times")["afterwards"]["kinds"] for noun in kinds[kind]]
    events = any_of(in_any_case([*nouns, *load("events")["any"]["words"]]))
    return re.compile(rf"{_verb().pattern}[^;:]*?\b(?P<event>{events})\b(?:\s[^,;:]*?)?\s(?:that|which|where|of)\s")
