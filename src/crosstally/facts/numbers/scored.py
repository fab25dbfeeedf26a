"""Points that are left out of what somebody scored: "Rusk had 26 points, and Vell scored | 20 |"."""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.numbers.counting import ends
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.calendar import time_words
from crosstally.facts.words.links import link_words
from crosstally.facts.words.tokens import Tokens

_SCORING = frozenset({"score", "scores", "scored", "scoring"})
_POINT = "point"


def read_scored(tokens: Tokens, figures: Sequence[Figure]) -> None:
    """Gives a bare figure behind a verb of scoring the points that another figure of its sentence has.

    No goals or runs are points: "Vell scored | 2 goals".
    """
    points = next((figure.unit for figure in figures if figure.unit is not None and figure.unit.name == _POINT), None)
    for figure in figures if points is not None else ():
        is_bare = figure.unit is None and figure.noun is None and not figure.age
        is_closed = ends(tokens, figure.stop) or tokens.at(figure.stop) in link_words("aside") | time_words() | {"and"}
        if is_bare and is_closed and tokens.at(figure.first - 1) in _SCORING:
            figure.unit = points
