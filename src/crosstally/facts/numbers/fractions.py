"""Fractions in words: "three quarters", "a third of", "half a million", "one and a quarter million"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.spelled import Spelled, cardinals, denominators, scales
from crosstally.facts.numbers.units import surfaces
from crosstally.facts.words.changes import changes_before
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import OWNERS, is_plural, word_class
from crosstally.facts.words.tokens import Tokens

_ARTICLES = link_words("indefinite")
_PERIODS = frozenset({"year", "century", "month", "season", "decade"})  # "a half-year", "a half-century"
_PERIODS_BEFORE = frozenset({"preceding", "previous", "past", "last", "prior"})  # the quarters of a year
_LEAST_SHARED = 1000.0  # "a million and a half", "a thousand and a half"; "a hundred and a half" is nobody's number
_DOZEN = 12.0
_NEARLY = frozenset({"about", "nearly", "almost", "over", "around", "roughly", "some", "only"})
_HEDGED = 4  # tokens from "by" to its part: "by | no more than | a third"
_PLAIN_ENDS = frozenset({"in", "to", "from", "since", "over", "on", "this", "last", "at", "after", "and", "by", "when"})

HALVES = frozenset({"half", "quarter"})
"""The fractions that stand before a scale: "half a million", "quarter million"."""


def fraction(tokens: Tokens, i: int) -> Spelled | None:
    """The fraction in words that begins at token `i`, as a part of one or of a scale; None where none does."""
    found = _of_scale(tokens, i) or _of_known(tokens, i) or _parts(tokens, i)
    return found and _times_scale(tokens, found)


def with_fraction(tokens: Tokens, number: Spelled) -> Spelled:
    """Takes in a fraction behind a whole number: "two | and a half", "a million | and a half"."""
    i = number.stop
    skip = tokens.at(i) == "-" and tokens.touches(i)
    if tokens.at(i + skip) != "and":
        return number
    i += skip + 1
    i += tokens.at(i) == "-" and tokens.touches(i)
    i += 2 * (tokens.at(i) in _ARTICLES and tokens.at(i + 1) == "-")  # "two-and-a|-half-year"
    part = _any_parts(tokens, i)
    if part is None or not _is_counted(tokens, i, part.stop):
        return number
    of = number.scale if number.scale >= _LEAST_SHARED else 1.0
    if number.value % _DOZEN == 0 and tokens.at(number.stop - 1) == "dozen":
        of = _DOZEN
    return Spelled(number.value + part.value * of, part.stop)


def _is_counted(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a part belongs to the number before it: not in "killed two and half of", "two and a third | died"."""
    if tokens.at(i) in _ARTICLES and tokens.at(i + 1) not in HALVES:
        return is_plural(tokens.at(stop)) or tokens.at(stop) in scales()
    return tokens.at(stop) not in {"of", "the"}


def _of_scale(tokens: Tokens, i: int) -> Spelled | None:
    """A half or quarter before a scale: "half a million", "a half million", "quarter-million", "half a dozen"."""
    k = i + (tokens.at(i) in _ARTICLES)
    part = tokens.at(k)
    if part not in HALVES:
        return None
    k += 1 + (tokens.at(k + 1) == "of" and tokens.at(k + 2) in _ARTICLES)
    k += tokens.at(k) in _ARTICLES or (tokens.at(k) == "-" and tokens.touches(k))
    size = load("numerals")["magnitudes"].get(tokens.at(k))
    return None if size is None else Spelled(size / denominators()[part], k + 1)


def _of_known(tokens: Tokens, i: int) -> Spelled | None:
    """A half or quarter of a unit, or of somebody's: "half | an hour", "a quarter | mile", "half | its value"."""
    k = i + (tokens.at(i) in _ARTICLES)
    if tokens.at(k) not in HALVES:
        return None
    if k == i and tokens.at(i) == "half" and tokens.at(i + 1) in OWNERS:
        return Spelled(0.5, i + 1)
    if tokens.at(k + 1) in _ARTICLES:
        is_unit = k == i and tokens.at(k + 2) in surfaces()
    else:
        tied = tokens.at(k + 1) == "-" and tokens.touches(k + 1)
        unit = tokens.at(k + 1 + tied)
        is_one = k > i or (
            word_class(tokens.at(i - 1)) == "j" and tokens.at(i - 2) in _ARTICLES
        )  # "a good | half | hour"
        is_unit = is_one and unit in surfaces() and not is_plural(unit) and unit not in _PERIODS
    return Spelled(1 / denominators()[tokens.lower[k]], k + 1) if is_unit else None


def _parts(tokens: Tokens, i: int) -> Spelled | None:
    """Parts that stand for a number by themselves: "three quarters", "one third", "a fifth of", "fell by a third"."""
    found = _any_parts(tokens, i)
    if found is None:
        return None
    word, behind = tokens.at(found.stop - 1), tokens.at(found.stop)
    if word == "quarters" and tokens.at(i - 1) in _PERIODS_BEFORE:
        return None  # "the preceding | three quarters" are nine months
    is_end = behind in _PLAIN_ENDS or found.stop >= len(tokens) or tokens.kinds[found.stop] == "mark"
    is_by = is_end and "by" in tokens.lower[max(0, i - _HEDGED) : i]  # "by | at least | a third"
    if tokens.at(i) == "half":
        return found if is_by or _is_subject(tokens, i) else None
    if tokens.at(i) in _ARTICLES:
        is_size = is_end and changes_before(tokens, i) is not None  # "rose | a third"
        return found if behind == "of" or behind in comparatives() or is_by or is_size else None
    if tokens.at(i) == "one":
        return found if word != "half" or behind == "of" else None  # "one half" is a period
    return found if word.endswith("s") or tokens.at(found.stop - 2) == "-" else None


def _is_subject(tokens: Tokens, i: int) -> bool:
    """Whether a half is what a clause is about: "| Half | said no", "about | half | were women"."""
    first = i - (tokens.at(i - 1) in _NEARLY)
    opens = first == 0 or tokens.kinds[first - 1] == "mark" or tokens.at(first - 1) in {"and", "but", "that"}
    return opens and (word_class(tokens.at(i + 1)) == "d" or tokens.at(i + 1) in {"are", "were", "have"})


@cache
def comparatives() -> frozenset[str]:
    """What a share says how much it is: "a third | less"."""
    return frozenset(load("shares")["comparatives"]["words"])


def _any_parts(tokens: Tokens, i: int) -> Spelled | None:
    """Any number of parts below the whole: "half", "a half", "three-quarters", "two thirds"."""
    if tokens.at(i) == "half":
        return Spelled(0.5, i + 1)
    above = 1 if tokens.at(i) in _ARTICLES else cardinals().get(tokens.at(i), 0)
    k = i + 1 + (tokens.at(i + 1) == "-" and tokens.touches(i + 1) == tokens.touches(i + 2))  # tokenised: "one - third"
    below = denominators().get(tokens.at(k), 0)
    return Spelled(above / below, k + 1) if 0 < above < below else None


def _times_scale(tokens: Tokens, part: Spelled) -> Spelled:
    """Takes in the scale that a fraction is of: "three quarters | of a million"."""
    i = part.stop
    if tokens.at(i) == "of" and tokens.at(i + 1) in _ARTICLES | {"one"} and (size := scales().get(tokens.at(i + 2))):
        return Spelled(part.value * size, i + 3)
    return part
