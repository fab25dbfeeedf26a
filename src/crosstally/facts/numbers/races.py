"""Lengths that are the names of races: "the 400m hurdles", "won the 10,000 metres", "a 5k run"."""

from __future__ import annotations

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import ends, trap_words
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.words.tokens import STROKES, Tokens

_PAIRS = (["individual", "medley"], ["world", "record"], ["world", "title"], ["world", "champion"], ["semi", "-"])


def is_race(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a length is that of a race, by what is run or won: "the 400| m hurdles", "in the | 10,000 | metres"."""
    i, stop = numeral.first, numeral.stop
    if not numeral.digits or tokens.words[i] not in trap_words("race", "lengths"):
        return False
    if tokens.at(stop) in {"k", "km"} and tokens.at(stop + 1) in trap_words("race", "runs"):
        return tokens.touches(stop)  # "her | 5|k splits"
    tied = stop + (tokens.at(stop) in STROKES)
    unit, end = unit_behind(tokens, tied)
    if unit is None or unit.name != "metre":
        return False
    is_event = tokens.at(end) in trap_words("race") or tokens.lower[end : end + 2] in _PAIRS
    return is_event or (tokens.at(i - 1) == "the" and _is_run(tokens, i, end))


def _is_run(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a length with "the" is run, not gone: "won the 400m", "in the 400m | at", not "ran the 400m | to"."""
    before = tokens.at(i - 2)
    is_closed = ends(tokens, end) or tokens.at(end) in trap_words("race", "closing")
    return is_closed and before in trap_words("race", "before")
