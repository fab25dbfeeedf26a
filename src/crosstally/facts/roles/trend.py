"""Trend: whether a figure is said to rise or fall."""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.fact import Trend
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.calendar import time_words
from crosstally.facts.words.changes import change_behind, changes_before, directions, sums
from crosstally.facts.words.nouns import is_plural, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_SAME_CHANGE = (
    ["or"],
    [",", "or"],
    ["("],
    ["to"],
    ["/"],
)  # "rose 4 percent | to 12 euros", "up 5 points | , or 2 percent"
_JOINING = (["and"], ["while"], [","], [";"], ["but"])
_CLOSING = frozenset({"and", "in", "on", "respectively", "to", "while", "but"})
_NAME = 4  # words that name something
_ALIKE = 4  # tokens between two such shares: "on the month and"
_THEN = 3  # tokens behind "than" in which a time stands: "in | the | spring"
_SUM_REACH = 8  # words from the figure back to the verb that lifts its sum: "bringing the death toll in the valley to"


def trends_of(tokens: Tokens, figures: Sequence[Figure]) -> list[Trend | None]:
    """The direction of the change that each figure of a sentence measures or ends; None where it does neither."""
    trends: list[Trend | None] = []
    for k, figure in enumerate(figures):
        named = change_behind(tokens, figure.after) if figure.unit is not None else None
        trend = figure.trend or named
        trend = trend or _trend_of(tokens, figure.first, figure.after, measured=figure.unit is not None)
        if trend is None and k and tokens.lower[figures[k - 1].stop : figure.first] in _SAME_CHANGE:
            trend = trends[-1]
        if trend is None and k and _goes_on(tokens, figures[k - 1], figure):
            trend = trends[-1]  # "rose 2 percent on the month and 5 percent | on the year"
        if trend is None and k and trends[-1] and _is_gapped(tokens, figures[k - 1], figure):
            trend = trends[-1]  # "tin rose 2 percent and zinc | 3 percent"
        spatial = figure.unit is not None and figure.unit.dimension in {"length", "time"}
        moved = spatial and tokens.at(figure.first - 1) not in {"by", "to"}  # "fell 60 metres" changes no figure
        trends.append(None if moved or _is_collected(tokens, figure) else trend)
    return trends


def _goes_on(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a share is told as the one before it is, only of another place or time, behind the same preposition."""
    between = tokens.lower[before.stop : figure.first]
    is_share = figure.unit is not None and figure.unit is before.unit and figure.unit.name == "percentage"
    is_alike = between[:1] == tokens.lower[figure.stop : figure.stop + 1] and tokens.at(before.stop) in {"in", "on"}
    return is_share and is_alike and between[-1] == "and" and len(between) <= _ALIKE


def _is_gapped(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a figure is told as the one before it is, of something else, the verb left out: "and the yen | 3%".

    So is the second of a list: "rose 4 percent and | 6 percent".
    """
    between = tokens.lower[before.stop : figure.first]
    if figure.unit is None or figure.unit is not before.unit or between[:1] not in _JOINING:
        return False
    name = between[1 + (between[1:2] == ["the"]) :]
    is_closed = figure.stop >= len(tokens) or tokens.kinds[figure.stop] == "mark" or tokens.at(figure.stop) in _CLOSING
    is_named = len(name) <= _NAME and all(map(_may_name, tokens.words[figure.first - len(name) : figure.first], name))
    return is_closed and is_named and (len(name) != 1 or word_class(name[0]) != "z" or is_plural(name[0]))


def _may_name(written: str, word: str) -> bool:
    """Whether a word may stand in the name of something: no verb and no preposition."""
    if written.istitle() or written.isupper():
        return True
    return word.isalpha() and word not in stop_words() and word_class(word) in {"", "j", "z"}


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
    if _is_taken_off(tokens, first, stop):
        return "down"
    lost = directions("measured").get(tokens.at(first - 1)) if measured else None
    before = changes_before(tokens, first, measured=measured) or lost
    return before or directions("after").get(tokens.at(stop)) or _than_before(tokens, stop)


def _than_before(tokens: Tokens, i: int) -> Trend | None:
    """The direction of a comparison with an earlier time at token `i`: "5 percent | more than a year earlier"."""
    if tokens.at(i + 1) != "than" or time_words().isdisjoint(tokens.lower[i + 2 : i + 2 + _THEN]):
        return None
    return directions("than").get(tokens.at(i))


def _is_collected(tokens: Tokens, figure: Figure) -> bool:
    """Whether a sum is what somebody was given, and changes no figure: "the bank raised | $22 million"."""
    is_money = figure.unit is not None and figure.unit.dimension == "currency"
    return is_money and tokens.at(figure.first - 1) in load("trend")["collected"]


def _is_taken_off(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether something is lessened by a figure, which begins at a token: "knocked | another $4 billion | off it"."""
    verb = first - 1 - (tokens.at(first - 1) == "another")
    return tokens.at(stop) == "off" and tokens.at(verb) in load("trend")["taken_off"]["verbs"]


def _is_raised(tokens: Tokens, first: int) -> bool:
    """Whether a verb lifts a sum to the figure that begins at a token: "which brings the toll to | 22"."""
    if tokens.at(first - 1) != "to":
        return False
    before = tokens.lower[max(0, first - 1 - _SUM_REACH) : first - 1]
    verb = next((i for i, word in enumerate(before) if word in load("trend")["raised"]["verbs"]), None)
    return verb is not None and not sums().isdisjoint(before[verb:]) and all(map(str.isalpha, before[verb:]))
