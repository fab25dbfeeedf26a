"""Traps: numbers that are no quantities - years, labels, addresses, calibres, scores, idioms."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numerals import LARGEST, Numeral, cardinals
from crosstally.facts.roles.trend import changes_before
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class, word_classes
from crosstally.facts.words.tokens import Tokens

_DASHES = {"-", "–", "—", "−"}
_AUXILIARIES = frozenset({"had", "has", "have", "is", "was", "were", "be", "are"})
_FIRST_YEAR, _MODERN, _LAST_YEAR = 1000, 1900, 2100
_MODEL_DIGITS = 5
_OWNERS = frozenset({"a", "the", "his", "her"})
_VERBS = frozenset("bzdng")
_UNIONS = frozenset({"us", "uk", "un", "eu", "uae"})
_ACRONYM = 3  # letters of a make: "AK 47 rifles"


@cache
def _words(family: str, key: str = "words") -> frozenset[str]:
    return frozenset(load("traps")[family][key])


@cache
def _idioms() -> dict[str, list[tuple[list[str], int]]]:
    """Idioms by each of their words: the words, and which of them it is."""
    found: dict[str, list[tuple[list[str], int]]] = {}
    for phrase in load("traps")["idioms"]["phrases"]:
        words = phrase.replace("-", " - ").replace("/", " / ").split()
        for place, word in enumerate(words):
            found.setdefault(word, []).append((words, place))
    return found


def is_trap(tokens: Tokens, numeral: Numeral, *, measured: bool) -> bool:
    """Whether a number, as it stands in its sentence, is no quantity; `measured` says that a unit follows it."""
    i, stop = numeral.first, numeral.stop
    if numeral.high > LARGEST or _is_idiom(tokens, i) or _is_ratio(tokens, i, stop):
        return True
    if tokens.lower[i] == "one" and stop == i + 1:
        return (
            _is_pronoun(tokens, i)
            if not measured
            else tokens.at(i - 1) in {"", ",", "then"} and tokens.at(stop) == "day"
        )
    if not numeral.digits and (_is_hour(tokens, stop) or _is_known_pair(tokens, numeral)):
        return True
    if not numeral.digits:
        return _is_labelled(tokens, i) and tokens.words[i - 1][0].isupper()
    dialled = tokens.words[i] in _words("emergency") and not measured and not _counts(tokens, stop)
    if (dialled and changes_before(tokens, i) is None) or _is_enumeration(tokens, i, stop):
        return True
    return (
        _is_calibre(tokens, numeral)
        or _is_score(tokens, i, stop)
        or (
            not measured
            and (
                _is_labelled(tokens, i)
                or _is_decade_or_code(tokens, stop)
                or _is_model(tokens, numeral)
                or _is_address(tokens, stop)
                or _is_year(tokens, numeral)
            )
        )
    )


def _is_ratio(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is half of a ratio: "one in five women", "three out of four"."""
    if tokens.at(i - 1) in {"in", "of"}:
        back = i - 2 if tokens.at(i - 1) == "in" else i - 3
        return (
            tokens.at(back) in cardinals()
            and (tokens.at(i - 1) == "in" or tokens.at(i - 2) == "out")
            and _counts(tokens, stop)
        )
    behind = stop + 1 if tokens.at(stop) == "in" else stop + 2 if tokens.lower[stop : stop + 2] == ["out", "of"] else 0
    return (
        bool(behind)
        and tokens.at(i) in cardinals()
        and tokens.at(behind) in cardinals()
        and _counts(tokens, behind + 1)
    )


def _is_idiom(tokens: Tokens, i: int) -> bool:
    return any(
        i >= place and tokens.lower[i - place : i - place + len(words)] == words
        for words, place in _idioms().get(tokens.lower[i], ())
    )


def _is_pronoun(tokens: Tokens, i: int) -> bool:
    if tokens.at(i + 1) == "-" or _opens_clause(tokens, i):
        return False
    if tokens.at(i - 1) in _words("one", "before") and not _counts(tokens, i + 1) and tokens.at(i - 2) != "at":
        return (
            tokens.at(i - 1) not in {"the", "a", "or", "than", "other"}
            or word_classes().get(tokens.at(i + 1), "") in {"r", "d", "z"}
            or _ends(tokens, i + 1)
        )
    return tokens.at(i + 1) in _words("one", "after")


