"""Money: which pounds are sums and no weights, and which sum in brackets is another one in another currency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.amounts import sign_before, unit_behind
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.numeral import Numeral, without_dust
from crosstally.facts.numbers.units import Unit, surfaces
from crosstally.facts.words.tokens import Tokens

_POUND = "pound-mass"
_MANY = 1e6  # "361 million pounds" is money, not mass
_HELD_AGAINST = frozenset({"from", "against", "versus", "than", "to"})
_AMOUNT = 6  # tokens from an amount to what stands in brackets behind it


def money_behind(tokens: Tokens, numeral: Numeral, unit: Unit | None, stop: int) -> tuple[Numeral, Unit | None, int]:
    """Takes in a magnitude behind a currency ("75 USD million"), and reads pounds as money where they are no mass."""
    magnitudes = load("numerals")["magnitudes"]
    if unit is not None and unit.dimension == "currency" and tokens.at(stop) in magnitudes:
        return numeral.times(magnitudes[tokens.lower[stop]], stop + 1), unit, stop + 1
    if unit is not None and _converts(tokens, numeral.first):
        return numeral, in_money(unit), stop
    return numeral, paid_in(tokens, numeral.first, unit, stop, numeral.magnitude), stop


def in_money(unit: Unit) -> Unit:
    """The money that a unit may be: pounds."""
    return surfaces()["pound sterling"] if unit.name == _POUND else unit


def paid_in(tokens: Tokens, first: int, unit: Unit | None, stop: int, number: float) -> Unit | None:
    """The unit of so many of it, at tokens [first, stop): pounds are money behind what is paid, and from a million on.

    Nothing weighs as much.
    """
    is_money = unit is not None and (number >= _MANY or _are_paid(tokens, first, stop))
    return in_money(unit) if unit is not None and is_money else unit


def carry_currency(tokens: Tokens, earlier: Sequence[Figure], figure: Figure) -> None:
    """Gives a sum with the currency left out that of the one it is held against: "77m euros, up from | 38m".

    That is none in brackets that are closed before it: "77m euros (£53m; $100m), up from | 38m".
    """
    i, before = figure.number + 1, _past_conversions(tokens, earlier, figure.first)
    if before.unit is None or before.unit.dimension != "currency" or tokens.at(figure.first - 1) not in _HELD_AGAINST:
        return
    scale = load("numerals")["magnitudes"].get("million" if tokens.at(i) == "m" else tokens.at(i))
    is_bare = (figure.unit is None or figure.unit.name == "metre") and figure.after == i + 1 and tokens.touches(i)
    if not scale or not is_bare or tokens.at(before.number + 1) != tokens.at(i):
        return
    if figure.unit is not None:  # "38m" was read as metres
        ends = (figure.interval.value, figure.interval.low, figure.interval.high)
        value, low, high = (None if end is None else without_dust(end * scale) for end in ends)
        figure.interval = replace(figure.interval, value=value, low=low, high=high)
    figure.unit, figure.noun, figure.stop = before.unit, None, i + 1


def _past_conversions(tokens: Tokens, earlier: Sequence[Figure], i: int) -> Figure:
    """The last of the figures before token `i` that is in no closed brackets, if there is one."""
    last = earlier[-1]
    if tokens.at(last.stop) != ")" or last.stop >= i:
        return last
    opening = max((k for k in range(last.first) if tokens.words[k] == "("), default=0)
    return next((figure for figure in reversed(earlier) if figure.stop <= opening), last)


def is_converted(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a figure in brackets is the one before it in another unit: "$36 million | (20 million pounds)"."""
    if before.unit is None or figure.unit is None or before.unit.name == figure.unit.name:
        return False
    is_inside = tokens.lower[before.stop : figure.first] == ["("] and tokens.at(figure.stop) == ")"
    return before.unit.dimension == figure.unit.dimension and is_inside


def _are_paid(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether pounds that end at token `stop` stand behind what is paid: "was fined | 900 pounds", not "of rice"."""
    words = load("pounds")
    i = first - 1
    while tokens.at(i) in words["between"]:
        i -= 1
    return tokens.at(i) in words["paying"] and tokens.at(stop) != "of"


def _converts(tokens: Tokens, i: int) -> bool:
    """Whether a number in brackets says what money before them is worth: "9,000 Tarnish dollars (| 6,700 pounds)"."""
    if tokens.at(i - 1) != "(":
        return False
    first = next((k for k in range(max(0, i - _AMOUNT), i - 1) if tokens.kinds[k] == "number"), None)
    if first is None:
        return False
    unit, stop = unit_behind(tokens, first + 1)
    if unit is None:
        unit, stop = sign_before(tokens, first)[1], first + 1
    return unit is not None and unit.dimension == "currency" and stop <= i - 1
