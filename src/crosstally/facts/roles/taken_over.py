"""Figures that have the measure of another in their sentence: its former value, its later ones, its parts.

"The toll is 29, up from | 23", "stood at 12 on Friday and | 15 | on Saturday", "| three | were among the 46 killed",
"12 people died: | seven | along the shore and | five | along the road".
"""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.lists import LISTED
from crosstally.facts.numbers.series import listed_by_day, parts_in_all
from crosstally.facts.roles.among import is_among
from crosstally.facts.roles.fitting import default_measure, fits
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_MOVED = frozenset({"up", "down"})


def take_over(tokens: Tokens, figures: Sequence[Figure], found: list[Measure | None]) -> None:
    """Gives figures without a measure of their own that of the figure they are tied to.

    Args:
        tokens: The sentence.
        figures: Its figures.
        found: Their measures, which are changed.
    """
    for k in range(1, len(figures)):
        if found[k - 1] is None and _is_of_whole(tokens, figures[k - 1], figures[k], found[k]):
            for j in _listed_before(tokens, figures, k - 1):
                found[j] = found[j] or found[k]
        if found[k] not in {None, default_measure(figures[k])}:
            continue
        now = _now(tokens, figures, k)
        if now is not None and _may_have(tokens, figures[k], found[now]):
            found[k] = found[now]
    for k in listed_by_day(tokens, figures):
        found[k] = found[k] or found[k - 1]
    for k in range(len(figures) - 2):
        measure = found[k]
        if measure is not None and measure.counts == "people":
            for j in parts_in_all(tokens, figures, k):
                found[j] = found[j] or measure


def _listed_before(tokens: Tokens, figures: Sequence[Figure], k: int) -> range:
    """Figure `k` and those of a list that it ends: "| two guards | and | three clerks | were among the 46 killed"."""
    first = k
    while first and tokens.lower[figures[first - 1].stop : figures[first].first] in LISTED:
        first -= 1
    return range(first, k + 1)


def _may_have(tokens: Tokens, figure: Figure, measure: Measure | None) -> bool:
    return measure is not None and (figure.unit is not None or fits(tokens, figure, measure))


def _is_of_whole(tokens: Tokens, part: Figure, whole: Figure, measure: Measure | None) -> bool:
    """Whether a figure is some of whom the next one counts: "| three children | were among the 46 killed"."""
    is_of_people = measure is not None and measure.counts == "people" and whole.noun is None
    return is_of_people and is_among(tokens, part, whole) and _may_have(tokens, part, measure)


def _now(tokens: Tokens, figures: Sequence[Figure], k: int) -> int | None:
    """Which figure figure `k` was before: "is 29, up from | 23", "41 (was | 38)"; None where it was none."""
    figure = figures[k]
    i = figure.first - 1
    is_aside = tokens.at(i) == "was" and tokens.at(i - 1) == "("
    moved = i - 1 - (word_class(tokens.at(i - 1)) == "r" and tokens.at(i - 1) not in _MOVED)
    if not is_aside and not (tokens.at(i) == "from" and tokens.at(moved) in _MOVED):
        return None
    before = range(k - 1, -1, -1)
    return next((j for j in before if figures[j].unit == figure.unit and figures[j].per == figure.per), None)
