"""Numerals: digits, number words, fractions, magnitudes and vague words, read from the tokens of a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.words.tokens import Tokens

LARGEST = 1e30  # what has more digits is a serial number, or made to overflow
_DECIMAL_COMMA = re.compile(r"\d+,\d\d?")  # the scan takes "1,5" for one number before a magnitude only
_GROUPING = str.maketrans("", "", ",'’ \u00a0\u202f\u2009")


class Numeral(NamedTuple):
    """A number in a sentence.

    Attributes:
        first: Index of its first token.
        stop: Index one past its last token.
        value: The number; None for a vague word.
        low: Smallest value meant.
        high: Largest value meant.
        digits: Whether it is written in digits.
        magnitude: What a trailing magnitude multiplies by: 1e6 in "5 million". 1 when there is none.
    """

    first: int
    stop: int
    value: float | None
    low: float
    high: float
    digits: bool
    magnitude: float = 1.0

    def times(self, factor: float, stop: int) -> Numeral:
        """The same numeral with a further magnitude, which ends at `stop`."""
        value = None if self.value is None else without_dust(self.value * factor)
        return Numeral(
            self.first,
            stop,
            value,
            without_dust(self.low * factor),
            without_dust(self.high * factor),
            self.digits,
            self.magnitude * factor,
        )


class _Words(NamedTuple):
    cardinals: dict[str, int]
    magnitudes: dict[str, float]
    denominators: dict[str, int]
    glyphs: dict[str, float]
    folds: dict[str, float]
    phrases: dict[str, list[tuple[list[str], float | None, float, float]]]  # by first word, longest first


@cache
def _words() -> _Words:
    data = load("numerals")
    entries = [(p.split(), None, float(low), float(high)) for p, (low, high) in data["vague"].items()]
    exact = [(p.split(), float(v), float(v), float(v)) for p, v in data["exact"].items()]
    folds = {f"{word}fold": float(value) for word, value in data["cardinals"].items()}
    phrases: dict[str, list[tuple[list[str], float | None, float, float]]] = {}
    for entry in sorted([*entries, *exact], key=lambda e: -len(e[0])):
        phrases.setdefault(entry[0][0], []).append(entry)
    return _Words(data["cardinals"], data["magnitudes"], data["denominators"], data["glyphs"], folds, phrases)


def cardinals() -> dict[str, int]:
    """The words for whole numbers below a hundred, in small letters."""
    return _words().cardinals


@cache
def number_words() -> frozenset[str]:
    """Every word a numeral can begin with, in small letters."""
    words = _words()
    return (
        frozenset(words.cardinals)
        | frozenset(words.folds)
        | (frozenset(words.phrases) - {"a"})
        | frozenset(words.magnitudes)
    )


def read_numeral(tokens: Tokens, i: int) -> Numeral | None:
    """The longest numeral that begins at token `i`; None where none does."""
    kind = tokens.kinds[i]
    if kind == "number":
        return _digits(tokens, i)
    if kind == "fraction":
        value = _words().glyphs[tokens.words[i]]
        return Numeral(i, i + 1, value, value, value, digits=True)
    if kind != "word":
        return None
    numeral = _phrase(tokens, i) or _cardinal(tokens, i)
    return numeral and _magnified(tokens, numeral)


def _digits(tokens: Tokens, i: int) -> Numeral:
    word = tokens.words[i]
    value = float(word.replace(",", ".") if _DECIMAL_COMMA.fullmatch(word) else word.translate(_GROUPING))
    stop = i + 1
    if (
        tokens.at(stop) in {"/", "⁄"}
        and tokens.touches(stop)
        and _is_number(tokens, stop + 1)
        and tokens.touches(stop + 1)
    ):
        value = _ratio(value, tokens.words[stop + 1])
        stop += 2
    elif (part := _fraction_behind(tokens, stop)) is not None:
        value += part[0]
        stop = part[1]
    return _magnified(tokens, Numeral(i, stop, value, value, value, digits=True))


def _fraction_behind(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """The fraction of a mixed number ("10 1/2", "5½") and where it ends."""
    if i < len(tokens) and tokens.kinds[i] == "fraction":
        return _words().glyphs[tokens.words[i]], i + 1
    if _is_number(tokens, i) and tokens.at(i + 1) in {"/", "⁄"} and _is_number(tokens, i + 2) and tokens.touches(i + 1):
        part = _ratio(float(tokens.words[i].translate(_GROUPING)), tokens.words[i + 2])
        return (part, i + 3) if part < 1 else None
    return None


def _ratio(numerator: float, denominator: str) -> float:
    below = float(denominator.translate(_GROUPING))
    return numerator / below if below else numerator


def _is_number(tokens: Tokens, i: int) -> bool:
    return i < len(tokens) and tokens.kinds[i] == "number"


def _phrase(tokens: Tokens, i: int) -> Numeral | None:
    for phrase, value, low, high in _words().phrases.get(tokens.lower[i], ()):
        stop = i + len(phrase)
        if tokens.lower[i:stop] == phrase:
            if phrase == ["scores"] and not _are_people(tokens, i):
                return None  # "scores" are points in a game unless they are scores of something
            return Numeral(i, stop, value, low, high, digits=False)
    return None


def _are_people(tokens: Tokens, i: int) -> bool:
    """Whether the "scores" at token `i` are of something, or hurt: "injuring | scores", "scores | were killed"."""
    near = tokens.lower[max(0, i - 1) : i + 4]
    return tokens.at(i + 1) in {"of", "more"} or any(word.startswith(("injur", "wound", "kill")) for word in near)


def _cardinal(tokens: Tokens, i: int) -> Numeral | None:
    """Number words: "two hundred and fifty thousand", "twenty-five", "two and a half", "three-quarters"."""
    words = _words()
    if tokens.lower[i] in words.folds:
        value = words.folds[tokens.lower[i]]
        return Numeral(i, i + 1, value, value, value, digits=False)
    if tokens.lower[i] not in words.cardinals:
        return None
    total = current = float(words.cardinals[tokens.lower[i]])
    total, stop, last = 0.0, i + 1, current
    while stop < len(tokens):
        skip = _joint(tokens, stop)
        word = tokens.at(stop + skip)
        if word in words.cardinals and _may_follow(last, words.cardinals[word]):
            last = float(words.cardinals[word])
            current += last
        elif skip == 0 and word in {"hundred", "thousand"}:
            last = words.magnitudes[word]
            current *= last
            if word == "thousand":
                total, current = total + current, 0.0
        else:
            break
        stop += skip + 1
    value = total + current
    return _with_fraction(
        tokens, Numeral(i, stop, value, value, value, digits=False, magnitude=last if last in {100.0, 1000.0} else 1.0)
    )


def _joint(tokens: Tokens, i: int) -> int:
    """How many tokens join two parts of a number in words: "-" in "twenty-five", "and" in "two hundred and five"."""
    if tokens.at(i) == "-" and tokens.touches(i):
        return 1
    return 1 if tokens.at(i) == "and" and tokens.at(i - 1) in {"hundred", "thousand"} else 0


def _may_follow(last: float, word: int) -> bool:
    """Whether `word` fills the free places of what stands before it: "twenty" + "five", "hundred" + "fifty"."""
    return (word < 10 and last in range(20, 100, 10)) or (0 < word < 100 and last in {100.0, 1000.0})  # noqa: PLR2004


def _with_fraction(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Adds "and a half" and "and three-quarters"; turns "three-quarters" and "two thirds" into fractions."""
    words, stop = _words(), numeral.stop
    if tokens.lower[stop : stop + 3] == ["and", "a", "half"]:
        return numeral._replace(stop=stop + 3, value=numeral.low + 0.5, low=numeral.low + 0.5, high=numeral.high + 0.5)
    skip = 1 if tokens.at(stop) == "-" and tokens.touches(stop) else 0
    below = words.denominators.get(tokens.at(stop + skip))
    plural = tokens.at(stop + skip).endswith("s")
    if below and 0 < numeral.low < below and (plural or (numeral.low == 1 and below > 2)):  # noqa: PLR2004 - "one half" is a period
        part = numeral.low / below
        return numeral._replace(stop=stop + skip + 1, value=part, low=part, high=part)
    return numeral


def _magnified(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Takes in the magnitudes behind a number: "1.2 million", "several hundred thousand", "3bn"."""
    magnitudes = _words().magnitudes
    while numeral.stop < len(tokens):
        skip = 1 if tokens.at(numeral.stop) == "-" and tokens.touches(numeral.stop) else 0
        word = tokens.at(numeral.stop + skip)
        if word not in magnitudes or (word in {"tn", "trn", "mn"} and not tokens.touches(numeral.stop)):
            break
        numeral = numeral.times(magnitudes[word], numeral.stop + skip + 1)
    return numeral


def without_dust(value: float) -> float:
    """Drops the binary dust of a product: 1.1 * 1e6 is 1100000.0000000002."""
    return float(f"{value:.12g}")
