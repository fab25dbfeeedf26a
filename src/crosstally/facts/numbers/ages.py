"""Ages that no unit names: "Mapahai, 35, said", "John Doe (43)", "aged 18 to 34", "under the age of eight"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.aged import (
    are_of_several,
    is_aged,
    said_in_words,
    said_of_person,
)
from crosstally.facts.numbers.at_ages import at_an_age
from crosstally.facts.numbers.beside_names import CLOSING, beside_name
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.named_ages import is_named_age, of_first_or_last
from crosstally.facts.numbers.set_off_ages import is_set_off_in_words
from crosstally.facts.numbers.units import Unit, surfaces
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, singular
from crosstally.facts.words.tokens import DASHES, Tokens
from crosstally.facts.words.triggers import state_measures

_OLDEST = 115
_TEENS = 12  # where the audiences that are told apart by age begin
_ABBREVIATED = frozenset({"yo", "y.o", "y.o."})
_ENDING = _ABBREVIATED | {"old"}
_PEOPLE = frozenset(
    {"children", "kids", "infants", "babies", "pupils", "people", "those", "adults", "men", "women", "them", "whom"}
    | {"anyone", "anybody", "everyone", "everybody", "nobody"}
)
_GROUPS = frozenset({"adults", "men", "women", "viewers", "boys", "girls", "voters"})
_CUES = frozenset({"age", "aged", "ages", "aging", "ageing"})
_SPANS = frozenset({"year", "month", "week", "day"})
_OLDER = frozenset({"older", "younger"})
_COMPARING = _OLDER | {"under"}  # "the 16 and | under | group"
_JOINING = frozenset({",", "and", "or", "to", "-", "–", "not", "but"})  # ages of one list


def read_ages(tokens: Tokens, figures: Sequence[Figure]) -> None:
    """Marks the figures of a sentence that are somebody's age, and gives them their unit."""
    for k, figure in enumerate(figures):
        unit = _read_age(tokens, figure, figures[k - 1] if k else None)
        if unit is not None:
            figure.unit, figure.age, figure.noun = unit, True, None
            if figure.hedge is not None and not _OLDER.isdisjoint(tokens.lower[figure.after : figure.stop]):
                figure.stop = max(figure.after, figure.hedge.stop)
    for figure, following in reversed(list(pairwise(figures))):
        if following.age and not figure.age and _is_listed_span(tokens, figure, following):
            figure.age = True
            if figure.stop == figure.number + 1 and tokens.at(figure.stop) == ",":
                figure.unit = surfaces()["year"]  # "Ana Vell, | 22, | and 11-month-old Bo"


def _read_age(tokens: Tokens, figure: Figure, before: Figure | None) -> Unit | None:
    """The unit of a number that is somebody's age; None where it is no age, or is told to be one by its unit."""
    if figure.unit is not None:
        if figure.noun is not None or figure.unit.name not in _SPANS:
            return None
        is_told = _cued(tokens, figure) or _is_listed(tokens, figure, before) or _is_set_off(tokens, figure)
        return figure.unit if is_told else None
    is_age = _is_compared(tokens, figure) or _is_told(tokens, figure, before)
    return surfaces()["year"] if is_age else None


def _is_told(tokens: Tokens, figure: Figure, before: Figure | None) -> bool:
    """Whether the words around a number say that it is an age."""
    is_bracket = _is_human(figure) and (_is_bracket(tokens, figure) or _is_span_of(tokens, figure))
    if is_bracket or (figure.noun is not None and _is_human(figure) and _goes_on(tokens, figure)):
        figure.noun, figure.stop = None, figure.after
    if _has_noun(figure) or tokens.lower[figure.number] in {"both", "a"}:  # "Ana Vell, 32, and | a couple"
        return False
    if is_bracket or _under_age(tokens, figure, before):
        return True
    if not _is_human(figure):
        return False
    listed = _is_listed(tokens, figure, before) and not _opens_clause(tokens, figure)
    if _cued(tokens, figure) or listed or said_in_words(tokens, figure):
        return True
    is_beside = any(told(tokens, figure) for told in (beside_name, said_of_person, at_an_age))
    in_words = figure.word and is_set_off_in_words(tokens, figure, before)
    is_told = in_words or are_of_several(tokens, figure) or (is_beside and not figure.word)
    return figure.noun is None and (is_told or of_first_or_last(tokens, figure))


