"""Scope: whether a figure is a whole, or a part of a larger figure."""

from __future__ import annotations

from functools import cache

from crosstally.facts.fact import Scope
from crosstally.facts.figure import Figure
from crosstally.facts.lexicon import load
from crosstally.facts.tokens import Tokens
from crosstally.facts.triggers import Measure

_REACH = 5  # tokens between "including" and a figure: "including a teacher and | three children"


@cache
def _phrases(place: str) -> list[list[str]]:
    return [phrase.split() for phrase in load("scope")[place]]


def scope_of(tokens: Tokens, figures: list[Figure], measures: list[Measure | None], k: int) -> Scope:
    """The scope of the k-th figure of a sentence."""
    figure = figures[k]
    if figure.partitive or any(tokens.lower[figure.stop : figure.stop + len(p)] == p for p in _phrases("after")):
        return "part"
    floor = figures[k - 1].stop if k else 0
    for phrase in _phrases("before"):
        for back in range(_REACH):
            begin = figure.first - back - len(phrase)
            if begin >= floor - 1 and begin >= 0 and tokens.lower[begin : begin + len(phrase)] == phrase:
                return "part"
    if _counts_others(tokens, figure) and any(m is not None and m is measures[k] for m in measures[:k]):
        return "part"
    if (
        k
        and tokens.at(figures[0].first - 2) + " " + tokens.at(figures[0].first - 1) == "of the"
        and figures[0].first == 2
    ):
        return "part"
    return "total"


def _counts_others(tokens: Tokens, figure: Figure) -> bool:
    others = load("scope")["others"]
    inside = tokens.lower[figure.number : figure.stop]
    return any(word in others for word in inside) or tokens.at(figure.number - 1) in others
