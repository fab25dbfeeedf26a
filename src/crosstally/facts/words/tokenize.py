"""A sentence taken apart, the numbers behind a month that count something on their own: "in March | 40 | miners"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from crosstally.facts.lexicon import load
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import VERBS, is_plural, word_class
from crosstally.facts.words.tokens import Tokens, take_apart

_MONTH_AND_NUMBER = re.compile(r"([A-Za-z]{3,}\.?)(,?) ?(\d{1,2}|\d{4})")
_LETTERS_AND_NUMBER = re.compile(r"([A-Z]{2,})(/)(\d+)")  # "3 | KIA/5 | WIA"
_STONES = re.compile(r"(\d{1,2})(st)")
_LAST_DAY, _FIRST_MODERN_YEAR = 31, 1900
_ELEVEN = 11
_VALUED = frozenset({"to", "by", "from", "at"})  # between a verb and the number that its subject comes to
_LONGEST_ASIDE = 14  # tokens between two dashes


def tokenize(sentence: str) -> Tokens:
    """Take a sentence apart; every code point but white space belongs to exactly one token."""
    tokens = take_apart(sentence)
    _set_off_asides(tokens)
    if "name" not in tokens.kinds:
        return tokens
    for k in range(len(tokens) - 1, -1, -1):
        date = _MONTH_AND_NUMBER.fullmatch(tokens.words[k]) if tokens.kinds[k] == "name" else None
        if date is not None and _is_count(tokens, k, date):
            tokens.split(k, [("word", date.span(1)), ("mark", date.span(2)), ("number", date.span(3))])
        listed = _LETTERS_AND_NUMBER.fullmatch(tokens.words[k]) if tokens.at(k + 1).isalpha() else None
        if listed is not None and tokens.words[k + 1].isupper() and tokens.kinds[k - 1] == "number":
            tokens.split(k, [("word", listed.span(1)), ("mark", listed.span(2)), ("number", listed.span(3))])
        stones = _STONES.fullmatch(tokens.words[k]) if tokens.kinds[k] == "name" else None
        if stones is not None and _is_weight(tokens, k, int(stones[1])):
            tokens.split(k, [("number", stones.span(1)), ("word", stones.span(2))])
    return tokens


def _is_weight(tokens: Tokens, k: int, number: int) -> bool:
    """Whether "st" behind a number is stones: no such ordinal is written ("12st"), or pounds follow ("11st 4lb")."""
    is_ordinal = number % 10 == 1 and number != _ELEVEN
    return not is_ordinal or (tokens.is_number(k + 1) and tokens.at(k + 2) in {"lb", "lbs"})


def _set_off_asides(tokens: Tokens) -> None:
    """Let two dashes around an aside be read as commas: "12 people | — three of them children — | were killed"."""
    if tokens.lower.count("—") < 2:  # noqa: PLR2004 - a pair; one alone parts two clauses
        return
    dashes = [k for k, word in enumerate(tokens.lower) if word == "—"]
    for first, second in pairwise(dashes):
        behind = tokens.at(second + 1)
        is_told = behind in link_words("auxiliaries") or word_class(behind) in {"d", "z"}
        is_list = tokens.kinds[first:second].count("number") > 1  # "four men — one 29, two others 37 — were hurt"
        if is_told and not is_list and 0 < first < second - 1 <= first + _LONGEST_ASIDE:
            tokens.lower[first] = tokens.lower[second] = ","


def heads_clause(tokens: Tokens, i: int) -> bool:
    """Whether what begins at token `i` makes a count of the number before it: "17 | unarmed men", "300 | had fled"."""
    if tokens.at(i) in _verbs() or word_class(tokens.at(i)) == "d":
        return True
    noun = noun_phrase(tokens, i, plural=True)
    return noun is not None and is_plural(tokens.lower[noun.head]) and word_class(tokens.lower[noun.head]) != "z"


@cache
def _periods() -> frozenset[str]:
    return frozenset(load("times")["month"]["without_day"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("times")["month"]["verbs"])


def _is_count(tokens: Tokens, k: int, date: re.Match[str]) -> bool:
    """Whether the number of a month is no day and no year of it, but counts what stands behind.

    "On" asks for a day, "in" for none; behind "since" or "by" a day would have its comma. Of four digits, those from
    1900 on are a year unless a comma parts them from the month.
    """
    number, is_parted = int(date[3]), bool(date[2])
    if not heads_clause(tokens, k + 1):
        return False
    if len(date[3]) == 4:  # noqa: PLR2004 - digits of a year
        return number < _FIRST_MODERN_YEAR or is_parted
    return number > _LAST_DAY or (tokens.at(k - 1) in _periods() and not _is_of_subject(tokens, k))


def _is_of_subject(tokens: Tokens, k: int) -> bool:
    """Whether a verb behind the day of the name at `k` is that of what is before: "those hurt since | May 12 | rose".

    A count of its own would open the clause ("Since | May 12 | have died"), perhaps behind what it is a part of or
    where ("of those held since | May 12 | were freed"); but nobody counted there rises or comes to a number.
    """
    verb = tokens.at(k + 1)
    if tokens.at(k - 1) not in _bounds() or not (verb in _verbs() or word_class(verb) == "d"):
        return False
    first = k - 1
    while first > 0 and not _parts_clauses(tokens, first - 1):
        first -= 1
    is_value = verb in load("times")["reached"]["verbs"] and (tokens.at(k + 2) in _VALUED or tokens.is_number(k + 2))
    return is_value or (first < k - 1 and tokens.at(first) not in link_words("aside") | {"of"})


def _parts_clauses(tokens: Tokens, i: int) -> bool:
    """Whether a clause begins behind token `i`: a mark, "and", or "that" behind who says so, not "rains | that"."""
    is_told = tokens.at(i) == "that" and word_class(tokens.at(i - 1)) in VERBS
    return tokens.kinds[i] == "mark" or tokens.at(i) in {"and", "but"} or is_told


@cache
def _bounds() -> frozenset[str]:
    return frozenset(load("times")["month"]["bounds"])
