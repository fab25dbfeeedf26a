"""Status: whether a figure is asserted, denied, only possible, or planned."""

from __future__ import annotations

from functools import cache

from crosstally.facts.fact import Status
from crosstally.facts.lexicon import load
from crosstally.facts.words.tokens import Tokens

_REACH = 14
_ENDS = frozenset({";", ":", "but", "—", "while", "whereas", "“", '"', "”"})
_MODALS = frozenset({"could", "may", "might", "feared", "would", "possibly", "potentially"})


@cache
def _words() -> dict[str, Status]:
    words: dict[str, Status] = {}
    kinds: tuple[Status, ...] = ("planned", "possible", "denied")
    for status in kinds:
        words.update(dict.fromkeys(load("status")[status]["words"], status))
    return words


@cache
def _pairs() -> dict[str, set[str]]:
    """The first words of pairs by their second: "set to"."""
    pairs: dict[str, set[str]] = {}
    for first, second in load("status")["planned"]["pairs"]:
        pairs.setdefault(second, set()).add(first)
    return pairs


def status_of(tokens: Tokens, first: int, stop: int) -> Status:
    """The status of the figure at tokens [first, stop): by the nearest cue before it, else by a modal behind it."""
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens.lower[i]
        if word in _ENDS:
            break
        if word in _words() and not (word == "may" and tokens.words[i] == "May"):
            return _words()[word]
        if word in _pairs() and tokens.at(i - 1) in _pairs()[word]:
            return "planned"
    for i in range(stop, min(len(tokens), stop + 4)):
        if tokens.lower[i] in _MODALS and tokens.words[i] != "May":
            return "possible"
        if tokens.lower[i] == "will":
            return "planned"
        if tokens.kinds[i] == "mark":
            break
    return "asserted"
