"""Figures that are told place by place: "eight people died in the north and four in the south"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.calendar import days_and_months_cut_short
from crosstally.facts.words.links import link_words
from crosstally.facts.words.tokens import Tokens

_PREPOSITIONS = frozenset({"in", "at", "on", "near", "outside"})
_PLACING = frozenset({"in", "at", "near", "from", "outside", "around"})  # not "the death | of | Bo Rusk (24)"
_REACH = 4  # tokens from a figure to the preposition of its place: "eight people | were killed in"
_ASIDE = 6  # tokens of some of those told of: "nine, | including two cooks |, in the north"
_NAMED = 1  # tokens between a whole and the colon before its places: "12 | dead | : four in the north"
_SPOTS = (["on", "the", "spot"], ["at", "the", "scene"], ["on", "the", "way"])
_MOST = 3  # tokens between a preposition and the name of a place


def are_by_place(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether two figures are told of two places or occasions, the second of them bare."""
    is_of_occasion = tells_occasion(tokens, figure.stop) and tells_occasion(tokens, before.stop)
    if is_of_occasion and figure.noun is None and tokens.at(figure.first - 1) == "and":
        return True  # "six on the spot and | four | while undergoing treatment"
    words = tokens.lower[max(0, figure.first - 2) : figure.first]
    joint = figure.first - 1 - 2 * (words == ["a", "further"]) - (words[-1:] == ["another"])
    behind = past_parts(tokens, figure.stop, _ASIDE)
    if tokens.at(behind) not in _PREPOSITIONS or tokens.at(joint) not in {"and", ","}:
        return False
    begin = past_parts(tokens, before.stop, _ASIDE)
    ends = range(begin, min(begin + _REACH, figure.first))
    return is_placed(tokens, behind) and any(is_placed(tokens, i) for i in ends)


def past_parts(tokens: Tokens, i: int, longest: int) -> int:
    """One past the parts of a whole that commas set off at token `i`: "nine|, including two cooks, | in the north".

    Args:
        tokens: The sentence.
        i: The token behind what is told of the whole; given back where no parts stand there.
        longest: How many tokens behind the opening word the second comma may stand.
    """
    if tokens.at(i) != "," or tokens.at(i + 1) not in link_words("opening_parts"):
        return i
    return next((k + 1 for k in range(i + 2, i + 2 + longest) if tokens.at(k) == ","), i)


def opens_places(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a bare figure is the first of the places that a whole is parted into: "12 dead: | four | in Orvane"."""
    colon = figure.first - 1
    is_behind = tokens.at(colon) == ":" and colon - before.stop <= _NAMED
    return is_behind and figure.noun is None and is_placed(tokens, figure.stop)


def is_one_of_places(tokens: Tokens, k: int) -> bool:
    """Whether a name that ends at token `k` is a place, or stands in a list that begins with one.

    So do those of which cases were reported "from Orvane (12) and | Velt | (8)". A person may be from somewhere: "Bo
    Rusk from | Orvane | (34)".
    """
    while tokens.words[k - 1][0].isupper() and tokens.at(k - 1) not in _PLACING and k:
        k -= 1
    before = k - 1
    if tokens.at(before) in {"and", ","}:
        before -= tokens.at(before - 1) == "," and tokens.at(before) == "and"
        opening = next((i for i in range(before - 1, 0, -1) if tokens.at(i) == "("), 0)
        return tokens.at(before - 1) == ")" and opening > 0 and is_one_of_places(tokens, opening - 1)
    return tokens.at(before) in _PLACING and not (before and tokens.words[before - 1][0].isupper())


def stands_behind_place(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bare figure in brackets counts those of the place before it: "from Orvane (12) and Velt (| 8 |)"."""
    i = figure.first - 1
    is_inside = tokens.at(i) == "(" and i > 0 and figure.unit is None and tokens.at(figure.stop) in {")", ","}
    return is_inside and tokens.words[i - 1][0].isupper() and is_one_of_places(tokens, i - 1)


def is_of_one_alone(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure counts those of one place of several: "in Orvane alone, | 12 people | died"."""
    if "alone" not in tokens.lower[1:]:
        return False
    alone = tokens.lower.index("alone", 1)
    is_near = 0 < figure.first - alone <= _REACH or 0 <= alone - figure.stop <= 2 * _REACH
    return is_near and _is_name(tokens, alone - 1) and is_one_of_places(tokens, alone - 1)


def is_placed(tokens: Tokens, i: int) -> bool:
    """Whether a preposition with a place stands at token `i`: "in the north", "in and around Herat", no "in May"."""
    if tokens.at(i) not in _PREPOSITIONS:
        return False
    i += 2 * (tokens.lower[i + 1 : i + 3] == ["and", "around"])
    for k in range(i + 1, min(i + 1 + _MOST, len(tokens))):
        word = tokens.lower[k]
        if word in _places() or (not tokens.headline and _is_name(tokens, k)):
            return True
        if word not in load("places")["between"]["words"]:
            return False
    return False


def tells_occasion(tokens: Tokens, i: int) -> bool:
    """Whether it is told at token `i` where or when it befell some: "six | on the spot", "four | while asleep"."""
    return tokens.at(i) == "while" or tokens.lower[i : i + 3] in _SPOTS


def _is_name(tokens: Tokens, k: int) -> bool:
    """Whether token `k` has a capital and is no day or month."""
    return tokens.words[k][0].isupper() and tokens.lower[k] not in days_and_months_cut_short()


@cache
def _places() -> frozenset[str]:
    """Words that are a place without a name."""
    places = load("places")
    return frozenset({*places["area"], *places["site"], *places["bare"]["words"]})
