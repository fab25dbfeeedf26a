"""Trend: whether a figure is said to rise or fall."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crosstally.facts.fact import Trend
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.links import link_words
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_SAME_CHANGE = (
    ["or"],
    [",", "or"],
    ["("],
    ["to"],
    ["/"],
)  # "rose 4 percent | to 12 euros", "up 5 points | , or 2 percent"
_VERBS = frozenset("bzdng")
_SUM_REACH = 8  # words from the figure back to the verb that lifts its sum: "bringing the death toll in the valley to"
_REACH = 4  # words between the verb and the figure: "rose", "by", "a", "further"


@cache
def _directions(place: str) -> dict[str, Trend]:
    trend = load("trend")
    return {word: direction for direction in ("up", "down") for word in trend[direction].get(place, ())}


def _is_particle(tokens: Tokens, i: int) -> bool:
    """Whether the "up" or "down" at token `i` belongs to a verb that tells of no change: "make | up", "shot | down"."""
    verb = tokens.at(i - 1)
    if tokens.at(i) not in {"up", "down"} or verb in _directions("before") or verb in _undirected():
        return False
    return word_class(verb) in _VERBS and verb not in link_words("be")


@cache
def _undirected() -> frozenset[str]:
    return frozenset(load("trend")["either"]["before"])


@cache
def _between() -> frozenset[str]:
    return frozenset(load("trend")["between"])


def changes_before(tokens: Tokens, i: int) -> Trend | None:
    """The direction of a verb of change whose object begins at token `i`: "fell by | 2 percent", "rose to | 12"."""
    verb = _verb_before(tokens, i)
    return None if verb is None else _directions("before").get(verb)


def is_changed(tokens: Tokens, i: int) -> bool:
    """Whether a verb of change, also one without a direction, stands before token `i`: "was revised from | 12"."""
    return _verb_before(tokens, i) is not None


def _verb_before(tokens: Tokens, i: int) -> str | None:
    """The verb of change whose object begins at token `i`."""
    apart = tokens.at(i - 1) in {"by", "from"}  # "grow | sales | by 35 percent", "change | it | from 3"
    for back in range(1, _REACH + 1):
        word = tokens.at(i - back)
        if word in _directions("before") or word in _undirected():
            return None if _is_particle(tokens, i - back) else word
        if word not in _between() and not (apart and word.isalpha()):
            return None
    return None


def trends_of(tokens: Tokens, figures: Sequence[Figure]) -> list[Trend | None]:
    """The direction of the change that each figure of a sentence measures or ends; None where it does neither."""
    trends: list[Trend | None] = []
    for k, figure in enumerate(figures):
        trend = figure.trend or _trend_of(tokens, figure.first, figure.after, measured=figure.unit is not None)
        if trend is None and k and tokens.lower[figures[k - 1].stop : figure.first] in _SAME_CHANGE:
            trend = trends[-1]
        spatial = figure.unit is not None and figure.unit.dimension in {"length", "time"}
        moved = spatial and tokens.at(figure.first - 1) not in {"by", "to"}  # "fell 60 metres" changes no figure
        trends.append(None if moved else trend)
    return trends


def _trend_of(tokens: Tokens, first: int, stop: int, *, measured: bool) -> Trend | None:
    """The direction of the change that the figure at tokens [first, stop) measures or ends.

    Args:
        tokens: The sentence.
        first: Its first token.
        stop: One past the last token of its number and unit.
        measured: Whether it has a unit: "lost 4 percent" is a fall, "lost 40 men" is not.
    """
    if tokens.at(first) == "+" or (tokens.at(first - 1) == "+" and tokens.touches(first)):
        return "up"
    if tokens.at(first) in {"-", "−"}:
        return "down"
    if _is_raised(tokens, first):
        return "up"
    lost = _directions("measured").get(tokens.at(first - 1)) if measured else None
    return changes_before(tokens, first) or lost or _directions("after").get(tokens.at(stop))


def _is_raised(tokens: Tokens, first: int) -> bool:
    """Whether a verb lifts a sum to the figure that begins at a token: "which brings the toll to | 22"."""
    if tokens.at(first - 1) != "to":
        return False
    before = tokens.lower[max(0, first - 1 - _SUM_REACH) : first - 1]
    raised = load("trend")["raised"]
    verb = next((i for i, word in enumerate(before) if word in raised["verbs"]), None)
    return (
        verb is not None and not set(raised["sums"]).isdisjoint(before[verb:]) and all(map(str.isalpha, before[verb:]))
    )