def _is_set_off(tokens: Tokens, figure: Figure) -> bool:
    """Whether a time between two commas stands behind a name: "Ana Vell, | 52 years, | of Orvane"."""
    is_plain = figure.hedge is None and _is_human(figure) and figure.stop > figure.number + 1
    return is_plain and tokens.at(figure.stop) == "," and beside_name(tokens, figure)


def _is_compared(tokens: Tokens, figure: Figure) -> bool:
    """Whether it is told who is older or younger: "anyone | 17 or younger | must leave"."""
    hedge = figure.hedge
    is_so = hedge is not None and not _OLDER.isdisjoint(tokens.lower[hedge.first : hedge.stop])
    return is_so and _is_human(figure)


def _has_noun(figure: Figure) -> bool:
    """Whether a noun stands behind a figure; one of the list that it is in may stand before it."""
    return figure.noun is not None and figure.noun.first >= figure.first


def _is_listed(tokens: Tokens, figure: Figure, before: Figure | None) -> bool:
    """Whether only what joins a list stands between an age and a number: "17 | and 18", "24, | not 25".

    Who is hurt behind it is counted, and has no age: "children under the age of 15 and | 48 | wounded".
    """
    if tokens.at(figure.stop) in state_measures():
        return False
    if before is None or not before.age:
        return False
    return _JOINING.issuperset(tokens.lower[before.stop : figure.first]) or _is_then(tokens, figure, before)


def _is_then(tokens: Tokens, figure: Figure, before: Figure) -> bool:
    """Whether it is told when somebody was so old, as it was of the age before: "six when he left, | 13 | when he"."""
    when = tokens.lower[figure.stop : figure.stop + 2]
    is_told_so = when in (["when", "he"], ["when", "she"]) and tokens.lower[before.stop : before.stop + 2] == when
    return is_told_so and tokens.at(figure.first - 1) in {",", "and"}


def _is_listed_span(tokens: Tokens, figure: Figure, age: Figure) -> bool:
    """Whether a time joined to an age behind it is one: "20- | and 23-year-old", "3 months | to 10 years old".

    A comma joins only those that have one unit: not "for | 5 years, | 19-year-old".
    """
    between = tokens.lower[figure.stop : age.first]
    is_span = figure.unit is not None and figure.unit.name in _SPANS and figure.noun is None
    is_joined = bool(between) and between[-1] in {"and", "or", "to", "-", "–"} and _JOINING.issuperset(between[:-1])
    return is_span and (is_joined or (between == [","] and figure.stop == figure.number + 1))


def _opens_clause(tokens: Tokens, figure: Figure) -> bool:
    """Whether a number behind an age begins a clause of its own: "a girl aged nine, and | 37 | were hurt"."""
    is_set_off = tokens.lower[max(0, figure.first - 2) : figure.first] == [",", "and"]
    return is_set_off and tokens.at(figure.stop) in link_words("auxiliaries")


def _goes_on(tokens: Tokens, figure: Figure) -> bool:
    """Whether what stands behind a number goes on with a clause that its age began: "under the age of | 16 | need"."""
    cue = tokens.lower[max(0, figure.number - 2) : figure.number]
    return cue == ["age", "of"] or cue[-1:] == ["aged"] or tokens.at(figure.first - 1) == "ages"


