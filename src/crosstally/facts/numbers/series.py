"""Figures told one after another of one thing: what a whole is made of, and what a count was from day to day."""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.calendar import days_and_months
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, singular
from crosstally.facts.words.tokens import Tokens

_REACHED = frozenset({"at", "to"})
_OPENINGS = frozenset({":", "—", "–", "-"})
_JOINTS = frozenset({",", "and"})


def parts_in_all(tokens: Tokens, figures: Sequence[Figure], k: int) -> range:
    """The figures behind a colon or dash that add up to figure `k`; none where they do not.

    They count people of a kind, or what sets each of them off stands behind it: "12 died: | five men | and | seven
    women", "12 died: | seven | along the shore and | five | along the road".
    """
    rest = figures[k].interval.value
    for j in range(k + 1, len(figures)):
        value, before = figures[j].interval.value, tokens.at(figures[j].first - 1)
        is_opened = before in _OPENINGS if j == k + 1 else before in _JOINTS
        if not rest or not value or not (is_opened and _may_be_part(tokens, figures[j])):
            break
        rest -= value
        if rest == 0 and j > k + 1:
            return range(k + 1, j + 1)
    return range(0)


def _may_be_part(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure counts people, or is bare with where or when behind it."""
    if figure.unit is not None or figure.age:
        return False
    if figure.noun is not None:
        return counts_people(singular(tokens.lower[figure.noun.head]))
    return tokens.at(figure.stop) in link_words("aside")


def listed_by_day(tokens: Tokens, figures: Sequence[Figure]) -> list[int]:
    """The bare figures that something reached on a later day: "stood at 12 on Friday and | 15 | on Saturday"."""
    listed: list[int] = []
    for k in range(1, len(figures)):
        before, figure = figures[k - 1], figures[k]
        is_first = tokens.at(before.first - 1) in _REACHED
        is_bare = figure.noun is None and figure.unit is None and before.unit is None
        between = tokens.lower[before.stop : figure.first]
        is_joined = len(between) > 2 and between[-1] in _JOINTS  # noqa: PLR2004 - "on Friday ,"
        is_dated = _is_dated(tokens, before.stop) and _is_dated(tokens, figure.stop)
        if is_bare and is_joined and is_dated and (is_first or k - 1 in listed):
            listed.append(k)
    return listed


def _is_dated(tokens: Tokens, i: int) -> bool:
    return tokens.at(i) in {"on", "in", "by"} and tokens.at(i + 1) in days_and_months()
