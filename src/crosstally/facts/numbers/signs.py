"""Numbers below nothing: "-5 °C", "minus 130 degrees", "58 degrees below zero"."""

from __future__ import annotations

from crosstally.facts.intervals import exactly
from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.units import surfaces
from crosstally.facts.words.tokens import Tokens

_REACHING = frozenset({"to", "at", "was", "is", "of", "around", "about"})
_CLOSED = frozenset({".", ",", ";", ")", ""})
_WARMTH = frozenset({"temperature", "angle"})  # a bare "degree" is an angle until more is said


def minus_before(tokens: Tokens, i: int, numeral: Numeral, *, measured: bool) -> tuple[int, Numeral]:
    """Where a figure begins, and its numeral below nothing where a minus stands before token `i`.

    Args:
        tokens: The sentence.
        i: The first token of the number, its currency sign included.
        numeral: The number.
        measured: Whether a unit follows it.
    """
    at = i - 2 if tokens.at(i - 1) == "-" and tokens.at(i - 2) == "minus" else i - 1
    if tokens.at(at) == "minus" and tokens.lower[max(0, at - 2) : at] == ["plus", "or"]:
        return at - 2, numeral  # how far it may be off, to either side
    closed = tokens.at(numeral.stop) in _CLOSED
    return (at, numeral.negative()) if _is_minus(tokens, i, at, measured=measured, closed=closed) else (i, numeral)


def _is_minus(tokens: Tokens, i: int, at: int, *, measured: bool, closed: bool) -> bool:
    """Whether the token at `at` is a minus; a dash between two words or numbers is one only before a unit.

    So is "negative" before one: "cash flow was | negative | $95 million", and not "a negative 95".
    """
    before = tokens.kinds[at - 1] if at > 0 else "mark"
    if tokens.at(at) == "negative":
        return measured
    if tokens.at(at) == "minus":
        is_said = measured or closed or tokens.at(at - 1) in _REACHING  # "fell to minus four"
        return is_said and before != "number"  # "12 minus 4 dollars" is a sum
    if tokens.at(at) not in {"-", "−"} or (at > 0 and tokens.touches(at)):
        return False
    if not tokens.touches(i) and tokens.words[at] != "−":
        return False
    return at == 0 or measured or (before != "number" and not tokens.words[at - 1].isupper())


def below_zero(tokens: Tokens, figure: Figure, numeral: Numeral) -> Numeral:
    """Takes "below zero" and "above zero" into a figure of warmth: "58° | below zero", "5 degrees | above zero"."""
    side, unit = tokens.at(figure.stop), figure.unit
    if side not in {"below", "above"} or tokens.at(figure.stop + 1) != "zero" or numeral.value is None:
        return numeral
    if unit is not None and unit.dimension not in _WARMTH:
        return numeral
    scale, stop = unit_behind(tokens, figure.stop + 2)
    warmth = scale is not None and scale.dimension in _WARMTH
    figure.unit = scale if warmth else unit or surfaces()["degree"]
    figure.stop = figure.after = stop if warmth else figure.stop + 2
    if side == "below" and numeral.value > 0:
        numeral = numeral.negative()
        figure.interval = exactly(numeral.low)
    return numeral
