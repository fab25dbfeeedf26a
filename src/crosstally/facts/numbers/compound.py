"""Measures in two units, the larger first, in the smaller: "two hours and ten minutes", "5ft 7in", "5-foot-8"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.amounts import INCHES, unit_behind
from crosstally.facts.numbers.numeral import Numeral, without_dust
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.numbers.units import Unit, surfaces
from crosstally.facts.words.nouns import stop_words
from crosstally.facts.words.tokens import DASHES, Tokens

_OF_CLOCKS = frozenset({"hour", "minute"})
_HIGH = frozenset({"tall", "high"})
_STONES = frozenset({"st", "stone"})
_STONE = 14  # pounds
_SIGNS = frozenset({"$", "£", "€"})
_FEET = frozenset({"'", "’", "′"})


class Measured(NamedTuple):
    """A number with its unit.

    Attributes:
        numeral: The number.
        unit: Its unit; None for a bare number.
        stop: One past the last token of both.
    """

    numeral: Numeral
    unit: Unit | None
    stop: int


def with_smaller(tokens: Tokens, numeral: Numeral, unit: Unit | None, stop: int) -> Measured:
    """The measure that a number and its unit begin, in its smallest unit: "2 hours | 10 minutes" are 130 minutes."""
    stones = _in_stones(tokens, numeral) if unit is None else None
    if stones is not None:
        return stones
    measured = _in_signs(tokens, numeral) if unit is None else Measured(numeral, unit, stop)
    while (larger := _with_next(tokens, measured)) is not None:
        measured = larger
    return measured


def goes_on(tokens: Tokens, one: Numeral) -> bool:
    """Whether the smaller unit follows an article's own: "| an | hour and 40 minutes"."""
    i = one.stop
    unit = surfaces().get(tokens.at(i))
    return tokens.at(i + 1) == "and" and _with_next(tokens, Measured(one, unit, i + 1)) is not None


def _in_stones(tokens: Tokens, numeral: Numeral) -> Measured | None:
    """What somebody weighs in stones and pounds, in pounds: "12 | st 4lb", "12 | stone"; None where it is no weight."""
    i, value = numeral.stop, numeral.value
    is_street = tokens.at(i) == "st" and not (numeral.digits and tokens.words[i].islower())  # "two | St Mary's nurses"
    if tokens.at(i) not in _STONES or is_street or value is None or value != int(value):
        return None
    if tokens.at(numeral.first - 1) in _SIGNS:
        return None
    pound = surfaces()["pound"]
    behind = i + 1 + (tokens.at(i + 1) in {"and", ","})
    second = read_numeral(tokens, behind) if behind < len(tokens) and tokens.is_number(behind) else None
    unit, stop = unit_behind(tokens, second.stop) if second is not None else (None, behind)
    pounds = second.value if second is not None and unit == pound else None
    if pounds is None or pounds >= _STONE:
        if not _ends_stones(tokens, numeral, i + 1):
            return None
        pounds, stop = 0.0, i + 1
    whole = value * _STONE + pounds
    return Measured(numeral._replace(value=whole, low=whole, high=whole, stop=stop), pound, stop)


def _ends_stones(tokens: Tokens, numeral: Numeral, i: int) -> bool:
    """Whether stones alone are a weight before token `i`: several of them told as one, no noun behind ("12 stone|")."""
    is_several = numeral.value is not None and numeral.value > 1
    is_end = i >= len(tokens) or tokens.at(i) in stop_words() or (tokens.kinds[i] == "mark" and tokens.at(i) != "-")
    return is_several and is_end


def _in_signs(tokens: Tokens, numeral: Numeral) -> Measured:
    """Feet by the sign behind a number that inches in their sign follow."""
    i = numeral.stop
    tied = all(tokens.touches(k) for k in range(i, i + 3))
    is_tall = tokens.at(i + 2) == "tall" and tokens.touches(i) and tokens.touches(i + 1)  # "just 5'11 | tall"
    is_closed = (tied and tokens.at(i + 2) in INCHES) or is_tall
    if is_closed and tokens.at(i) in _FEET and tokens.kinds[i + 1] == "number":
        return Measured(numeral, surfaces()["foot"], i + 1)
    return Measured(numeral, None, numeral.stop)


def _with_next(tokens: Tokens, larger: Measured) -> Measured | None:
    """The measure with the smaller unit that goes on with it; None where none does."""
    unit = None if larger.unit is None else _smaller().get(larger.unit.name)
    value = larger.numeral.value
    if unit is None or larger.unit is None or value is None or value != int(value):
        return None
    i, set_off = _behind_joint(tokens, larger.stop)
    second = read_numeral(tokens, i) if i < len(tokens) and tokens.kinds[i] in {"number", "word"} else None
    if second is None or second.value is None or unit.factor is None or larger.unit.factor is None:
        return None
    is_list = tokens.lower[second.stop + 1 : second.stop + 3] == [",", "and"]
    is_span = unit.dimension == "time" and (larger.unit.name not in _OF_CLOCKS or is_list)
    if set_off and (second.digits != larger.numeral.digits or is_span):
        return None  # "3 years, | 2 months, 14 days" are told apart, and not "2 hours, | 1 minute, 39 seconds"
    behind, stop = unit_behind(tokens, second.stop)
    if behind is None and unit.name == "inch" and _ends_height(tokens, i, second.stop):
        behind, stop = unit, second.stop + (tokens.at(second.stop) in INCHES)
    ratio = round(larger.unit.factor / unit.factor)
    if behind != unit or second.value >= ratio or tokens.at(stop) == "of":
        return None
    whole = without_dust(value * ratio + second.value)
    return Measured(larger.numeral._replace(value=whole, low=whole, high=whole, stop=stop), unit, stop)


def _behind_joint(tokens: Tokens, i: int) -> tuple[int, bool]:
    """The token behind what joins two measures at `i`, and whether that is a comma: "7 lbs| .,| 3 oz"."""
    comma = i + (tokens.at(i) == "." and tokens.touches(i))
    if tokens.at(comma) == ",":
        return comma + 1, True
    return i + (tokens.at(i) in {"and", *DASHES}), False


def _ends_height(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether inches without their word end at `stop`: "5-foot-|8", "five foot | six"."""
    is_closed = stop >= len(tokens) or tokens.kinds[stop] == "mark" or tokens.at(stop) in {"and", "or", "to"}
    if tokens.at(i - 1) == "foot" and (is_closed or tokens.at(stop) in _HIGH):
        return True
    is_signed = tokens.at(i - 1) in _FEET and tokens.at(stop) in INCHES | {"tall"}
    is_tied = tokens.at(i - 1) in DASHES and tokens.touches(i) and tokens.touches(i - 1)
    if is_tied and tokens.lower[i - 2 : i] == ["foot", "-"]:
        return True  # "the 6-foot-|5 striker"
    return is_signed or (is_tied and (stop >= len(tokens) or tokens.kinds[stop] == "mark" or tokens.at(stop) == "and"))


@cache
def _smaller() -> dict[str, Unit]:
    """The unit that goes on with each of the larger ones, by the name of that."""
    return {name: surfaces()[smaller.partition("-")[0]] for name, smaller in load("compound")["smaller"].items()}
