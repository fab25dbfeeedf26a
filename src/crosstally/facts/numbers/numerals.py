"""Numerals: digits, number words, fractions, magnitudes and vague words, read from the tokens of a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.fractions import fraction, with_fraction
from crosstally.facts.numbers.spelled import Spelled, cardinals, scales, spelled, with_further_terms
from crosstally.facts.words.nouns import is_plural
from crosstally.facts.words.tokens import Tokens

LARGEST = 1e30  # what has more digits is a serial number, or made to overflow
_DECIMAL_COMMA = re.compile(r"\d+,\d\d?")  # the scan takes "1,5" for one number before a magnitude only
_LARGEST_POWER = 99
_RAISED = re.compile(r"10(?:\^[ ]?([-−+]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_TIMES = frozenset({"x", "×", "*", "·"})
_TOUCHING = frozenset({"tn", "trn", "mn"})  # magnitudes right behind the digits only, unless it is money
_THOUSAND = 1000.0
_YEAR_DIGITS = 4
_WIRED = frozenset((above, "-", below) for above, below in ("12", "13", "23", "14", "34", "18", "38", "58", "78"))
_DENOMINATORS = frozenset({*range(1, 11), 12, 16, 32, 64, 100})  # those that shares are written with
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

    def negative(self) -> Numeral:
        """The same numeral on the other side of nothing."""
        return self._replace(value=None if self.value is None else -self.value, low=-self.high, high=-self.low)


class _Words(NamedTuple):
    glyphs: dict[str, float]
    folds: dict[str, float]
    vague: dict[str, tuple[float, float]]
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
    return _Words(data["glyphs"], folds, data["vague"], phrases)


@cache
def number_words() -> frozenset[str]:
    """Every word but an article that a numeral can begin with or that stands behind the article, in small letters."""
    words = _words()
    return (
        frozenset(cardinals())
        | frozenset(words.folds)
        | (frozenset(words.phrases) - {"a"})
        | frozenset(load("numerals")["magnitudes"])
        | {"half", "quarter"}
    )


def read_numeral(tokens: Tokens, i: int) -> Numeral | None:
    """The longest numeral that begins at token `i`, said again in brackets or not; None where none does."""
    numeral = _numeral(tokens, i)
    return numeral and _said_again(tokens, numeral)


def _said_again(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Takes in the same number in brackets, as deeds and notices have it: "six | (6) | clerks", "9 | (nine) | days"."""
    i = numeral.stop + 1
    if tokens.at(i - 1) != "(" or i >= len(tokens) or (again := _numeral(tokens, i)) is None:
        return numeral
    is_same = again.value == numeral.value is not None and tokens.at(again.stop) == ")"
    return numeral._replace(stop=again.stop + 1) if is_same and again.digits != numeral.digits else numeral


def _numeral(tokens: Tokens, i: int) -> Numeral | None:
    kind = tokens.kinds[i]
    if kind == "number":
        return _digits(tokens, i)
    if kind == "fraction":
        value = _words().glyphs[tokens.words[i]]
        return Numeral(i, i + 1, value, value, value, digits=True)
    if kind != "word":
        return None
    if (part := fraction(tokens, i)) is not None:
        return _magnified(tokens, _exact(i, part, digits=False))
    vague = _phrase(tokens, i)
    return _magnified(tokens, vague) if vague is not None else _in_words(tokens, i)


def read_scale(tokens: Tokens, i: int) -> Numeral | None:
    """The numeral of a scale that no number stands before: "about | hundred people", "some | thousand homes"."""
    size = load("numerals")["magnitudes"].get(tokens.at(i))
    return None if size is None else _magnified(tokens, Numeral(i, i + 1, size, size, size, digits=False))


def _exact(i: int, number: Spelled, *, digits: bool) -> Numeral:
    return Numeral(i, number.stop, number.value, number.value, number.value, digits, number.factor)


def _in_words(tokens: Tokens, i: int) -> Numeral | None:
    """A number in words, its fraction and the scale behind that: "twenty-five", "two | and a half | million"."""
    fold = _words().folds.get(tokens.lower[i])
    if fold is not None:
        return Numeral(i, i + 1, fold, fold, fold, digits=False)
    number = spelled(tokens, i)
    if number is None:
        return None
    return _past_of(tokens, _magnified(tokens, _exact(i, with_fraction(tokens, number), digits=False)))


def _digits(tokens: Tokens, i: int) -> Numeral:
    word = tokens.words[i]
    value = float(word.replace(",", ".") if _DECIMAL_COMMA.fullmatch(word) else word.translate(_GROUPING))
    stop = i + 1
    if (
        tokens.at(stop) in {"/", "⁄"}
        and tokens.touches(stop)
        and _is_number(tokens, stop + 1)
        and tokens.touches(stop + 1)
        and not _are_sizes(tokens, i)
    ):
        if not _is_part_of_whole(tokens, i):
            value = _ratio(value, tokens.words[stop + 1])
        stop += 2
    elif (part := _fraction_behind(tokens, stop)) is not None:
        value += part[0]
        stop = part[1]
    elif (power := _power_behind(tokens, stop)) is not None:
        value = float(f"{value!r}e{power[0]}")
        stop = power[1]
    numeral = _magnified(tokens, Numeral(i, stop, value, value, value, digits=True))
    if numeral.magnitude == 1:
        return numeral
    number = Spelled(numeral.high, numeral.stop, scales().get(tokens.at(numeral.stop - 1), 1.0), numeral.magnitude)
    whole = with_fraction(tokens, with_further_terms(tokens, number))
    return _past_of(tokens, numeral if whole is number else _exact(i, whole, digits=True))


