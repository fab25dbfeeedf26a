"""Numbers in digits: grouped, with a fraction, as a share or with a power of ten: "1,200", "10 1/2", "3 x 10^8"."""

from __future__ import annotations

import re

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.fractions import with_fraction
from crosstally.facts.numbers.numeral import Numeral, exactly, magnified, past_of
from crosstally.facts.numbers.spelled import Spelled, scales, value_of, with_further_terms
from crosstally.facts.words.nouns import is_plural
from crosstally.facts.words.tokens import Tokens

_DECIMAL_COMMA = re.compile(r"\d+,\d\d?")  # the scan takes "1,5" for one number before a magnitude only
_LARGEST_POWER = 99
_RAISED = re.compile(r"10(?:\^[ ]?([-−+]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_TIMES = frozenset({"x", "×", "*", "·"})
_YEAR_DIGITS = 4
_WIRED = frozenset((above, "-", below) for above, below in ("12", "13", "23", "14", "34", "18", "38", "58", "78"))
_DENOMINATORS = frozenset({*range(1, 11), 12, 16, 32, 64, 100})  # those that shares are written with


def in_digits(tokens: Tokens, i: int) -> Numeral:
    """The longest numeral that begins with the digits at token `i`."""
    word = tokens.words[i]
    value = float(word.replace(",", ".")) if _DECIMAL_COMMA.fullmatch(word) else value_of(word)
    stop = i + 1
    if (
        tokens.at(stop) in {"/", "⁄"}
        and tokens.touches(stop)
        and tokens.is_number(stop + 1)
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
    numeral = magnified(tokens, Numeral(i, stop, value, value, value, digits=True))
    if numeral.magnitude == 1:
        return numeral
    number = Spelled(numeral.high, numeral.stop, scales().get(tokens.at(numeral.stop - 1), 1.0), numeral.magnitude)
    whole = with_fraction(tokens, with_further_terms(tokens, number))
    return past_of(tokens, numeral if whole is number else exactly(i, whole, digits=True))


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
    """The fraction of a mixed number ("10 1/2", "2-1/2", "5½", agencies' "6 1-2 innings") and where it ends."""
    if i < len(tokens) and tokens.kinds[i] == "fraction":
        return load("numerals")["glyphs"][tokens.words[i]], i + 1
    if tokens.at(i) == "-" and tokens.touches(i) and tokens.touches(i + 1) and tokens.at(i + 2) in {"/", "⁄"}:
        i += 1  # "2|-1/2 minutes"
    if tokens.is_number(i) and tokens.at(i + 1) in {"/", "⁄"} and tokens.is_number(i + 2) and tokens.touches(i + 1):
        part = _ratio(value_of(tokens.words[i]), tokens.words[i + 2])
        return (part, i + 3) if part < 1 else None
    parts = tuple(tokens.words[i : i + 3])
    is_tied = parts in _WIRED and tokens.touches(i + 1) and tokens.touches(i + 2)
    is_counted = is_plural(tokens.at(i + 3)) or (tokens.at(i + 3) == "-" and tokens.touches(i + 4))
    if is_tied and is_counted and len(tokens.words[i - 1]) < _YEAR_DIGITS:
        return float(parts[0]) / float(parts[2]), i + 3
    return None


def _ratio(numerator: float, denominator: str) -> float:
    below = value_of(denominator)
    return numerator / below if below else numerator
