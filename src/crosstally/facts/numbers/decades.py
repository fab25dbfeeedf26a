"""Ages and prices by their decade: "a man in his 40s", "in her early thirties", "in the mid-$40s"."""

from __future__ import annotations

from crosstally.facts.intervals import Interval
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.units import surfaces
from crosstally.facts.words.links import link_words
from crosstally.facts.words.tokens import Tokens

_OWNERS = link_words("personal") | {"my"}
_DECADE = 10
_WHOLE = (0, _DECADE - 1)


def read_decades(tokens: Tokens) -> list[Figure]:
    """The ages of a sentence that are told by their decade."""
    owners = [i for i, word in enumerate(tokens.lower) if word in _OWNERS and tokens.at(i - 1) in {"in", "into"}]
    return [figure for i in owners if (figure := _age(tokens, i + 1)) is not None]


def _age(tokens: Tokens, first: int) -> Figure | None:
    """The age that begins at token `first`: "40s", "early | thirties", "mid-| 50s"."""
    part = _part_at(tokens, first)
    below, above = part or _WHOLE
    i = first + (part is not None)
    i += tokens.at(i) == "-" and i > first
    word = tokens.at(i)
    start: int = load("numerals")["decades"].get(word, 0)
    stop = i + 1
    if not start and word.isdigit() and tokens.at(i + 1) in {"s", "'s"} and tokens.touches(i + 1):
        start, stop = int(word), i + 2
    if start not in load("numerals")["decades"].values():
        return None
    last, stop = _last(tokens, stop) if above == _DECADE - 1 else (0, stop)
    interval = Interval(None, float(start + below), float(max(start, last) + above), bound="range")
    return Figure(first, stop, i, stop, interval, unit=surfaces()["year"], age=True, word=True)


def _last(tokens: Tokens, i: int) -> tuple[int, int]:
    """The last of two decades that are told in one, from "and" at token `i` on, and where it ends: "30s | and 40s"."""
    word = tokens.at(i + 1)
    start: int = load("numerals")["decades"].get(word, 0)
    if tokens.at(i) not in {"and", "or", "to"}:
        return 0, i
    if start:
        return start, i + 2
    is_in_digits = word.isdigit() and tokens.at(i + 2) in {"s", "'s"} and tokens.touches(i + 2)
    return (int(word), i + 3) if is_in_digits else (0, i)


def widen_decade(tokens: Tokens, figure: Figure) -> None:
    """Makes a range of a round sum in the plural: "in the | $40|s" is 40 to 49, "the mid-| $40|s" 44 to 46."""
    value, stop = figure.interval.value, figure.stop
    if not value or value % _DECADE or tokens.at(stop) not in {"s", "'s"} or not tokens.touches(stop):
        return
    step = _DECADE ** (len(str(int(value))) - len(str(int(value)).rstrip("0")) - 1)
    before = figure.first - 1 - (tokens.at(figure.first - 1) == "-")
    part = _part_at(tokens, before)
    below, above = part or _WHOLE
    figure.interval = Interval(None, value + below * step, value + (above + 1) * step - 1, bound="range")
    figure.first, figure.stop = figure.first if part is None else before, stop + 1
    figure.after = figure.stop


def _part_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The first and last year of the part of a decade that the word at token `i` names, if it does: "early"."""
    part: list[int] | None = load("numerals")["parts_of_a_decade"].get(tokens.at(i))
    return None if part is None else (part[0], part[1])
