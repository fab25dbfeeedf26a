"""Manners: how many went at once, or into how many something fell: "three at a time", "two by two", "split in two"."""

from __future__ import annotations

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import ends, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.words.nouns import is_plural
from crosstally.facts.words.tokens import Tokens

_REACH = 6  # tokens from a verb to "in two": "split the ailing company in two"


def is_manner(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a bare number says how many went at once: "shot | two | at a time", "left one by | one |"."""
    i, stop = numeral.first, numeral.stop
    if tokens.at(stop) in trap_words("manner") or _is_paired(tokens, i) or _is_paired(tokens, i - 2):
        return True
    if not numeral.digits and tokens.at(i - 1) in {"in", "into"} and ends(tokens, stop) and _falls_apart(tokens, i):
        return True
    is_deep = not numeral.digits and tokens.at(stop) == "deep"
    if is_deep and (ends(tokens, stop + 1) or tokens.at(stop + 1) in trap_words("numbered", "before")):
        return True  # "they stood three | deep", not "two deep wells"
    of_one = tokens.lower[i] == "one" and tokens.lower[stop + 1 : stop + 4] == ["at", "a", "time"]
    if of_one and not is_plural(tokens.at(stop)) and hedge_before(tokens, i) is None:
        return True  # "| one crane at a time"
    is_at_once = tokens.lower[stop : stop + 3] == ["at", "a", "time"]
    return is_at_once and tokens.at(stop + 3) not in trap_words("manner", "telling")  # "killed 12 at a time of unrest"


def _falls_apart(tokens: Tokens, i: int) -> bool:
    """Whether something is told to be split before token `i`: "broke in | two", "split the firm into | three"."""
    return not trap_words("manner", "splitting").isdisjoint(tokens.lower[max(0, i - _REACH) : i])


def _is_paired(tokens: Tokens, i: int) -> bool:
    """Whether "by" ties a word for a number to itself: "three by three", not the sides of "three by three feet"."""
    is_number = tokens.at(i) in number_words() or tokens.at(i).isdigit()
    is_same = tokens.at(i + 1) == "by" and is_number and tokens.at(i + 2) == tokens.at(i)
    return is_same and unit_behind(tokens, i + 3)[0] is None
