"""Status: whether a figure is asserted, denied, only possible, or planned."""

from __future__ import annotations

from functools import cache

from crosstally.facts.context.speech import verbs_of_speech
from crosstally.facts.fact import Status
from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_REACH = 14
_ENDS = frozenset({";", ":", "but", "—", "while", "whereas", "“", '"', "”"})
_OPENINGS = frozenset({"that", "which", "who", "whom", "as", "than"})
_ASIDE = 4  # tokens from such a word to the plan
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
    if _is_of_none(tokens, first):
        return "denied"
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens.lower[i]
        if word in _ENDS or _opens_another(tokens, i, first):
            break
        if word in _words() and not (word == "may" and tokens.words[i] == "May"):
            if _words()[word] == "planned" and _is_aside(tokens, i):
                continue
            return _words()[word]
        if word in _pairs() and tokens.at(i - 1) in _pairs()[word]:
            return "planned"
    return _status_behind(tokens, stop)


def _status_behind(tokens: Tokens, stop: int) -> Status:
    """The status of a figure by a modal a few tokens behind it, where it ends at token `stop`."""
    for i in range(stop, min(len(tokens), stop + 4)):
        if tokens.lower[i] in _MODALS and tokens.words[i] != "May":
            return "possible"
        if tokens.lower[i] == "will":
            return "planned"
        if tokens.kinds[i] == "mark":
            break
    return "asserted"


def _is_of_none(tokens: Tokens, first: int) -> bool:
    """Whether a figure is a whole of which nobody is meant: "none of the | four officers", "neither of the | two"."""
    i = first - 1 - (tokens.at(first - 1) in {"the", "these", "those", "its", "their"})
    return tokens.at(i) == "of" and tokens.at(i - 1) in {"none", "neither", "nobody"}


def _opens_another(tokens: Tokens, i: int, first: int) -> bool:
    """Whether another statement begins at token `i`: "he denied it and | said 12 died", "it may rise, | as 12 are".

    Args:
        tokens: The sentence.
        i: A token before the figure.
        first: The figure's first token.
    """
    word = tokens.lower[i]
    if word == "as":
        return i == first - 1 or tokens.at(i - 1) == ","
    return word in verbs_of_speech() and word not in _words() and tokens.at(i - 1) == "and"


def _is_aside(tokens: Tokens, i: int) -> bool:
    """Whether a plan ends the clause it stands in: "a fire that nobody | expected | killed 12", "as expected, 12"."""
    behind = tokens.at(i + 1)
    if behind not in {",", "and"} and word_class(behind) != "d" and not behind.endswith("ed"):
        return False
    opening = next((k for k in range(i - 1, max(-1, i - 1 - _ASIDE), -1) if tokens.lower[k] in _OPENINGS), None)
    return opening is not None and tokens.at(opening - 1) not in verbs_of_speech()
