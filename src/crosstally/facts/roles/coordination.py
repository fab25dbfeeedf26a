"""Lists of people of whom one verb behind the last tells: "ten cooks, three nuns and two clerks | were aboard"."""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.numbers.figure import Figure, counted_noun
from crosstally.facts.numbers.lists import LISTED
from crosstally.facts.roles.fitting import default_measure, fits
from crosstally.facts.roles.frames import Framed
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import counts_people, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_JOINTS = frozenset({",", "and"})
_MATERIAL = 4  # tokens of what something is of: "12 bottles | of cough syrup | and"
_OPENING = frozenset({"", ",", ";", ":", ".", "and", "that", "the", "all"})


def lend_back(tokens: Tokens, figures: Sequence[Figure], found: list[Measure | None], frames: Sequence[Framed]) -> None:
    """Gives those listed before the last what a frame says of it: "ten cooks and | two clerks | were aboard".

    Args:
        tokens: The sentence.
        figures: Its figures.
        found: The measure of each, to which those lent are added.
        frames: What the frames around each say.
    """
    is_lent = False
    for k in range(len(figures) - 1, 0, -1):
        measure = found[k]
        is_told = measure is not None and (is_lent or measure is frames[k].measure)
        is_lent = (
            is_told and found[k - 1] is None and _is_listed(tokens, figures[k - 1], figures[k], is_last=not is_lent)
        )
        if is_lent:
            found[k - 1] = measure


def carry_haul(tokens: Tokens, figures: Sequence[Figure], found: list[Measure | None]) -> None:
    """Gives the next of a haul, weighed, counted or in money, what is said of the one before it.

    What that is made of may be named: "caught with 12 bottles of syrup, | 300 grams of tin | and | $40".

    Args:
        tokens: The sentence.
        figures: Its figures.
        found: The measure of each, to which those carried on are added.
    """
    for k in range(1, len(figures)):
        measure, figure = found[k - 1], figures[k]
        if measure is None or measure.counts != "things" or not measure.units:
            continue
        is_free = found[k] is None or found[k] is default_measure(figure)
        if is_free and fits(tokens, figure, measure) and _goes_on(tokens, figures[k - 1], figure):
            found[k] = measure


def _goes_on(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a figure stands next in a list with no verb behind it: not "300 grams of tin, and | $40 | was paid"."""
    between = tokens.lower[before.stop : figure.first]
    if between[:1] == ["of"]:
        joint = next((k for k, word in enumerate(between) if word in _JOINTS), len(between))
        if joint > _MATERIAL or not stop_words().isdisjoint(between[1:joint]):
            return False
        between = between[joint:]
    behind = tokens.at(figure.stop)
    is_told = behind in link_words("be") | link_words("having") or word_class(behind) == "d"
    return between in LISTED and not is_told


def _is_listed(tokens: Tokens, figure: Figure, following: Figure, *, is_last: bool) -> bool:
    """Whether people open a clause and stand in a list with those behind them, the last of whom a verb follows."""
    counted = [counted_noun(tokens, one) for one in (figure, following)]
    are_people = all(noun is not None and counts_people(noun) for noun in counted)
    is_joined = tokens.lower[figure.stop : following.first] in LISTED
    has_verb = not is_last or tokens.at(following.stop) in link_words("be") | link_words("having")
    return are_people and is_joined and has_verb and tokens.at(figure.first - 1) in _OPENING