def _are_sizes(tokens: Tokens, i: int) -> bool:
    """Whether a stroke parts two sizes that letters behind it measure: "a 128/256|GB drive", not "1/3-inch"."""
    return len(tokens.words[i]) > 1 and tokens.touches(i + 3) and tokens.kinds[i + 3 : i + 4] == ["word"]


def _is_part_of_whole(tokens: Tokens, i: int) -> bool:
    """Whether a stroke parts those counted from those there were: "shot | 38/44 drones"; "5/16 inch" is a share."""
    part, whole = tokens.words[i], tokens.words[i + 2]
    are_counts = part.isdigit() and whole.isdigit() and int(part) <= int(whole) and int(whole) not in _DENOMINATORS
    return are_counts and is_plural(tokens.at(i + 3))


def _power_behind(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The power of ten of "1.99 | x 10^-30", "3 | x 10⁸", and where it ends."""
    if tokens.at(i) not in _TIMES or not tokens.at(i + 1).startswith("10"):
        return None
    if (raised := _RAISED.match(tokens.text, tokens.starts[i + 1])) is None:
        return None
    power = int((raised[1] or raised[2]).translate(_SUPERSCRIPTS))
    stop = next((k for k in range(i + 2, len(tokens)) if tokens.starts[k] >= raised.end()), len(tokens))
    return (power, stop) if abs(power) <= _LARGEST_POWER else None


def _fraction_behind(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """The fraction of a mixed number ("10 1/2", "5½", "6 1-2 innings" as agencies write it) and where it ends."""
    if i < len(tokens) and tokens.kinds[i] == "fraction":
        return _words().glyphs[tokens.words[i]], i + 1
    if _is_number(tokens, i) and tokens.at(i + 1) in {"/", "⁄"} and _is_number(tokens, i + 2) and tokens.touches(i + 1):
        part = _ratio(float(tokens.words[i].translate(_GROUPING)), tokens.words[i + 2])
        return (part, i + 3) if part < 1 else None
    parts = tuple(tokens.words[i : i + 3])
    is_tied = parts in _WIRED and tokens.touches(i + 1) and tokens.touches(i + 2)
    is_counted = is_plural(tokens.at(i + 3)) or (tokens.at(i + 3) == "-" and tokens.touches(i + 4))
    if is_tied and is_counted and len(tokens.words[i - 1]) < _YEAR_DIGITS:
        return float(parts[0]) / float(parts[2]), i + 3
    return None


def is_numeral(tokens: Tokens, i: int) -> bool:
    """Whether a number, in digits or as a word, stands at token `i`."""
    return tokens.kinds[i : i + 1] == ["number"] or tokens.at(i) in number_words()


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
            return _of_scales(tokens, Numeral(i, stop, value, low, high, digits=False))
    return None


def _of_scales(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Takes in what a vague word is of: "tens | of thousands", "hundreds | of millions"."""
    word, size = tokens.at(numeral.stop + 1), scales().get(tokens.at(numeral.stop + 1), 0.0)
    if numeral.value is not None or tokens.at(numeral.stop) != "of" or not word.endswith("s") or size < _THOUSAND:
        return numeral
    return Numeral(
        numeral.first, numeral.stop + 2, None, numeral.low * size, (numeral.high + 1) * size - 1, digits=False
    )


def _are_people(tokens: Tokens, i: int) -> bool:
    """Whether the "scores" at token `i` are of something, or hurt: "injuring | scores", "scores | were killed"."""
    is_result = tokens.at(i + 1) == "of" and _is_number(tokens, i + 2)  # "by scores of | 116-112"
    near = tokens.lower[max(0, i - 1) : i + 4]
    return (tokens.at(i + 1) in {"of", "more"} and not is_result) or any(
        word.startswith(("injur", "wound", "kill")) for word in near
    )


def _magnified(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Takes in the scales behind a number: "1.2 million", "several hundred thousand", "3bn"."""
    while numeral.stop < len(tokens):
        skip = 1 if tokens.at(numeral.stop) == "-" and tokens.touches(numeral.stop) else 0
        word = tokens.at(numeral.stop + skip)
        if word not in scales() or (word in _TOUCHING and not tokens.touches(numeral.stop)):
            break
        numeral = numeral.times(scales()[word], numeral.stop + skip + 1)
    return numeral


def _past_of(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Steps over the "of" behind a scale in the plural: "50 thousands | of people"."""
    last = tokens.at(numeral.stop - 1)
    if tokens.at(numeral.stop) != "of" or not last.endswith("s") or last not in scales():
        return numeral
    return numeral._replace(stop=numeral.stop + 1)


def without_dust(value: float) -> float:
    """Drops the binary dust of a product: 1.1 * 1e6 is 1100000.0000000002."""
    return float(f"{value:.12g}")
