"""Lists of figures: what one of them says for the others - a unit, a noun, a floor - and cents behind dollars."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from crosstally.facts.fact import Trend
from crosstally.facts.intervals import Interval
from crosstally.facts.numbers.by_place import are_by_place
from crosstally.facts.numbers.figure import Figure, is_part_of
from crosstally.facts.numbers.graded import carry_graded
from crosstally.facts.numbers.hedges import hedged_value
from crosstally.facts.numbers.held_against import CHANGED_BY, carry_measurement, hold_against, is_compared
from crosstally.facts.numbers.money import carry_currency
from crosstally.facts.numbers.sides import measure_sides
from crosstally.facts.words.changes import changes_apart, changes_before, is_changed, is_vote
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import NounPhrase, noun_phrase
from crosstally.facts.words.nouns import counts_people, singular, word_class
from crosstally.facts.words.tokens import Tokens

_PREPOSITIONS = frozenset({"by", "in", "at", "on", "for", "from", "with", "near", "to", "under", "over"})
_CHANGES = {("from", "to"), ("to", "from"), ("by", "to")}
_CHANGE_REACH = 5  # tokens between the start and the end of a change: "from 20 in May 2008 to 29"
_PAST = frozenset({"were", "was", "had"})
_CENTS = frozenset({"cent", "penny"})
_CONVERTED = (["("], ["/"], [","], [";"], ["or"], [",", "or"])
LISTED = (["and"], [","], [",", "and"])


def read_lists(tokens: Tokens, figures: list[Figure], *, every: bool) -> list[Figure]:
    """The figures of a sentence with what they take over from their neighbours; of a change its end, or every one."""
    whole = _with_subunits(tokens, figures)
    found = whole if every else _without_starts(tokens, whole)
    for figure, following in reversed(list(pairwise(found))):
        _share(tokens, figure, following)
        carry_graded(tokens, figure, following)
    for k, (before, figure) in enumerate(pairwise(found)):
        measure_sides(tokens, before, figure)
        _carry_floor(tokens, before, figure)
        _carry_unit(tokens, before, figure)
        carry_currency(tokens, found[: k + 1], figure)
        hold_against(tokens, before, figure)
        _carry_hedge(tokens, before, figure)
        _carry_noun(tokens, before, figure)
        carry_measurement(tokens, before, figure)
    return found


def _without_starts(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """Leaves out where a count began and by how much it changed, and gives its end the trend.

    "Rose from 12 to 15", "rose to 15 from 12" and "was revised by 3 to 15" claim 15, and nothing of 12 or of 3.
    """
    left: set[int] = set()
    for figure, following in pairwise(figures):
        words = tokens.at(figure.first - 1), tokens.at(following.first - 1)
        if following.first - figure.stop > _CHANGE_REACH or words not in _CHANGES or is_vote(tokens, figure.first):
            continue
        start, end = (following, figure) if words[0] == "to" else (figure, following)
        apart = changes_apart(tokens, figure.first)
        is_course = apart is not None and apart == _direction(start, end)
        if is_course or any(is_changed(tokens, i) for i in (figure.first, figure.first - 1, figure.first - 2)):
            is_size = words[0] == "by"
            if is_size and not (figure.unit is None and figure.stop == following.first - 1):
                continue
            directions = (changes_before(tokens, i) for i in (figure.first, figure.first - 1, figure.first - 2))
            if end.unit is None and end.noun is None:
                end.unit, end.noun = start.unit, start.noun
            end.trend = next(filter(None, directions), None if is_size else _direction(start, end))
            left.add(id(start))
    return [figure for figure in figures if id(figure) not in left]


def _direction(start: Figure, end: Figure) -> Trend | None:
    """Whether a change led up or down, as its figures say."""
    first, last = start.interval.value, end.interval.value
    if first is None or last is None or first == last:
        return None
    return "up" if last > first else "down"


def _with_subunits(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """Adds cents to the money before them: "15 dollars and 45 cents", "15 dollars 50" are one figure each."""
    merged: list[Figure] = []
    for figure in figures:
        before = merged[-1] if merged else None
        if before is not None and before.interval.bound == "exact" and _is_subunit(tokens, before, figure):
            value = (before.interval.value or 0.0) + (figure.interval.value or 0.0) / 100
            before.interval, before.stop, before.after = Interval(value, value, value), figure.stop, figure.after
        else:
            merged.append(figure)
    return merged


def _is_subunit(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    value = figure.interval.value
    if before.unit is None or before.unit.dimension != "currency" or before.unit.name in _CENTS or value is None:
        return False
    if tokens.at(before.first - 1) == "between":
        return False  # "between $5 | and 80 cents"
    if tokens.lower[before.stop : figure.first] not in ([], ["and"]) or not 0 < value < 100 or value != int(value):  # noqa: PLR2004
        return False
    bare = (
        figure.unit is None
        and figure.noun is None
        and figure.word == before.word  # not "the $899 | one."
        and (figure.stop == len(tokens) or tokens.kinds[figure.stop] == "mark")
    )
    return bare or (figure.unit is not None and figure.unit.name in _CENTS)


def _carry_floor(tokens: Tokens, before: Figure, figure: Figure) -> None:
    """Carries "at least" over a list of counts: in "at least 70 missiles and 145 drones" both are floors."""
    between = tokens.lower[before.stop : figure.first]
    counted = before.noun is not None and figure.noun is not None and not figure.partitive
    counts = counted and before.unit is None and figure.unit is None
    if counts and before.interval.bound == "at_least" and figure.interval.bound == "exact" and between in LISTED:
        figure.interval = replace(figure.interval, high=None, bound="at_least")


def _share(tokens: Tokens, figure: Figure, following: Figure) -> None:
    """Gives a bare figure what the next one has: "7.6 and 7.4 magnitude", "eight million 250ml bottles"."""
    between = tokens.lower[figure.stop : following.first]
    if figure.noun is None and is_part_of(tokens, figure, following):
        figure.noun = following.noun  # "five | of the nine | deaths"
        return
    if (
        figure.unit is not None
        or figure.noun is not None
        or figure.age
        or _is_set_off(tokens, figure, following)
        or (between == ["-"] and (tokens.touches(figure.first) or not tokens.touches(figure.stop)))  # "M6.1 - | 12km"
        or not all(word in {",", "and", "or", "-", "/"} for word in between)
    ):
        return
    listed = between[:1] != [","] or _are_listed(tokens, figure, following)
    if following.unit is not None and listed and (between or following.hyphen):
        figure.unit = following.unit if between else None
        figure.age = following.age and between == ["and"] and not following.hyphen
    if following.noun is not None and not following.age and listed:
        figure.noun = following.noun
    elif not between and following.unit is not None:
        figure.noun = noun_phrase(tokens, following.after, plural=figure.interval.value != 1)


def _are_listed(tokens: Tokens, figure: Figure, following: Figure) -> bool:
    """Whether a comma parts two measures of a list: "7.6, | 7.4 and 7.2 magnitude", not "at 45, | 10 days later".

    Two alone need a word between them: "fell 120, or | 1.4 percent" says one thing twice. So do digits, but no words
    ("twenty, | thirty people").
    """
    if figure.word and following.word:
        return True
    return tokens.at(following.number + 1) in {",", "and", "or"} or tokens.at(figure.first - 1) == ","


def _is_set_off(tokens: Tokens, figure: Figure, following: Figure) -> bool:
    """Whether digits between commas stand before a count in words, so are no count: "a man, | 17 |, and two women"."""
    return following.word and not figure.word and tokens.at(figure.first - 1) == tokens.at(figure.stop) == ","


def _carry_noun(tokens: Tokens, before: Figure, figure: Figure) -> None:
    """Gives a bare figure the noun of the one it goes on from: "435 homes by sale and 187 by tender".

    A bare number word before a verb takes over the things that were counted: "nine boats left, and two | sank".
    """
    if (
        figure.unit is not None
        or figure.noun is not None
        or figure.age
        or before.noun is None
        or before.unit is not None
    ):
        return
    parallel = _is_parallel(tokens, before, figure) or are_by_place(tokens, before, figure)
    compared = tokens.at(figure.first - 1) in {"including", "from"} or is_compared(tokens, figure)
    is_of_things = _is_subject(tokens, before, figure) or _is_told_apart(tokens, figure)
    if parallel or compared or (is_of_things and not _counts_people(tokens, before.noun)):
        figure.noun = before.noun


def _is_parallel(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether both go on alike: "435 homes | by sale and 187 | by tender", "two acts | of theft and six | of fraud"."""
    behind = tokens.at(figure.stop)
    if behind != tokens.at(before.stop):
        return False
    is_of_kind = behind == "of" and tokens.at(figure.first - 1) == "and"
    return behind in _PREPOSITIONS or (is_of_kind and tokens.at(figure.stop + 1) not in link_words("determiners"))


