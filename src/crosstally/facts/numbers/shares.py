"""Shares of a whole that are told without "percent", in percent: "two thirds of voters", "one grower in five"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from crosstally.facts.context.speech import words
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import ends
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.fractions import comparatives
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.numbers.units import surfaces
from crosstally.facts.words.changes import changes_before
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import OWNERS, counts_people, is_plural, singular, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_WHOLES = frozenset({*range(2, 11), 12, 15, 20, 25, 30, 40, 50, 100, 1_000, 10_000, 100_000})  # that shares are of
_WHOSE = OWNERS | {"of"}
_JOINTS = frozenset({"in", "out"})
_OPENING = frozenset({"or", "that", "and", "but", "only", "just"})
_RATED = frozenset({"-", "stars", "points"})  # "three out of five | stars"
_ARTICLES = link_words("indefinite")
_YEARS = range(1900, 2100)
_LIKELY = 8  # tokens from "odds" to the one
_HUNDRED = 100.0


def is_fraction(figure: Figure) -> bool:
    """Whether a figure is a part of one: "two thirds", "half of"."""
    return (figure.interval.high or 1) < 1 or (figure.interval.high is None and 0 < (figure.interval.low or 0) < 1)


def read_fraction(tokens: Tokens, figure: Figure) -> bool:
    """Makes a fraction in words or with a stroke the share that it is: "two thirds | of voters", "half the | roof".

    Returns:
        Whether it is one. A decimal such as "0.5" is not, nor is a fraction tied to a noun, but for one that names a
        share: "a two-thirds | majority", and not "a three-quarters moon".
    """
    is_share = tokens.at(figure.after) in _words("tied")
    is_tied = figure.hyphen and tokens.at(figure.after) != "—"  # "one sixth | — or 10 months"
    ends = tokens.lower[figure.after - 1] in {"of", "the"}
    numeral = range(figure.number, figure.after)
    is_said = figure.word or any(tokens.kinds[k] == "fraction" or tokens.words[k] == "/" for k in numeral)
    if not is_fraction(figure) or figure.unit is not None or not is_said or (is_tied and not is_share):
        return False
    is_told = (
        is_share
        or ends
        or tokens.at(figure.stop) in _WHOSE
        or figure.hedge is not None
        or tokens.at(figure.first - 1) == "by"
        or (tokens.lower[figure.number] in _ARTICLES and changes_before(tokens, figure.first) is not None)
    )
    if not is_told and tokens.at(figure.stop) not in comparatives() and not _is_verb(tokens, figure.stop):
        return False
    figure.stop = figure.after = figure.after - ends
    _make_share(figure, 1.0)
    return True


def read_ratio(tokens: Tokens, figure: Figure) -> bool:
    """Makes a share of a figure, and takes in what it is a share of: "one grower | in five", "seven | out of ten".

    Returns:
        Whether it is one. "Killed two in three villages" counts villages, "three in 10 days" takes time.
    """
    if tokens.lower[figure.stop : figure.stop + 3] == ["-", "in", "-"]:
        return _read_chance(tokens, figure)
    part = figure.interval.value or figure.interval.low
    if (
        tokens.at(figure.stop) not in _JOINTS
        or figure.unit is not None
        or part is None
        or part < 1
        or part != int(part)
        or figure.partitive
    ):
        return False
    joint = tokens.lower[figure.stop : figure.stop + 2]
    i = figure.stop + (1 if joint[:1] == ["in"] else 2)
    i += tokens.at(i) == "every"
    if (joint[:1] != ["in"] and joint != ["out", "of"]) or i >= len(tokens):
        return False
    whole = read_numeral(tokens, i)
    if whole is None or whole.value is None or whole.value <= part:
        return False
    is_whole = whole.value in _WHOLES or (part == 1 and _is_counting(tokens, whole.stop))  # "one in | 2,500 babies"
    is_share = is_whole and _is_of_shares(tokens, figure, whole)
    if not is_share and not (part == 1 and _is_chance(tokens, figure, whole)):
        return False
    figure.stop = figure.after = whole.stop
    figure.noun = None
    _make_share(figure, whole.value)
    return True


def _read_chance(tokens: Tokens, figure: Figure) -> bool:
    """Makes a share of a chance tied by hyphens: "a one|-in-3.5 million chance"."""
    whole = read_numeral(tokens, figure.stop + 3) if figure.stop + 3 < len(tokens) else None
    part = figure.interval.value
    if whole is None or not whole.value or part is None or part >= whole.value or figure.unit is not None:
        return False
    figure.stop = figure.after = whole.stop
    _make_share(figure, whole.value)
    return True


def read_points(tokens: Tokens, figures: Sequence[Figure]) -> None:
    """Makes percentage points of those by which a share moved: "was 66%, up | two points", not "fell 2%, down 300"."""
    for share, figure in pairwise(figures):
        if figure.unit is not None and figure.unit.name == "point" and share.unit is surfaces()["percent"]:
            between = tokens.lower[share.stop : figure.first]
            is_level = changes_before(tokens, share.first, measured=True) is None
            if is_level and between[:1] == [","] and between[1:] in (["up"], ["down"], ["up", "by"], ["down", "by"]):
                figure.unit = surfaces()["percentage point"]


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("shares")[kind]["words"])


def _is_chance(tokens: Tokens, figure: Figure, whole: Numeral) -> bool:
    """Whether one in so many is how likely something is: "the odds of that are | 1 in 24.9", "a | 1 in 40 chance"."""
    near = tokens.lower[max(0, figure.first - _LIKELY) : figure.first]
    is_told = figure.noun is None and (ends(tokens, whole.stop) or tokens.at(whole.stop) in stop_words())
    is_year = whole.digits and whole.value in _YEARS and whole.magnitude == 1  # "the risk fell by 1 in 2009"
    return tokens.at(whole.stop) in _words("chances") or (
        is_told and not is_year and not _words("chances").isdisjoint(near)
    )


def _is_of_shares(tokens: Tokens, figure: Figure, whole: Numeral) -> bool:
    """Whether the number behind "in" or "out of" is what each of many shares is of, and counts nothing else."""
    behind = whole.stop
    if unit_behind(tokens, behind)[0] is not None or tokens.at(behind) in _RATED:
        return False
    counted = noun_phrase(tokens, behind, plural=True)
    of_people = counted is not None and counts_people(singular(tokens.lower[counted.head]))
    is_counting = _is_counting(tokens, behind)
    if figure.noun is not None:
        is_one = figure.interval.value == 1 or counts_people(singular(tokens.lower[figure.noun.head]))
        return is_one and not is_counting
    if of_people or tokens.at(figure.stop) == "out" or _opens(tokens, figure):
        return True
    if is_counting:
        before = tokens.at(figure.first - 1)
        if before in _words("touched") and (figure.interval.value == 1 or not figure.word):
            return True  # "hit | 3 in 10 homes", not "hit two in three villages"
        is_done_to = word_class(before) in {"d", "n"} and before not in words("says")
        return figure.interval.value == 1 and not is_done_to  # "killed | one in two towns", "said | one in ten"
    return tokens.at(behind) == "of" or _is_verb(tokens, behind)


def _is_counting(tokens: Tokens, i: int) -> bool:
    """Whether the plural of what a number counts begins at token `i`."""
    counted = noun_phrase(tokens, i, plural=True)
    return counted is not None and is_plural(tokens.lower[counted.head]) and not _is_verb(tokens, counted.head)


def _is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a verb stands at token `i`: "nine in ten | come", "one in five | dies", "with one in five | saying"."""
    return word_class(tokens.at(i)) in {"b", "d", "z"} or tokens.at(i).endswith("ing")


def _opens(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure opens its clause, as what a verb is said of does: "One in ten homes | was sold"."""
    before = figure.first - 1
    return before < 0 or tokens.kinds[before] == "mark" or tokens.lower[before] in _OPENING


def _make_share(figure: Figure, whole: float) -> None:
    def percent(end: float | None) -> float | None:
        return None if end is None else float(f"{end * _HUNDRED / whole:.12g}")

    interval = figure.interval
    figure.unit = surfaces()["percent"]
    figure.interval = replace(
        interval, value=percent(interval.value), low=percent(interval.low), high=percent(interval.high)
    )