def ends_age(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` is the last of an age: "35-year- | old | deputy", "29 y/ | o | man"."""
    return tokens.lower[i] in _ENDING or tokens.lower[max(0, i - 2) : i + 1] == ["y", "/", "o"]


def _under_age(tokens: Tokens, figure: Figure, before: Figure | None) -> bool:
    """ "children | under five", "nine of the dead were | under 18": a hedge of comparison right behind people."""
    hedge = figure.hedge
    between = figure.interval.bound == "range" and tokens.at(figure.first - 1) == "between"
    if between and _are_people(tokens.at(figure.first - 2)):
        return _is_human(figure)  # "two boys | between 14 and 18"
    if figure.interval.bound == "range" and _is_age_group(tokens, figure):
        return _is_human(figure)
    if hedge is None or tokens.at(hedge.stop - 1) not in {"under", "over", "below", "above"}:
        return False
    some = before is not None and before.partitive and _is_human(figure)
    is_one = is_aged(tokens, hedge.first - 1) and _is_human(figure)  # "a boy | under 12"
    before_hedge = tokens.at(hedge.first - 1)
    are_grown = _are_people(before_hedge) and (figure.interval.low or 0) >= _TEENS
    return (
        is_one
        or (are_grown and figure.noun is None and _is_human(figure))  # "buyers | over 21"
        or before_hedge in _PEOPLE
        or (some and before_hedge in {"was", "were", "is", "are"})
    )


def _are_people(word: str) -> bool:
    """Whether a word is a plural for people."""
    return is_plural(word) and counts_people(singular(word))


def _is_age_group(tokens: Tokens, figure: Figure) -> bool:
    """Whether two numbers with a dash stand right behind those of that age: "adults | 18-49"."""
    is_dashed = not DASHES.isdisjoint(tokens.lower[figure.first : figure.stop])
    return is_dashed and _are_people(tokens.at(figure.first - 1))


def _is_bracket(tokens: Tokens, figure: Figure) -> bool:
    """Whether two numbers with a dash say of what age those behind them are: "| 18-49 | viewers"."""
    is_range = figure.interval.bound == "range" and figure.hedge is None
    is_dashed = is_range and tokens.at(figure.number + 1) in DASHES
    is_grouped = figure.noun is not None and singular(tokens.lower[figure.noun.head]) in load("people")["bracketed"]
    return is_dashed and is_grouped and (figure.interval.low or 0) >= _TEENS


def _is_span_of(tokens: Tokens, figure: Figure) -> bool:
    """Whether two numbers right behind people say how old they are: "women | 18 to 34 | watched", "boys | 14 to 17"."""
    is_range = figure.interval.bound == "range" and figure.hedge is None and figure.noun is None
    return is_range and tokens.at(figure.first - 1) in _GROUPS and (figure.interval.low or 0) >= _TEENS


def _is_human(figure: Figure) -> bool:
    high = figure.interval.high if figure.interval.value is None else figure.interval.value
    return high is not None and 0 < high <= _OLDEST and high == int(high)


def _cued(tokens: Tokens, figure: Figure) -> bool:
    """Whether a word of age stands before a number: "ages, | 20 and 31", or behind: "the | 16 | and under"."""
    if is_named_age(tokens, figure.first):
        return True
    return any(_is_cued_at(tokens, i, figure) for i in {figure.first, figure.number})


def _is_cued_at(tokens: Tokens, i: int, figure: Figure) -> bool:
    return (
        tokens.at(i - 1) in _CUES
        or (tokens.at(i - 1) in {"of", ",", ":", "between", "from"} and tokens.at(i - 2) in _CUES)
        or (tokens.at(i - 1) == "of" and is_aged(tokens, i - 2))
        or (tokens.lower[max(0, i - 2) : i] == [",", "both"] and tokens.at(figure.stop) in CLOSING)
        or (
            figure.unit is None and tokens.at(figure.stop) in {"and", "or"} and tokens.at(figure.stop + 1) in _COMPARING
        )
    )
