"""Manners: how many went at once, which is no number of all: "three at a time", "four abreast", "two by two"."""

from __future__ import annotations

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import trap_words
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.words.tokens import Tokens


def is_manner(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a bare number says how many went at once: "shot | two | at a time", "left one by | one |"."""
    i, stop = numeral.first, numeral.stop
    if tokens.at(stop) in trap_words("manner") or _is_paired(tokens, i) or _is_paired(tokens, i - 2):
        return True
    is_at_once = tokens.lower[stop : stop + 3] == ["at", "a", "time"]
    return is_at_once and tokens.at(stop + 3) not in trap_words("manner", "telling")  # "killed 12 at a time of unrest"


def _is_paired(tokens: Tokens, i: int) -> bool:
    """Whether "by" ties a word for a number to itself: "three by three", not the sides of "three by three feet"."""
    is_same = tokens.at(i + 1) == "by" and tokens.at(i) in number_words() and tokens.at(i + 2) == tokens.at(i)
    return is_same and unit_behind(tokens, i + 3)[0] is None
