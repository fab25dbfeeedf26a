"""Traps: numbers that are no quantities - years, labels, addresses, calibres, scores, idioms."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.labels import is_address, is_calibre, is_decade_or_code, is_labelled, is_model
from crosstally.facts.numbers.numerals import LARGEST, Numeral
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.numbers.years import is_year
from crosstally.facts.words.changes import changes_before
from crosstally.facts.words.nouns import word_class, word_classes
from crosstally.facts.words.tokens import STROKES, Tokens


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
    return trap_of(tokens, numeral, measured=measured) is not None


def trap_of(tokens: Tokens, numeral: Numeral, *, measured: bool) -> str | None:
    """What a number that is no quantity is, in a word: "year", "label", "score"; None where it may be one."""
    i, stop = numeral.first, numeral.stop
    if numeral.high > LARGEST:
        return "number"
    if _is_idiom(tokens, i):
        return "idiom"
    if _is_ratio(tokens, i, stop):
        return "ratio"
    if tokens.lower[i] == "one" and stop == i + 1:
        is_one_day = measured and tokens.at(i - 1) in {"", ",", "then"} and tokens.at(stop) == "day"
        return "pronoun" if is_one_day or (not measured and _is_pronoun(tokens, i)) else None
    return _spelled(tokens, numeral) if not numeral.digits else _in_digits(tokens, numeral, measured=measured)


def _spelled(tokens: Tokens, numeral: Numeral) -> str | None:
    i = numeral.first
    if _is_hour(tokens, numeral.stop):
        return "time"
    if _is_known_pair(tokens, numeral):
        return "known pair"
    return "label" if is_labelled(tokens, i) and tokens.words[i - 1][0].isupper() else None


def _in_digits(tokens: Tokens, numeral: Numeral, *, measured: bool) -> str | None:
    i, stop = numeral.first, numeral.stop
    dialled = tokens.words[i] in trap_words("emergency") and not measured and not counts(tokens, stop)
    if dialled and changes_before(tokens, i) is None:
        return "telephone number"
    if _is_enumeration(tokens, i, stop):
        return "number of a list or a score"
    if is_calibre(tokens, numeral):
        return "calibre"
    if _is_score(tokens, i, stop):
        return "score"
    return None if measured else _naming(tokens, numeral)


def _naming(tokens: Tokens, numeral: Numeral) -> str | None:
    """What a number without a unit names."""
    i, stop = numeral.first, numeral.stop
    if is_labelled(tokens, i):
        return "label"
    if is_decade_or_code(tokens, stop):
        return "decade or code"
    if is_model(tokens, numeral):
        return "name"
    if is_address(tokens, stop):
        return "address"
    return "year" if is_year(tokens, numeral) else None


def _is_ratio(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is half of a ratio: "one in five women", "three out of four"."""
    if tokens.at(i - 1) in {"in", "of"}:
        back = i - 2 if tokens.at(i - 1) == "in" else i - 3
        return (
            tokens.at(back) in cardinals()
            and (tokens.at(i - 1) == "in" or tokens.at(i - 2) == "out")
            and counts(tokens, stop)
        )
    behind = stop + 1 if tokens.at(stop) == "in" else stop + 2 if tokens.lower[stop : stop + 2] == ["out", "of"] else 0
    return (
        bool(behind) and tokens.at(i) in cardinals() and tokens.at(behind) in cardinals() and counts(tokens, behind + 1)
    )


def _is_idiom(tokens: Tokens, i: int) -> bool:
    return any(
        i >= place and tokens.lower[i - place : i - place + len(words)] == words
        for words, place in _idioms().get(tokens.lower[i], ())
    )


def _is_pronoun(tokens: Tokens, i: int) -> bool:
    if tokens.at(i + 1) == "-" or _opens_clause(tokens, i) or _is_part(tokens, i):
        return False
    if tokens.at(i - 1) in trap_words("one", "before") and not counts(tokens, i + 1) and tokens.at(i - 2) != "at":
        return (
            tokens.at(i - 1) not in {"the", "a", "or", "than", "other"}
            or word_classes().get(tokens.at(i + 1), "") in {"r", "d", "z"}
            or ends(tokens, i + 1)
        )
    return tokens.at(i + 1) in trap_words("one", "after")


def _is_part(tokens: Tokens, i: int) -> bool:
    """Whether "one" is a part of those told of: "five were shot, one of | whom died", "one of | the 41 was hurt"."""
    if tokens.at(i + 1) != "of" or tokens.at(i - 1) in trap_words("one", "before") | {"not", "single"}:
        return False  # "not a single | one of the 12"
    whole = i + 2 + (tokens.at(i + 2) in {"the", "these", "those"})
    taken_up = tokens.at(i + 2) in {"whom", "them"} and i > 0 and tokens.kinds[i - 1] == "mark"
    return taken_up or (whole < len(tokens) and (tokens.kinds[whole] == "number" or tokens.at(whole) in cardinals()))


def _opens_clause(tokens: Tokens, i: int) -> bool:
    """Whether "one" counts what a clause is about: "said that | one bomb fell", not "that | one sank"."""
    after = tokens.at(i + 1)
    is_noun = word_class(after) == "" and after.isalpha() and after not in trap_words("one", "after")
    return tokens.at(i - 1) == "that" and i > 1 and is_noun


def _is_known_pair(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "the two sides" only takes up parties that the reader knows."""
    known = tokens.at(numeral.first - 1) == "the" and numeral.value == 2  # noqa: PLR2004 - a pair
    return known and any(tokens.at(k) in trap_words("pairs") for k in range(numeral.stop, numeral.stop + 3))


def _is_hour(tokens: Tokens, stop: int) -> bool:
    """ "six | in the evening", "nine | o'clock"."""
    after = tokens.lower[stop : stop + 3]
    return after[:1] in (["o'clock"], ["o’clock"], ["a.m."], ["p.m."], ["am"], ["pm"]) or (
        after[:2] == ["in", "the"] and after[2:] in (["morning"], ["evening"], ["afternoon"])
    )


def _is_score(tokens: Tokens, i: int, stop: int) -> bool:
    """ "2-0", "9-2": two numbers with a dash of which the second is not the larger."""
    if (
        tokens.at(stop) not in STROKES
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