def _opens_clause(tokens: Tokens, i: int) -> bool:
    """Whether "one" counts what a clause is about: "said that | one bomb fell", not "that | one sank"."""
    after = tokens.at(i + 1)
    is_noun = word_class(after) == "" and after.isalpha() and after not in _words("one", "after")
    return tokens.at(i - 1) == "that" and i > 1 and is_noun


def _ends(tokens: Tokens, i: int) -> bool:
    return i >= len(tokens) or tokens.kinds[i] in {"mark", "sign"}


def _is_known_pair(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "the two sides" only takes up parties that the reader knows."""
    known = tokens.at(numeral.first - 1) == "the" and numeral.value == 2  # noqa: PLR2004 - a pair
    return known and any(tokens.at(k) in _words("pairs") for k in range(numeral.stop, numeral.stop + 3))


def _is_hour(tokens: Tokens, stop: int) -> bool:
    """ "six | in the evening", "nine | o'clock"."""
    after = tokens.lower[stop : stop + 3]
    return after[:1] in (["o'clock"], ["o’clock"], ["a.m."], ["p.m."], ["am"], ["pm"]) or (
        after[:2] == ["in", "the"] and after[2:] in (["morning"], ["evening"], ["afternoon"])
    )


def _is_labelled(tokens: Tokens, i: int) -> bool:
    """ "Highway 35", "No. 7", "Day 3": some words label only with a capital letter."""
    back = i - 2 if tokens.at(i - 1) in {".", "#", "-"} else i - 1
    word = tokens.at(back)
    if word == "#" or tokens.at(i - 1) == "#":
        return True
    if back < 0 or word not in _words("named") or _counts(tokens, i + 1):
        return False
    return word not in _words("named", "capital") or tokens.words[back][0].isupper()


def _counts(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i`, behind a number, is something that numbers count."""
    if is_plural(tokens.at(i)):
        return word_classes().get(tokens.at(i)) != "z"
    return tokens.at(i) in {
        "percent",
        "per",
        "%",
        "dead",
        "million",
        "billion",
        "killed",
        "injured",
    }


def _is_model(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is part of a name: "Boeing 737", "S&P 500", "AK 47 rifles"."""
    i, stop = numeral.first, numeral.stop
    if stop != i + 1 or not tokens.words[i].isdigit() or len(tokens.words[i]) > _MODEL_DIGITS:
        return False
    if _is_name(tokens, stop) and not tokens.headline:
        return True
    before = tokens.words[i - 1] if i and tokens.kinds[i - 1] == "word" else ""
    kind = word_classes().get(before.lower(), "-")
    if not before[:1].isupper() or (kind in _VERBS and (kind != "b" or tokens.headline)):
        return False  # "Kills 12" in a headline, but not "Apple Watch 5"
    if before.isupper() and 1 < len(before) <= _ACRONYM and hedge_before(tokens, i) is None:
        return before.lower() not in _UNIONS or not _counts(tokens, stop)
    tied = tokens.at(stop) in _DASHES and tokens.touches(stop)
    telling = i > 1 or before.isupper()  # the capital of a sentence's first word says nothing
    return telling and not tied and not _counts(tokens, stop)


def _is_name(tokens: Tokens, i: int) -> bool:
    """Whether only capitalised words follow, the last no plural: "11 | Pro Max", "90049 | ZIP Code"."""
    stop = i
    while stop < len(tokens) and tokens.kinds[stop] == "word" and tokens.words[stop][0].isupper():
        stop += 1
    return (
        stop > i
        and not any(_counts(tokens, k) for k in range(i, stop))
        and not (tokens.at(stop) == "-" or _counts(tokens, stop))
        and tokens.kinds[min(stop, len(tokens) - 1)] not in {"word", "number"}
    )


def _is_score(tokens: Tokens, i: int, stop: int) -> bool:
    """ "2-0", "9-2": two numbers with a dash of which the second is not the larger."""
    if (
        tokens.at(stop) not in _DASHES
        or not (tokens.touches(stop) and tokens.touches(stop + 1))
        or tokens.kinds[stop + 1] != "number"
    ):
        return False
    second = tokens.words[stop + 1]
    return (
        tokens.words[i].isdigit()
        and second.isdigit()
        and int(second) <= int(tokens.words[i])
        and len(tokens.words[i]) <= len(second) + 1
    )


def _is_year(tokens: Tokens, numeral: Numeral) -> bool:
    i, stop = numeral.first, numeral.stop
    word = tokens.words[i]
    if len(word) != 4 or not word.isdigit() or stop != i + 1:  # noqa: PLR2004 - digits of a year
        return False
    year, before, after = int(word), tokens.at(i - 1), tokens.at(stop)
    if after in _DASHES | {"to"} and _ends_range(tokens, year, stop + 1):
        return False
    counted = (
        is_plural(after)
        or after in {"mm", "km", "kg", "percent", "%", "per", "m", "ft", "mph", "hp"}
        or (tokens.kinds[i - 1] == "sign" and i > 0 and before not in _DASHES)
    )
    if _MODERN <= year <= _LAST_YEAR:
        return not counted or not (hedge_before(tokens, i) or _is_verb_or_people(tokens, i))
    return (
        _FIRST_YEAR <= year < _MODERN
        and before in _words("years", "before")
        and not counted
        and _ends_or_function(tokens, stop)
    )


def _ends_range(tokens: Tokens, first: int, i: int) -> bool:
    """Whether the number at `i` ends a range of quantities: "2000 - 2500 calories", not the years of "1997-2003"."""
    second = tokens.words[i] if i < len(tokens) else ""
    if len(second) != 4 or not second.isdigit() or int(second) <= first:  # noqa: PLR2004 - as many digits as a year
        return False
    return int(second) > _LAST_YEAR or is_plural(tokens.at(i + 1))


def _is_verb_or_people(tokens: Tokens, i: int) -> bool:
    """Whether a verb stands before a four-digit number or people behind it: "fired 2014 rockets", "2000 people"."""
    verb = tokens.at(i - 1) not in _AUXILIARIES and word_classes().get(tokens.at(i - 1), "") in {
        "b",
        "z",
        "d",
        "n",
        "g",
    }
    return verb or counts_people(singular(tokens.at(i + 1)))


def _ends_or_function(tokens: Tokens, i: int) -> bool:
    return _ends(tokens, i) or tokens.at(i) in {"and", "to", "when", "by", "with", "the", "but", "or", "in", "as"}


def _is_address(tokens: Tokens, stop: int) -> bool:
    if tokens.at(stop) in _DASHES and tokens.touches(stop) and tokens.touches(stop + 1):
        stop += 2  # "16-18 Industrial Avenue"
    if tokens.at(stop) == "block" and tokens.at(stop + 1) == "of":
        return True
    j = stop
    while j < min(stop + 4, len(tokens)) and (tokens.words[j][0].isupper() or tokens.kinds[j] == "name"):
        if tokens.lower[j] in _words("street") and j > stop:
            return True
        j += 1
    return False


def _is_calibre(tokens: Tokens, numeral: Numeral) -> bool:
    word, j = tokens.words[numeral.first], numeral.stop
    if tokens.at(j) in _DASHES:
        j += 1
    metric = tokens.at(j) == "mm"
    behind = {tokens.at(j + metric), tokens.at(j + metric + 1)}
    if word.startswith(".") and len(word) <= 4 and len(word) > 2:  # noqa: PLR2004 - ".22" to ".500"
        counted = (
            tokens.words[j : j + 1] == tokens.lower[j : j + 1]
            and word_class(tokens.at(j)) == ""
            and tokens.kinds[j : j + 1] == ["word"]
        )
        return bool(behind & _words("calibre")) or (tokens.at(numeral.first - 1) in _OWNERS and not counted)
    return (metric and bool(behind & _words("calibre"))) or tokens.at(j) in {"caliber", "calibre"}


def _is_decade_or_code(tokens: Tokens, stop: int) -> bool:
    """ "1980s", "20s", "5G", "4x4"."""
    return (
        tokens.touches(stop)
        and (tokens.at(stop) in {"s", "'s", "’s", "x", "g"} or tokens.words[stop] in {"G", "D", "K"})
        and not (tokens.at(stop) == "g" and tokens.words[stop] == "g")
    )


def _is_enumeration(tokens: Tokens, i: int, stop: int) -> bool:
    """ "1)" and "2." before the words of a list, "3-1" between two teams, "5:2"."""
    if (
        tokens.at(stop) == ")"
        and tokens.touches(stop)
        and (i == 0 or tokens.at(i - 1) in {";", ",", ".", ":"} or tokens.kinds[i - 1] == "word")
    ):
        return i == 0 or (
            tokens.at(i - 1) not in {"(", "$"} and not any(w == "(" for w in tokens.words[max(0, i - 6) : i])
        )
    if i == 0 and tokens.at(stop) == "." and len(tokens.words[i]) <= 2 and len(tokens) != stop + 2:  # noqa: PLR2004 - "12."
        return True
    return tokens.at(stop) == ":" and tokens.touches(stop) and tokens.touches(stop + 1)
