"""Children of somebody: "a mother of | 12", "father-of- | two Bo Rusk", "leaves a widow and | two children"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.words.nouns import singular
from crosstally.facts.words.tokens import DASHES, Tokens


def counted_of_parent(tokens: Tokens, i: int) -> str | None:
    """What a number that begins at token `i` counts, "child" or "grandchild"; None where no parent stands before it."""
    i -= tokens.at(i - 1) in DASHES
    if tokens.at(i - 1) not in {"of", "to"}:
        return None
    i -= 1 + (tokens.at(i - 2) in DASHES)
    return _counts().get(singular(tokens.at(i - 1)))


def are_of_somebody(tokens: Tokens, first: int, noun: str) -> bool:
    """Whether children that a number counts, which begins at token `first`, are told to be somebody's.

    "Her | two children | ran", "leaves a widow and | four children", "the last of | seven children", "she has | two".
    """
    if noun != "child":
        return False
    before = tokens.at(first - 1)
    of_first = before == "of" and tokens.at(first - 2) in _words("first")
    if before in _words("owners") or of_first or counted_of_parent(tokens, first) is not None:
        return True
    return _are_had(tokens, first) or _are_left(tokens, first)


def _are_had(tokens: Tokens, first: int) -> bool:
    """Whether somebody has them, and may have others of kin beside them: "he has nine wives and | 34 children"."""
    i = first - 1
    while i > 0 and _is_kin(tokens, i):
        i -= 1
    return tokens.at(i) in {"has", "have", "had"} and tokens.at(i - 1) in _words("having")


def _are_left(tokens: Tokens, first: int) -> bool:
    """Whether nothing but other kin, named or not, stands between those left behind and who left them."""
    i = first - 1
    while i >= 0 and (_is_kin(tokens, i) or tokens.words[i].istitle()):
        i -= 1
    return tokens.at(i) in _words("leaving") or tokens.lower[max(0, i - 1) : i + 1] == ["survived", "by"]


def _is_kin(tokens: Tokens, i: int) -> bool:
    """Whether a token is one of those that tell of kin: "a wife, | nine | sons and"."""
    word = tokens.lower[i]
    return word in _words("left") or tokens.kinds[i] == "number" or word in cardinals()


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("parents")["somebody"][kind])


@cache
def _counts() -> Mapping[str, str]:
    """What each noun for a parent has."""
    return {parent: counted for counted, parents in load("parents")["counts"].items() for parent in parents}
