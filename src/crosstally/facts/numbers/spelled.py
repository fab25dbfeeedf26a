"""Numbers in words, by one grammar: "a hundred and twenty", "five million three hundred thousand", "six point one".

    number = term ([","] ["and"] term)*, each term smaller than the scale that ends the one before it
    term   = group scale*                   "two hundred and fifty | thousand"
    group  = small ["hundred" ["and" small]]
    small  = a | one ... ninety-nine        with hyphens or without

Terms in digits join in with a scale of their own: "5 million 348 thousand".
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.words.links import link_words
from crosstally.facts.words.tokens import Tokens

_ARTICLES = link_words("indefinite")
_GROUPING = str.maketrans("", "", ",'’ \u00a0\u202f\u2009")
_HUNDRED, _THOUSAND = 100.0, 1000.0


class Spelled(NamedTuple):
    """A number in words.

    Attributes:
        value: The number.
        stop: Index one past its last token.
        scale: The scale that its last term ends with, which is room for a smaller term; 1 where there is none.
        factor: What its scales multiply by, where a number stands before them: 1e6 in "five million", not "a million".
    """

    value: float
    stop: int
    scale: float = 1.0
    factor: float = 1.0


def value_of(digits: str) -> float:
    """The number that digits write, in groups or not: "1,200"."""
    return float(digits.translate(_GROUPING))


RANK_IN_DIGITS = re.compile(r"(\d[\d,]*)(?:st|nd|rd|th)")
"""A rank, in small letters: "17th", "1,000th"."""


@cache
def ordinals() -> dict[str, int]:
    """The words for ranks, in small letters, and the rank."""
    words: dict[str, int] = load("numerals")["ordinals"]
    return words


@cache
def cardinals() -> dict[str, int]:
    """The words for whole numbers below a hundred, in small letters."""
    words: dict[str, int] = load("numerals")["cardinals"]
    return words


@cache
def scales() -> dict[str, float]:
    """What multiplies the number before it, in small letters: "hundred", "million", "bn"; words in the plural, too."""
    numerals = load("numerals")
    words: dict[str, float] = numerals["magnitudes"]
    plurals = {f"{word}s": size for word, size in words.items() if word not in numerals["abbreviated"]["words"]}
    return {**words, **plurals}


@cache
def denominators() -> dict[str, int]:
    """What a number of parts is parts of, in small letters: "third", "thirds"; "half" is the half alone."""
    words: dict[str, int] = load("numerals")["denominators"]
    return words


@cache
def _old_scales() -> dict[str, float]:
    return {**scales(), **load("numerals")["old_magnitudes"]}


def spelled(tokens: Tokens, i: int) -> Spelled | None:
    """The number in words that begins at token `i`; None where none does. An article needs a scale behind it."""
    first = _term(tokens, i)
    if first is None:
        return None
    whole = with_further_terms(tokens, first)
    return _with_decimals(tokens, whole)


def with_further_terms(tokens: Tokens, number: Spelled) -> Spelled:
    """Takes in the smaller terms behind a number: "five million | three hundred thousand | and six"."""
    while number.scale > 1 and (joined := _joined(tokens, number)) is not None:
        number = joined
    return number


def _joined(tokens: Tokens, number: Spelled) -> Spelled | None:
    """The number with the next term, where one fills the places that the last scale left free."""
    skip, comma = _joint(tokens, number.stop)
    i = number.stop + skip
    if tokens.at(i) in _ARTICLES or (tokens.at(i) not in cardinals() and (skip or not tokens.is_number(i))):
        return None
    term = _term(tokens, i)
    if term is None or not 0 < term.value < number.scale or _counts_parts(tokens, term.value, term.stop):
        return None
    if (not skip and _describes(tokens, term.stop)) or _is_another(tokens, number, term, i):
        return None
    has_scale = term.value >= _HUNDRED
    if (comma and not (has_scale and number.scale >= _THOUSAND)) or (tokens.is_number(i) and term.scale == 1):
        return None
    return Spelled(number.value + term.value, term.stop, term.scale)


def _is_another(tokens: Tokens, number: Spelled, term: Spelled, i: int) -> bool:
    """Whether a number in words at token `i` counts things of its own: "$60 million and | five vans".

    Nobody goes on with ones or tens behind digits and their scale.
    """
    return tokens.at(i - 1) == "and" and term.value < _HUNDRED and tokens.is_number(number.stop - 2)


def _describes(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen at token `i` ties a number to what it describes: "thirty million four|-inch telephones"."""
    return _hyphen(tokens, i) == 1 and tokens.touches(i + 1) and tokens.kinds[i + 1] == "word"


