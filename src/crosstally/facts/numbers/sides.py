"""The two sides of something: "4 x 6 metres", "a 3-by-3-foot box", "a 2560 by 1600 screen"."""

from __future__ import annotations

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import ends, trap_words
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.units import surfaces
from crosstally.facts.words.tokens import Tokens

_TIMES = frozenset({"x", "×"})
_SIDES = _TIMES | {"by"}
_MEASURED = frozenset({"length", "typographical element"})
_DIGITS = range(3, 5)  # of the side of a picture in pixels
_NEAR = 4  # tokens from the sides of a picture to the word that tells of it


def second_side(tokens: Tokens, stop: int) -> int | None:
    """Where the second of two sides begins, the first of which ends before token `stop`; None where none does."""
    tied = tokens.at(stop) == "-" and tokens.touches(stop)
    if tokens.at(stop + tied) not in _SIDES:
        return None
    i = stop + tied + 1
    i += tokens.at(i) == "-"
    return i if tokens.is_number(i) else None


def is_of_picture(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number in digits is a side of a picture in pixels: "a | 1920 x | 1200 LED display"."""
    first, second = i, second_side(tokens, stop)
    if second is None:
        first = next((k for k in (i - 2, i - 4) if k >= 0 and second_side(tokens, k + 1) == i), -1)
        second = i
    if first < 0 or not all(_is_many(tokens.words[k]) for k in (first, second)):
        return False
    near = tokens.lower[max(0, first - _NEAR) : first] + tokens.lower[second + 1 : second + 1 + _NEAR]
    return not trap_words("video", "pictures").isdisjoint(near)


def _is_many(word: str) -> bool:
    digits = word.replace(",", "")
    return digits.isdigit() and len(digits) in _DIGITS


def measure_sides(tokens: Tokens, before: Figure, figure: Figure) -> None:
    """Gives both sides of an area the unit that stands with one: "4 x 6 metres", "100 metres by 60"; else pixels."""
    are_exact = before.interval.bound == figure.interval.bound == "exact"
    end = next((k for k in range(before.stop - 2, before.stop + 1) if second_side(tokens, k) == figure.first), None)
    if end is None or not are_exact:
        return
    unit = before.unit or figure.unit
    if unit is None and is_of_picture(tokens, figure.number, figure.number + 1):
        unit = surfaces()["pixel"]
    if unit is None or unit.dimension not in _MEASURED:
        return
    before.unit, before.noun, before.stop = unit, before.noun if before.unit else None, end
    figure.unit = unit


def is_size(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is a side of something, and no unit or noun tells of what: "2152 | x 1536"."""
    sides = [(i, stop + 1)] if tokens.at(stop) in _TIMES else [(i - 2, i)] if tokens.at(i - 1) in _TIMES else []
    return any(
        0 <= first
        and second < len(tokens)
        and tokens.kinds[first] == tokens.kinds[second] == "number"
        and unit_behind(tokens, second + 1)[0] is None
        and ends(tokens, second + 1)
        for first, second in sides
    )
