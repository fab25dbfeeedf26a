"""Parts: which figure of a sentence is the whole that another is a part of."""

from __future__ import annotations

from collections.abc import Mapping

from crosstally.facts.numbers.figure import Figure, is_part_of
from crosstally.facts.roles.predicates import WHOLE_OPENINGS
from crosstally.facts.slots.lists import Listed
from crosstally.facts.slots.sentence import Sentence
from crosstally.facts.words.links import link_words
from crosstally.facts.words.tokens import Tokens

_NEAR = 3  # tokens between "including" and a part


def wholes_of(sentence: Sentence, lists: Mapping[int, Listed]) -> list[int | None]:
    """Of each figure of a sentence, the number of the one that it is a part of; None where the sentence has none.

    Args:
        sentence: The sentence.
        lists: The wholes that are taken apart in it, with their parts.
    """
    found = [_whole(sentence, k) if scope == "part" else None for k, scope in enumerate(sentence.scopes)]
    for whole, listed in lists.items():
        for k in listed.parts:
            found[k] = whole
    return found


def _whole(sentence: Sentence, k: int) -> int | None:
    tokens, figures, measures = sentence.tokens, sentence.figures, sentence.measures
    figure = figures[k]
    if figure.partitive and tokens.at(figure.stop) == "of" and k + 1 < len(figures):
        return k + 1 if is_part_of(tokens, figure, figures[k + 1]) else None
    if k and tokens.lower[: figures[0].first] in WHOLE_OPENINGS:
        return 0  # "Of the | 19 dead, five were children"
    before = [j for j in range(k - 1, -1, -1) if sentence.scopes[j] == "total"]
    said = [j for j in before if _is_included(tokens, figures[j], figure)]
    held = [j for j in (said or before) if said or _may_hold(figures[j], figure)]
    return next((j for j in held if measures[j] is measures[k]), held[0] if held else None)


def _is_included(tokens: Tokens, whole: Figure, part: Figure) -> bool:
    """Whether the words between two figures say that the one holds the other, whatever their sizes: "including"."""
    between = tokens.lower[whole.stop : part.first]
    return not link_words("part_words").isdisjoint(between[-_NEAR:]) and whole.unit is part.unit


def _may_hold(whole: Figure, part: Figure) -> bool:
    """Whether the one may be a part of the other by what they allow; a measured figure holds none of another unit."""
    if whole.unit is not None or part.unit is not None:
        return whole.unit is part.unit
    high, low = whole.interval.high, part.interval.low
    return high is None or low is None or low <= high
