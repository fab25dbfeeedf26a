"""Versions: numbers and sizes that tell one of a make from another: "USB 3.0", "its 737 model", "the 13-inch model"."""

from __future__ import annotations

import re

from crosstally.facts.numbers.amounts import INCHES
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import singular, stop_words, word_class
from crosstally.facts.words.tokens import DASHES, Tokens
from crosstally.facts.words.triggers import quantity_nouns

_VERSION = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_MIXED = re.compile(r"(?!Ma?c[A-Z])[A-Za-z]*[a-z][A-Z]")
_AIRLINER = re.compile(r"7[0-8]7")
_LEAST = 3  # letters of a name that versions have; "ML 4.2" is a magnitude
_SIZES = re.compile(
    r"\b(?:the|its|new)\s(?:\d[\d.]*\s?-?(?:\s?inch)?\s?(?:,|and|or|&)\s?(?:the\s)?)+\d[\d.]*-inch\s(?:[a-z]+s\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_LISTING = frozenset({"and", "or", ","})


def is_version(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the number at tokens [i, stop) is the version of what is named in capitals: "USB | 3.0", "iOS | 6"."""
    if i == 0 or stop != i + 1 or (tokens.kinds[i - 1] != "word" and tokens.at(i - 1) != ","):
        return False
    is_release = "." in tokens.words[i] and tokens.at(stop) in trap_words("variant", "releases")  # "the 3.5 | update"
    if is_release or (tokens.words[i].isdigit() and len(tokens.words[i]) >= _LEAST and _is_kind(tokens, stop)):
        return True
    if not _VERSION.fullmatch(tokens.words[i]):
        return _is_one_of_kinds(tokens, i, stop)
    if tokens.at(i - 1) in _LISTING and tokens.kinds[i - 2] == "number":  # "USB 3.0 and | 2.0"
        is_last = ends(tokens, stop) or tokens.at(stop) in _LISTING or tokens.words[i].endswith(".0")  # "2.0 | ports"
        return "." in tokens.words[i] and is_last and is_version(tokens, i - 2, i - 1)
    name = tokens.words[i - 1]
    if len(name) == 1 and name.isupper():
        name = tokens.words[i - 2] + name  # "OS X | 10.8"
    is_parted = "." in tokens.words[i]
    is_capital = is_parted and name.isupper() and not tokens.text.isupper()
    if is_capital and len(name) == _LEAST - 1 and name[0] != "M":
        return tokens.words[i - 2].istitle() and hedge_before(tokens, i) is None  # "Vanda OS | 4.1", not "an ML | 4.2"
    is_capital = is_capital or (is_parted and _is_make(tokens, i, stop))
    is_mixed = _MIXED.match(tokens.words[i - 1]) is not None and not counts(tokens, stop)  # "iVan | 7"
    return (is_capital or is_mixed) and len(name) >= _LEAST and hedge_before(tokens, i) is None


def is_airliner(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is the make of an airliner: "a | 747 | pilot", "ordered | 777 | jets"."""
    i = numeral.first
    behind = singular(tokens.at(numeral.stop))
    if not _AIRLINER.fullmatch(tokens.words[i]) or behind not in trap_words("variant", "flown"):
        return False
    return tokens.at(i - 1) not in link_words("having") | {"of", "with", "all"} and hedge_before(tokens, i) is None


def is_bracketed_version(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number with decimals stands in brackets behind a name of versions: "the version of Roll (| 4.0 |)"."""
    is_parted = "." in tokens.words[i] and tokens.at(i - 1) == "(" and tokens.at(stop) == ")" and i > 1
    telling = trap_words("variant", "releases") | {"version"}
    return is_parted and tokens.words[i - 2].istitle() and not telling.isdisjoint(tokens.lower)


def _is_kind(tokens: Tokens, i: int) -> bool:
    """Whether one of a make is told from others at token `i`: "its 737 | model"; "63,000 | Model 3s" are many."""
    return tokens.at(i) in trap_words("variant") and tokens.words[i].islower()


def _is_one_of_kinds(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number goes on the number of a name, both of models: "the Vanda 9400 and | 9900 | models"."""
    is_second = tokens.at(i - 1) in _LISTING and tokens.is_number(i - 2) and i > _LEAST
    is_long = tokens.words[i].isdigit() and len(tokens.words[i]) >= _LEAST
    is_named = is_second and tokens.words[i - 3][0].isupper() and len(tokens.words[i - 2]) == len(tokens.words[i])
    return is_named and is_long and singular(tokens.at(stop)) in trap_words("variant")


def _is_make(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a name that measures nothing stands before a version: "Vanda | 5.0 | is out", not "Richter 5.0"."""
    name = tokens.words[i - 1]
    is_name = name.istitle() and len(name) >= _LEAST and not tokens.headline and word_class(name.lower()) == ""
    is_scale = name.lower() in quantity_nouns() or name.lower() in trap_words("numbered", "never")
    is_first = tokens.words[i].endswith(".0")  # "Vanda 2.0 | owners"
    is_named = stop < len(tokens) and tokens.words[stop].istitle()  # "Vanda 4.3 | Jelly Roll"
    return is_name and not is_scale and (is_first or is_named or ends(tokens, stop) or tokens.at(stop) in stop_words())


def is_variant(tokens: Tokens, stop: int) -> bool:
    """Whether a size in inches only tells one of a make from another."""
    return _is_one_of_sizes(tokens, stop) or _names_variant(tokens, stop)


def _names_variant(tokens: Tokens, stop: int) -> bool:
    """Whether what stands behind a size makes it a name: "the 13-inch | model", "15-inch | Vanda".

    So do the first of several ("11- | and 13-inch models"), and one of which the noun is left out ("the 13-inch | is").
    """
    if tokens.at(stop) in INCHES and tokens.touches(stop):
        make = "".join(tokens.words[stop + 1 : stop + 2])
        is_make = make.istitle() and tokens.at(stop - 2) == "the" and not tokens.headline  # 'the 13" | Vanda'
        return is_make or bool({make.lower(), singular(make)} & trap_words("variant"))  # '13" | model'
    if tokens.at(stop) != "-" or tokens.headline:
        return False
    behind = stop + 2
    if tokens.at(stop + 1) in _LISTING:
        return tokens.is_number(behind) and is_variant(tokens, behind + 1)
    if tokens.at(stop + 1) != "inch" or not tokens.touches(stop + 1):
        return False
    if tokens.at(behind) in _LISTING and tokens.is_number(behind + 1):
        return is_variant(tokens, behind + 2)
    noun = tokens.words[behind] if behind < len(tokens) else ""
    is_told = word_class(noun.lower()) in {"z", "d"} or noun.lower() in stop_words() or ends(tokens, behind)
    the = stop - 2 - (word_class(tokens.at(stop - 2)) == "j")
    is_left_out = tokens.at(the) == "the" and is_told  # "the new 17-inch | uses"
    grade = trap_words("variant", "kinds") if noun.lower() in trap_words("variant", "grades") else frozenset()
    is_screen = (
        tokens.at(behind + 1) in trap_words("video", "pictures") | grade
    )  # "a 12-inch | Vanda display", "Full HD"
    is_make = noun[:1].isupper() and noun.lower() not in trap_words("variant", "kinds") and not is_screen
    is_named = is_make or bool({noun.lower(), singular(noun)} & trap_words("variant"))
    return is_left_out or is_named


def _is_one_of_sizes(tokens: Tokens, stop: int) -> bool:
    """Whether a size stands in a list of those that a make has: "the 13- and 15-inch | laptops"."""
    if tokens.at(stop) not in DASHES | INCHES or not 0 < stop < len(tokens):
        return False
    at = tokens.starts[stop - 1]
    return any(sizes.start() <= at < sizes.end() for sizes in _SIZES.finditer(tokens.text))
