"""Parts: which figure of a sentence is the whole that another is a part of."""

from __future__ import annotations

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.predicates import WHOLE_OPENINGS
from crosstally.facts.slots.sentence import Sentence

_WHOLE = 4  # tokens from a part to the whole that it is of: "nine of the | 41"


def wholes_of(sentence: Sentence) -> list[int | None]:
    """Of each figure of a sentence, the number of the one that it is a part of; None where the sentence has none."""
    return [_whole(sentence, k) if scope == "part" else None for k, scope in enumerate(sentence.scopes)]


def _whole(sentence: Sentence, k: int) -> int | None:
    tokens, figures, measures = sentence.tokens, sentence.figures, sentence.measures
    figure = figures[k]
    if figure.partitive and tokens.at(figure.stop) == "of" and k + 1 < len(figures):
        return k + 1 if figures[k + 1].first - figure.stop <= _WHOLE else None
    if k and tokens.lower[: figures[0].first] in WHOLE_OPENINGS:
        return 0  # "Of the | 19 dead, five were children"
    before = [j for j in range(k - 1, -1, -1) if sentence.scopes[j] == "total" and _may_hold(figures[j], figure)]
    return next((j for j in before if measures[j] is measures[k]), before[0] if before else None)


def _may_hold(whole: Figure, part: Figure) -> bool:
    """Whether the one may be a part of the other by what they allow; a measured figure holds none of another unit."""
    if whole.unit is not None or part.unit is not None:
        return whole.unit is part.unit
    high, low = whole.interval.high, part.interval.low
    return high is None or low is None or low <= high
