"""Scope: whether a figure is a whole, or a part of a larger figure."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from crosstally.facts.fact import Scope
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.by_place import are_by_place
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.trend import changes_before
from crosstally.facts.roles.triggers import Measure
from crosstally.facts.words.tokens import Tokens

_LISTED = (["and"], [","], [",", "and"])
_REACH = 5  # tokens between "including" and a figure: "including a teacher and | three children"


@cache
def _before() -> dict[str, list[list[str]]]:
    """Phrases before a part, by their last word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in load("scope")["before"]:
        found.setdefault(phrase.split()[-1], []).append(phrase.split())
    return found


@cache
def _after() -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, second in map(str.split, load("scope")["after"]))


def scopes_of(tokens: Tokens, figures: list[Figure], measures: list[Measure | None]) -> list[Scope]:
    """The scopes of the figures of a sentence."""
    scopes: list[Scope] = []
    told: set[int] = set()
    for k, measure in enumerate(measures):
        grows = measure is not None and measure.counts == "people" and _is_growth(tokens, figures[k])
        scope = _scope(tokens, figures, k, scopes, told_before=measure is not None and id(measure) in told)
        scopes.append("part" if grows else scope)
        told.add(id(measure))
    for k, (measure, following) in enumerate(pairwise(measures)):
        if measure is following and are_by_place(tokens, figures[k], figures[k + 1]):
            scopes[k] = scopes[k + 1] = "part"
    return scopes


def _scope(tokens: Tokens, figures: list[Figure], k: int, before: list[Scope], *, told_before: bool) -> Scope:
    """The scope of the k-th figure, by those before it and by whether its measure was told of before."""
    figure = figures[k]
    if figure.partitive or (tokens.at(figure.stop), tokens.at(figure.stop + 1)) in _after():
        return "part"
    if _introduced(tokens, figure, figures[k - 1].stop if k else 0):
        return "part"
    listed = k > 0 and tokens.lower[figures[k - 1].stop : figure.first] in _LISTED
    if listed and before[k - 1] == "part":
        return "part"  # "including two cooks | and | three children"
    if told_before and _counts_others(tokens, figure):
        return "part"
    opens_with_whole = k > 0 and figures[0].first == 2 and tokens.lower[:2] == ["of", "the"]  # noqa: PLR2004 - "Of the | 12 dead, three"
    return "part" if opens_with_whole else "total"


def _is_growth(tokens: Tokens, figure: Figure) -> bool:
    """Whether a toll grew by a figure, and so holds it: "the toll rose by | 12"."""
    return tokens.at(figure.first - 1) == "by" and changes_before(tokens, figure.first) == "up"


def _introduced(tokens: Tokens, figure: Figure, floor: int) -> bool:
    """Whether a word such as "including" stands a few tokens before a figure, behind the figure before it."""
    for last in range(figure.first - 1, max(floor - 1, figure.first - _REACH) - 1, -1):
        for phrase in _before().get(tokens.at(last), ()):
            first = last - len(phrase) + 1
            if first >= max(0, floor - 1) and tokens.lower[first : last + 1] == phrase:
                return not _closes(tokens.lower[last + 1 : figure.first])
    return False


def _closes(between: list[str]) -> bool:
    """Whether a list of parts is over before a figure: "including churches and mosques, | 8 bridges"."""
    return between[-1:] == [","] and "and" in between


@cache
def _others() -> frozenset[str]:
    return frozenset(load("scope")["others"])


def _counts_others(tokens: Tokens, figure: Figure) -> bool:
    others = _others()
    return not others.isdisjoint(tokens.lower[max(0, figure.number - 1) : figure.stop + 1])
