"""Years: "in 2014", and not "2014 rockets" or "2000 to 2500 calories"."""

from __future__ import annotations

from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.units import surfaces
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import VERBS, counts_people, is_plural, singular, stop_words, word_class, word_classes
from crosstally.facts.words.tokens import APOSTROPHES, STROKES, Tokens

_AUXILIARIES = frozenset({"had", "has", "have", "is", "was", "were", "be", "are"})
_FUNCTION = frozenset(
    {
        "and",
        "to",
        "when",
        "by",
        "with",
        "the",
        "but",
        "or",
        "in",
        "as",
        "it",
        "he",
        "she",
        "they",
        "we",
        "there",
        "this",
    }
)  # may follow a year
_ERAS = frozenset({"AD", "BC", "BCE", "CE", "A.D.", "B.C."})
_FIRST_YEAR, _MODERN, _LAST_YEAR = 1000, 1900, 2100
_LEAST = 4  # letters of a make, no sign of a unit
_CENTURY = 100  # "a 1500-seat hall" has no year


def is_year(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether four digits name a year: from 1900 on unless they count, earlier ones behind "in" or "since"."""
    i, stop = numeral.first, numeral.stop
    word = tokens.words[i]
    if len(word) == 2 and tokens.at(i - 1) in APOSTROPHES and tokens.touches(i) and not tokens.touches(i - 1):  # noqa: PLR2004
        return word.isdigit() and not counts(tokens, stop)  # "in '|83"
    if not _ERAS.isdisjoint(tokens.words[stop : stop + 1]):
        return word.replace(",", "").isdigit()
    if len(word) != 4 or not word.isdigit() or stop != i + 1:  # noqa: PLR2004 - digits of a year
        return False
    year, before, after = int(word), tokens.at(i - 1), tokens.at(stop)
    if after in STROKES | {"to"} and _ends_range(tokens, year, stop + 1):
        return False
    counted = not _is_compared(tokens, i, stop) and (
        is_plural(after)
        or after in {"mm", "km", "kg", "percent", "%", "per", "m", "ft", "mph", "hp"}
        or (tokens.kinds[i - 1] == "sign" and i > 0 and before not in STROKES)
    )
    if _MODERN <= year <= _LAST_YEAR:
        is_told_by_year = after in trap_words("years", "of")  # "hopes | 2005 | sales will grow"
        is_told = is_told_by_year or (before == "in" and i == 1)  # "In | 2008 | thieves broke in"
        return not counted or not (hedge_before(tokens, i) or (_is_verb_or_people(tokens, i) and not is_told))
    return _FIRST_YEAR <= year < _MODERN and not counted and _is_dated(tokens, i, stop)


def is_model_year(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a year tells of when a make is that is called like a unit: "her | 2008 | Lumen", not "2008 lumens"."""
    name = tokens.words[stop] if stop < len(tokens) else ""
    is_name = name.istitle() and name.isalpha() and len(name) >= _LEAST and not is_plural(name.lower())
    is_owned = tokens.at(i - 1) in link_words("indefinite") | link_words("possessives") | {"the", "whose", "'s", "’s"}
    is_year = len(tokens.words[i]) == 4 and tokens.words[i].isdigit()  # noqa: PLR2004 - digits of a year
    return is_year and is_name and is_owned and _MODERN <= int(tokens.words[i]) <= _LAST_YEAR and not tokens.headline


def _is_compared(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether how things stood in a year is what others are held against: "above | 2019 | levels"."""
    if tokens.at(stop) not in trap_words("years", "levels"):
        return False
    is_than = tokens.at(i - 1) == "than" and tokens.at(i - 2) in trap_words("years", "compared")
    return is_than or tokens.at(i - 1) in trap_words("years", "comparing")


def _is_dated(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether four digits before 1900 are a year: "in 1845", "the Treaty of 1648", "the 1648 | treaty"."""
    before, after = tokens.at(i - 1), tokens.at(stop)
    if after in trap_words("years", "wines"):
        return not is_plural(tokens.at(stop + 1))  # "a bottle of | 1787 | wine", not "1787 wine bottles"
    if i == 0 and after == ":":
        return not tokens.touches(stop + 1)  # "1648: | The war ends"
    is_word = after.isalpha() and after not in stop_words() and tokens.words[stop].islower()
    if before == "the":
        return is_word and word_class(after) == "" and tokens.at(stop + 1) != "-"
    if before in link_words("indefinite") | link_words("possessives") and int(tokens.words[i]) % _CENTURY:
        is_one = is_word and not is_plural(after) and after not in surfaces()
        return is_one and word_class(after) in {"", "j", "n"}  # "its | 1895 | frame"
    if before == "of" and i > 1 and tokens.words[i - 2][0].isupper() and not tokens.headline:
        return True
    return before in trap_words("years", "before") and _ends_or_function(tokens, stop)


def _ends_range(tokens: Tokens, first: int, i: int) -> bool:
    """Whether the number at `i` ends a range of quantities: "2000 - 2500 calories", not the years of "1997-2003"."""
    second = tokens.words[i] if i < len(tokens) else ""
    if len(second) != 4 or not second.isdigit() or int(second) <= first:  # noqa: PLR2004 - as many digits as a year
        return False
    return int(second) > _LAST_YEAR or is_plural(tokens.at(i + 1))


def _is_verb_or_people(tokens: Tokens, i: int) -> bool:
    """Whether a verb stands before a four-digit number or people behind it: "fired 2014 rockets", "2000 people"."""
    verb = tokens.at(i - 1) not in _AUXILIARIES and word_classes().get(tokens.at(i - 1), "") in VERBS
    return verb or counts_people(singular(tokens.at(i + 1)))


def _ends_or_function(tokens: Tokens, i: int) -> bool:
    return ends(tokens, i) or tokens.at(i) in _FUNCTION
