"""Increment: whether a figure is a running total, what came new since the last one, or the size of a change."""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.cues.engine import Cues
from crosstally.facts.fact import IN_ALL, Increment, Trend
from crosstally.facts.numbers.differences import is_difference, is_share_apart
from crosstally.facts.numbers.figure import Figure, counts_more
from crosstally.facts.slots.sentence import Sentence
from crosstally.facts.words.changes import change_behind, is_size, sums
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.tokens import Tokens

_SHARES = frozenset({"percentage", "percentage point"})
_BESIDE = frozenset({"another", "more", "additional", "extra", "further"})
_NOT_NEW = frozenset({"the", "or", "and"})  # "the other 12", "12 or more"
_RAISED = 12  # tokens from a verb that lifts a sum to what it comes to
_THIS_YEAR = "this year"
_REACHED = frozenset({"to", "at", "from"})
_PAST = frozenset({"above", "below", "past", "beyond", "under", "over"})


def increment_of(sentence: Sentence, k: int, trend: Trend | None) -> Increment:
    """The increment of the k-th figure of a sentence.

    Args:
        sentence: The sentence.
        k: Which figure.
        trend: The direction of the change that it measures or ends.
    """
    tokens, cues, figures, measures = sentence.tokens, sentence.cues, sentence.figures, sentence.measures
    figure = figures[k]
    is_moved = (trend is not None and _is_change(tokens, figure)) or _names_change(tokens, figure)
    if is_moved or is_difference(tokens, figure) or is_share_apart(tokens, figure):
        return "change"
    if not _is_length(figure) and _is_of_period(period_of(cues, figure), measures[k]):
        return "total" if _is_raised_sum(tokens, figure) else "new"
    if counts_more(tokens, figure):
        return "total" if _counts_another_measure(measures, k) else "new"
    hit = cues.of("increment", figure.number, figure.stop)
    if hit is None or figure.age or tokens.at(hit.first - 1) in _NOT_NEW:
        return "total"
    if tokens.lower[hit.first] not in _BESIDE:
        return "new"
    return "total" if _counts_another_measure(measures, k) else "new"


def period_of(cues: Cues, figure: Figure) -> str | None:
    """The time that a figure covers: one that rolls on in the text's words, or "in all" where it is told as a sum.

    An age covers none: "Bo Rusk, | 54 |, the third coach fired this year".
    """
    hit = None if figure.age else cues.nearest("period", figure.first, figure.stop)
    return cues.value_of(hit) if hit else None


def _is_of_period(period: str | None, measure: Measure | None) -> bool:
    """Whether what a figure tells of is new in its period; in a year that goes on only people are counted by and by.

    "Shells killed 12 people | this year", and not "Inflation is 3 percent | this year".
    """
    if period in {None, IN_ALL}:
        return False
    return period != _THIS_YEAR or (measure is not None and measure.counts == "people")


def _is_change(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure with a direction says by how much: "rose by | 12", "up | 4 percent", not "rose to | 4".

    What else has a unit does so right behind its verb: "fell | 300 points", not "fell | below $70".
    """
    before = tokens.at(figure.first - 1)
    if before == "by":
        return True
    if before in _REACHED or figure.unit is None:
        return False
    return figure.unit.name in _SHARES or (
        _may_move(figure) and is_size(tokens, figure.first) and not _is_passed(tokens, figure)
    )


def _is_length(figure: Figure) -> bool:
    """Whether a figure is how much fell, or how far somebody got, in a time: "| eight inches | fell in six hours"."""
    return figure.unit is not None and figure.unit.dimension == "length"


def _may_move(figure: Figure) -> bool:
    """Whether a figure is of what rises and falls: money, points or degrees, and no length or time."""
    unit = figure.unit
    return unit is not None and (unit.dimension in {"currency", "temperature"} or unit.name in _SHARES | {"point"})


def _is_passed(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is a mark that a change went past: "rose | above $90"."""
    return figure.hedge is not None and tokens.at(figure.hedge.first) in _PAST


def _is_raised_sum(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is what a sum was lifted to: "bringing the total this year to | 14"."""
    near = tokens.lower[max(0, figure.first - _RAISED) : figure.first]
    return near[-1:] == ["to"] and not sums().isdisjoint(near) and not link_words("raising").isdisjoint(near)


def _names_change(tokens: Tokens, figure: Figure) -> bool:
    """Whether the noun behind a share or a sum tells of a change: "a 12 percent | drop", "a 3 percent pay | rise"."""
    return _may_move(figure) and change_behind(tokens, figure.after) is not None


def _counts_another_measure(measures: Sequence[Measure | None], k: int) -> bool:
    """Whether "another 12" are others than those of a figure before: "killed 14 and wounded | another 12"."""
    own = measures[k]
    if own is None or own.counts != "people":
        return False
    before = [measure for measure in measures[:k] if measure is not None and measure.counts == "people"]
    return bool(before) and before[-1] is not own
