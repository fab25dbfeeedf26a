"""Hedges: the words around a number that say whether it is a floor, a ceiling, a guess or exact."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from crosstally.facts.intervals import Bound, Interval
from crosstally.facts.lexicon import load
from crosstally.facts.numerals import Numeral
from crosstally.facts.tokens import Tokens


class Hedge(NamedTuple):
    """One hedge where it stands.

    Attributes:
        bound: What it makes of the number.
        below: Share of the number by which the truth may lie under it ("about": 0.1).
        above: Share by which it may lie over it.
        first: Index of its first token.
        stop: Index one past its last token.
    """

    bound: Bound
    below: float
    above: float
    first: int
    stop: int


_Entry = tuple[list[str], Bound, float, float]


@cache
def _entries(place: str) -> dict[str, list[_Entry]]:
    """Hedges that stand "before" (keyed by their last word) or "after" a number (keyed by their first), longest first."""
    found: dict[str, list[_Entry]] = {}
    for hedge in load("hedges")["hedge"]:
        spread = hedge.get("spread", 0.0)
        for phrase in hedge[place]:
            words = phrase.split()
            found.setdefault(words[-1 if place == "before" else 0], []).append(
                (words, hedge["bound"], spread or hedge.get("below", 0.0), spread)
            )
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def hedge_before(tokens: Tokens, i: int) -> Hedge | None:
    """The hedge that ends right before token `i`."""
    for words, bound, below, above in _entries("before").get(tokens.at(i - 1), ()):
        first = i - len(words)
        if first >= 0 and tokens.lower[first:i] == words:
            return Hedge(bound, below, above, first, i)
    return None


def hedge_after(tokens: Tokens, i: int) -> Hedge | None:
    """The hedge that begins at token `i`, one hyphen allowed: "20-plus", "20-odd"."""
    i += tokens.at(i) == "-" and tokens.touches(i)
    for words, bound, below, above in _entries("after").get(tokens.at(i), ()):
        stop = i + len(words)
        if tokens.lower[i:stop] == words:
            return Hedge(bound, below, above, i, stop)
    return None


def hedged(numeral: Numeral, hedge: Hedge | None) -> Interval:
    """The interval that a hedged number gives; the conventions are those of docs/conventions.md."""
    value, low, high = numeral.value, numeral.low, numeral.high
    if value is None:
        return _hedged_vague(low, high, hedge)
    if hedge is None:
        return Interval(value, value, value)
    floor = 0.0 if value >= 0 else None
    match hedge.bound:
        case "at_least":
            return Interval(value, value, None, bound="at_least")
        case "more_than":
            return Interval(value, value, None, low_open=True, bound="more_than")
        case "at_most":
            return Interval(value, floor, value, bound="at_most")
        case "less_than":
            return Interval(value, floor, value, high_open=True, bound="less_than")
        case _:
            below, above = abs(value) * hedge.below, abs(value) * hedge.above
            return Interval(value, _round(value - below), _round(value + above), high_open=not above, bound="about")


def ranged(low: Numeral, high: Numeral) -> Interval:
    """The interval between two numbers, whichever is written first."""
    ends = sorted([low.low, high.high])
    return Interval(None, ends[0], ends[1], bound="range")


def _hedged_vague(low: float, high: float, hedge: Hedge | None) -> Interval:
    if hedge is not None and hedge.bound in {"at_least", "more_than"}:
        return Interval(None, low, None, bound="vague")
    if hedge is not None and hedge.bound in {"at_most", "less_than"}:
        return Interval(None, 0.0, high, bound="vague")
    return Interval(None, low, high, bound="vague")


def _round(value: float) -> float:
    return float(f"{value:.12g}")
