"""Numbers in set phrases, which count nothing: "back to square one", "a six-figure sum", "both sides"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.counting import counts, trap_words
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.numbers.spelled import ordinals
from crosstally.facts.words.nouns import is_plural, singular
from crosstally.facts.words.tokens import Tokens

_DAY = 24  # hours
_PLATE = 2  # digits of the year on one


def is_idiom(tokens: Tokens, i: int) -> bool:
    """Whether a number is a part of an idiom, and of one that may count counts nothing: "in | one or two | minutes"."""
    for words, place in _idioms().get(tokens.lower[i], ()):
        end = i - place + len(words)
        if i >= place and tokens.lower[i - place : end] == words:
            return " ".join(words) not in trap_words("idioms", "counting") or not counts(tokens, end)
    return False


def is_doubled(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a vague number only makes much of the same one behind it: "| thousands | and thousands of fans"."""
    i, stop = numeral.first, numeral.stop
    is_word = stop == i + 1 and not numeral.digits and is_plural(tokens.lower[i])
    return is_word and tokens.at(stop) == "and" and tokens.at(stop + 1) == tokens.lower[i]


def is_kind(tokens: Tokens, stop: int) -> bool:
    """Whether a number is tied to what it names a kind of: "a six-| figure salary", "32-| and 64-|bit chips"."""
    if tokens.at(stop) != "-":
        return False
    if tokens.at(stop + 1) in {"and", "or"} and tokens.touches(stop):
        stop += 3
    return tokens.at(stop) == "-" and tokens.at(stop + 1) in trap_words("tied")


def is_plate(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number on its plate tells of when a car is: "a | 57|-plate Vanda", not "a 12-plate dinner"."""
    i, stop = numeral.first, numeral.stop
    if tokens.lower[stop : stop + 2] != ["-", "plate"] or not numeral.digits or len(tokens.words[i]) != _PLATE:
        return False
    behind = "".join(tokens.words[stop + 2 : stop + 3])
    return behind.istitle() or behind in trap_words("tied", "cars")


def is_sized(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether one of two sizes tells of what kinds several things are: "| two|- and three-bedroom flats"."""
    i, stop = numeral.first, numeral.stop
    if tokens.at(stop) != "-" or not tokens.touches(stop):
        return False
    is_first = tokens.at(stop + 1) in {"and", "or"}
    is_second = (
        tokens.at(i - 1) in {"and", "or"} and tokens.at(i - 2) == "-" and read_numeral(tokens, i - 3) is not None
    )
    tied = stop + 4 if is_first else stop + 1
    is_tied = tokens.at(tied - 1) == "-" and tokens.at(tied) in trap_words("tied", "sizes")
    return (is_first or (i > _PLATE and is_second)) and is_tied and is_plural(tokens.at(tied + 1))


def is_return(tokens: Tokens, stop: int) -> bool:
    """Whether a number names how seldom something comes: "a one-| in-500-year event"."""
    if tokens.lower[stop : stop + 2] == ["-", "year"] and tokens.at(stop + 2) in trap_words("tied", "returning"):
        return True  # "a 100-year | flood"
    whole = read_numeral(tokens, stop + 3) if tokens.lower[stop : stop + 3] == ["-", "in", "-"] else None
    return whole is not None and tokens.lower[whole.stop : whole.stop + 2] == ["-", "year"]


def is_span_of_kind(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a span names a kind of shop or of trade: "a 24-| hour | shop", "three-| month | copper"."""
    stop = numeral.stop
    if tokens.at(stop) != "-":
        return False
    unit, noun = tokens.at(stop + 1), singular(tokens.at(stop + 2))
    if unit == "hour" and numeral.value == _DAY:
        return noun in trap_words("tied", "open")
    is_delivery = noun == "delivery" and tokens.at(numeral.first - 1) == "for"
    return unit == "month" and (is_delivery or noun in trap_words("tied", "traded"))


def is_ordinal(tokens: Tokens, stop: int) -> bool:
    """Whether what is tied to tens in words makes them an ordinal: "fifty-| third", and no "fifty-second delay"."""
    return tokens.at(stop) == "-" and tokens.at(stop + 1) in ordinals().keys() - {"second"}


def is_unit_of_tens(tokens: Tokens, i: int) -> bool:
    """Whether a number is tied to tens that nobody can read: "twetny-| two"."""
    is_tied = i > 1 and tokens.at(i - 1) == "-" and tokens.touches(i - 1) and tokens.touches(i)
    return is_tied and tokens.lower[i - 2].endswith(("ty", "ny"))


def is_known_pair(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "the two sides", "both sides" only take up parties that the reader knows."""
    known = tokens.at(numeral.first - 1) == "the" and numeral.value == 2  # noqa: PLR2004 - a pair
    return (known or tokens.at(numeral.first) == "both") and any(
        tokens.at(k) in trap_words("pairs") for k in range(numeral.stop, numeral.stop + 3)
    )


@cache
def _idioms() -> dict[str, list[tuple[list[str], int]]]:
    """Idioms by each of their words: the words, and which of them it is."""
    found: dict[str, list[tuple[list[str], int]]] = {}
    for phrase in load("traps")["idioms"]["phrases"]:
        words = phrase.replace("-", " - ").replace("/", " / ").split()
        for place, word in enumerate(words):
            found.setdefault(word, []).append((words, place))
    return found
