"""Which measures a figure can have by its noun and its unit, before anything else in the sentence is asked."""

from __future__ import annotations

from collections.abc import Collection

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure, describes
from crosstally.facts.words.measure import Measure, default_measures, measures, rated_measures
from crosstally.facts.words.nouns import counts_people, is_plural, singular, things
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit, noun_measures

_STRONGEST = 10  # no quake is
_FEET_AND_INCHES = 4  # tokens: "5 feet 10 inches"
_STATURES = (42, 96)
_OF_WHICH = ["of", "which"]


def fits(tokens: Tokens, figure: Figure, measure: Measure) -> bool:
    """Whether a figure of this kind can have the measure at all."""
    if figure.unit is not None:
        return measure.dimension == figure.unit.dimension or figure.unit.name in measure.units
    is_tied = measure.counts != "numbers" and (describes(tokens, figure) or is_average(figure))
    if measure.counts is None or is_tied or figure.per == "capita" or _is_fraction(figure):
        return False  # "a third of the crew" is no number of people
    if measure.counts == "numbers":
        is_told = figure.noun is None or tokens.lower[figure.noun.first] in measure.context
        return is_told and not figure.partitive and (figure.interval.low or 0) < _STRONGEST  # "600 aftershocks"
    if figure.noun is None:
        return _fits_bare(tokens, figure, measure)
    noun = singular(tokens.lower[figure.noun.head])
    if measure.counts == "people" or noun == "other":  # "140 houses were destroyed and 600 others damaged"
        named = tokens.words[figure.noun.head][0].isupper() and not tokens.headline
        return noun not in measure.never and (counts_people(noun) or named)
    return noun in measure.nouns if measure.nouns else noun not in measure.never and not counts_people(noun)


def _is_fraction(figure: Figure) -> bool:
    """Whether a figure is less than one, or more than a figure that is: "over .20"."""
    return 0 < (figure.interval.high or figure.interval.low or 0) < 1


def _fits_bare(tokens: Tokens, figure: Figure, measure: Measure) -> bool:
    """Whether a figure without a noun can have a measure of people or things: "of 187 drones, | 142 were downed"."""
    if measure.counts == "people":
        return not _is_of_things(tokens, figure)
    before = (singular(word) for word in tokens.lower[: figure.first] if is_plural(word))
    return not measure.nouns or not measure.nouns.isdisjoint(before)


def _is_of_things(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bare figure is a part of things: "28 flaws, of which | 23 are critical", "Of 28 flaws, | 23 are".

    So is one before "of which": "28 flaws, | 23 of which | are critical".
    """
    beside = tokens.lower[figure.stop - 2 : figure.stop], tokens.lower[figure.stop : figure.stop + 2]
    if tokens.at(figure.first - 1) == "which" or _OF_WHICH in beside:
        return True
    if tokens.lower[:1] != ["of"] or "," not in tokens.lower[: figure.first]:
        return False
    whole = [singular(word) for word in tokens.lower[: tokens.lower.index(",")] if is_plural(word)]
    return any(noun in things() for noun in whole) and not any(map(counts_people, whole))


def is_average(figure: Figure) -> bool:
    """Whether a bare figure is no whole number, so that it counts nobody: "6.2 homicides per 100,000"."""
    value = figure.interval.value
    return figure.unit is None and value is not None and value > 1 and value != int(value)


def takes(tokens: Tokens, figure: Figure, hit: Hit) -> bool:
    """Whether a figure counts one of the only nouns that a trigger takes, where it has any: "lost | 12 soldiers"."""
    if hit.trigger.role == "noun" and is_of_one(tokens, hit.first, figure):
        return False
    only = hit.trigger.nouns
    return not only or (figure.noun is not None and singular(tokens.lower[figure.noun.head]) in only)


def is_of_one(tokens: Tokens, i: int, figure: Figure) -> bool:
    """Whether the noun at token `i` is of one alone, and the figure of more: "the | body | of 40 lawmakers"."""
    return tokens.lower[i] in load("victims")["bodies"] and (figure.interval.low or 0) > 1


def noun_measure(tokens: Tokens, figure: Figure) -> Measure | None:
    """The measure that the noun of a figure names: "12 | deaths", "12 road | deaths", a vote that is left out."""
    if figure.noun is None:
        return noun_measures().get(figure.left_out or "")
    head = figure.noun.head
    one = singular(tokens.lower[head])
    is_denied = tokens.lower[max(0, head - 3) : head - 1] == ["non", "-"]  # "12 non-fatal | injuries"
    two = f"{tokens.lower[head - 1]} {one}"
    measure = (None if is_denied else noun_measures().get(two)) or noun_measures().get(one)
    return None if measure is None or _is_of_never(tokens, head, measure) else measure


def _is_of_never(tokens: Tokens, head: int, measure: Measure) -> bool:
    """Whether a noun that names a measure is of what that never is: "12 rape | cases |", "| cases | of wine"."""
    before = singular(tokens.at(head - 1))
    if before in measure.never:
        return True
    behind = tokens.lower[head + 2 : head + 4] if tokens.at(head + 1) == "of" else []
    return not measure.never.isdisjoint(map(singular, behind))


def measured_by(tokens: Tokens, figure: Figure) -> Measure | None:
    """A number that cannot count its noun, because that is singular, measures it: "a 4.4 | quake"."""
    if figure.unit is not None or figure.noun is None or figure.word or figure.interval.value == 1:
        return None
    head = tokens.lower[figure.noun.head]
    return next((m for m in measures().values() if m.counts == "numbers" and head in m.nouns), None)


def default_measure(figure: Figure, barred: Collection[Measure] = ()) -> Measure | None:
    """The measure of a unit, if it is none of those barred: metres are a distance, degrees a temperature."""
    if figure.unit is None:
        return None
    rated = rated_measures().get((figure.unit.dimension, figure.per or ""))
    if rated is not None and rated not in barred:
        return rated
    if figure.unit.name == "inch" and _is_stature(figure):
        return measures()["height"]
    return default_measures().get(figure.unit.name) or default_measures().get(figure.unit.dimension)


def _is_stature(figure: Figure) -> bool:
    """Whether feet and inches in one are as much as people are tall: "5-foot-10, 180 pounds", not "70 inches"."""
    low, high = figure.interval.low or 0.0, figure.interval.high or 0.0
    return figure.after - figure.number >= _FEET_AND_INCHES and _STATURES[0] <= low <= high <= _STATURES[1]