def _joint(tokens: Tokens, i: int) -> tuple[int, bool]:
    """How many tokens join two terms, a hyphen, a comma or "and", and whether a comma is among them."""
    comma = tokens.at(i) == ","
    k = i + int(comma or (tokens.at(i) == "-" and tokens.touches(i)))
    k += tokens.at(k) == "and"
    k += tokens.at(k) == "-" and tokens.touches(k)
    return k - i, comma


def _term(tokens: Tokens, i: int) -> Spelled | None:
    """One group with its scales: "two hundred and fifty thousand", "a hundred", "348 thousand"."""
    article = tokens.at(i) in _ARTICLES
    if article:
        value, stop = 1.0, i + 1
        if tokens.at(stop + _hyphen(tokens, stop)) not in load("numerals")["magnitudes"]:
            return None
    elif tokens.is_number(i):
        value, stop = value_of(tokens.words[i]), i + 1
    elif (below := _small(tokens, i)) is not None:
        value, stop = below
    else:
        return None
    scale, factor = 1.0, 1.0
    while (size := _old_scales().get(tokens.at(stop + (skip := _hyphen(tokens, stop))))) is not None:
        if tokens.at(stop + skip) in load("numerals")["abbreviated"]["words"]:
            break  # "five bn" is nobody's way of writing
        value, factor, scale, stop = value * size, factor * size, size, stop + skip + 1
        if size == _HUNDRED and (rest := _behind_hundred(tokens, stop)) is not None:
            value, stop, scale, factor = value + rest[0], rest[1], 1.0, 1.0
    room = 1.0 if scale == 12.0 else scale  # noqa: PLR2004 - nothing follows a dozen
    return Spelled(value, stop, room, 1.0 if article else factor)


def _behind_hundred(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """The tens and ones behind "hundred": "| and fifty", "| five", "|-and-twenty"; "| and two hundred" begins anew."""
    skip, comma = _joint(tokens, i)
    rest = None if comma else _small(tokens, i + skip)
    if rest is None or tokens.at(rest[1] + _hyphen(tokens, rest[1])) == "hundred" or _counts_parts(tokens, *rest):
        return None
    return rest


def _counts_parts(tokens: Tokens, value: float, stop: int) -> bool:
    """Whether a number is that of parts, and no term: "a hundred and three | quarters"."""
    return value < denominators().get(tokens.at(stop + _hyphen(tokens, stop)), 0)


def _small(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """A number below a hundred, and where it ends: "seven", "twenty-five", "ninety five"."""
    words = cardinals()
    if tokens.at(i) not in words:
        return None
    value, stop = words[tokens.at(i)], i + 1
    if value >= 20:  # noqa: PLR2004 - tens
        skip = _hyphen(tokens, stop)
        ones = words.get(tokens.at(stop + skip), 0)
        if 0 < ones < 10:  # noqa: PLR2004 - ones
            return float(value + ones), stop + skip + 1
    return float(value), stop


def _with_decimals(tokens: Tokens, number: Spelled) -> Spelled:
    """Takes in decimals: "six | point one", "two|-point-four"; "at one point five" is a point in time."""
    point = number.stop + _hyphen(tokens, number.stop)
    if tokens.at(point) != "point" or (tokens.at(number.stop - 1) == "one" and tokens.at(number.stop - 2) == "at"):
        return number
    digits, i = "", point + 1
    while 0 <= (digit := cardinals().get(tokens.at(i + (skip := _hyphen(tokens, i))), -1)) < 10:  # noqa: PLR2004 - one digit
        digits, i = f"{digits}{digit}", i + skip + 1
    return Spelled(float(f"{number.value:.0f}.{digits}"), i) if digits else number


def _hyphen(tokens: Tokens, i: int) -> int:
    return 1 if tokens.at(i) == "-" and tokens.touches(i) else 0