def _is_told_apart(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bare number word is of some of those counted before: "two raids, | one | in the east and one in"."""
    is_joined = tokens.at(figure.first - 1) in {",", "and"} and figure.first > 1
    return figure.word and is_joined and tokens.at(figure.stop) in _PREPOSITIONS


def _is_subject(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a bare number has a verb: "two | sank"; of a part of what was counted more is known: "of which".

    Of a number in digits so must the one before: "39 houses | are | gone, 211 | have | been flooded".
    """
    behind, is_part = tokens.at(figure.stop), figure.partitive or tokens.at(figure.first - 2) == "of"
    if figure.word:
        return not is_part and (word_class(behind) == "d" or behind in _PAST)
    are_told = {behind, tokens.at(before.stop)} <= _PAST | {"are", "have"} and not before.hyphen
    return not is_part and are_told and tokens.at(figure.first - 1) in {",", ";", "and"}


def _counts_people(tokens: Tokens, noun: NounPhrase) -> bool:
    return counts_people(singular(tokens.lower[noun.head]))


def _carry_hedge(tokens: Tokens, before: Figure, figure: Figure) -> None:
    """Gives a conversion the hedge of what it converts: "less than 25 km (15 miles)"."""
    bare = figure.hedge is None and figure.interval.bound == "exact" and figure.interval.value is not None
    bare = bare and figure.age == before.age  # "for about 40 days, | six-year-old | Ana Vell"
    if not bare or before.hedge is None or before.unit is None or figure.unit is None or before.unit == figure.unit:
        return
    if tokens.lower[before.stop : figure.first] in _CONVERTED and before.unit.dimension == figure.unit.dimension:
        figure.hedge = before.hedge
        figure.interval = hedged_value(figure.interval.value or 0.0, before.hedge)


def _carry_unit(tokens: Tokens, before: Figure, figure: Figure) -> None:
    """Gives the end of a change the unit of its size: "rose 64 points to 4,577"; a change in percent has another."""
    bare = figure.unit is None and figure.noun is None and tokens.lower[before.stop : figure.first] == ["to"]
    if bare and before.unit is not None and before.unit.name not in CHANGED_BY:
        figure.unit = before.unit
