"""The words before a name that make a place of it: "in | Orvane", "the town of | Sel", "Orvane and | Sel"."""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.lexicon import load

CAPITAL = "A-ZÀ-ÖØ-Þ"
"""The capitals, as a range of a pattern."""

CAPITALISED = rf"[{CAPITAL}][\w.'’-]*"
"""A word that begins with a capital, as a pattern."""

_IN_ROW = re.compile(rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}(?:, {CAPITALISED}|,? (?:and|or) {CAPITALISED})")
_FLIGHT = 3  # words between "fled" and the preposition, at the most
_LOOK_BACK = 48  # code points in which the preposition is looked for


def cue_before(sentence: str, start: int, last: int) -> str:
    """The word before `start` that makes a place of what follows; "" when there is none.

    Args:
        sentence: The sentence.
        start: Where a name begins.
        last: Where the place before it ends; -1 where none stands before it.
    """
    between = sentence[last:start] if last >= 0 else None
    if between == ", " and _IN_ROW.match(sentence, start):
        return "and"
    if sentence[sentence.rfind(" ", 0, max(start - 1, 0)) + 1 : start].strip(" (\"'“‘").lower() not in _before():
        return ""
    words = sentence[max(0, start - _LOOK_BACK) : start].lower().split()
    if " ".join(words[-2:]) in words_of_places("before"):
        return "before"
    if between is not None and between.strip(" ,") in {"and", "or"}:
        return "and"
    for i in range(len(words) - 1, -1, -1):
        plain = words[i].lstrip("(\"'“‘")
        if plain in _cues():
            home = i > 0 and words[i - 1] in words_of_places("home")
            return "" if home or not words_of_places("fled").isdisjoint(words[max(0, i - _FLIGHT) : i]) else plain
        if plain not in words_of_places("between"):
            break
    return ""


@cache
def words_of_places(table: str) -> frozenset[str]:
    """A list of ``lexicon/places.toml``, such as "kind"."""
    entries = load("places")[table]
    return frozenset(entries.get("words", entries))


@cache
def _cues() -> frozenset[str]:
    return words_of_places("preposition") | words_of_places("verb")


@cache
def _before() -> frozenset[str]:
    """Words that may stand right before a place."""
    return _cues() | words_of_places("between") | {"and", "or"}
