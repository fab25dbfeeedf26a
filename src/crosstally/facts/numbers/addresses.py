"""Numbers of houses: "221 Baker Street", "the 300 block of", "at 7318 Amber Creek"."""

from __future__ import annotations

import re

from crosstally.facts.numbers.counting import ends, trap_words
from crosstally.facts.numbers.spelled import RANK_IN_DIGITS
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import counts_people, is_plural, stop_words, word_class
from crosstally.facts.words.tokens import STROKES, Tokens

_HOUSE = re.compile(r"\d{3,5}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_address(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a street follows the number at tokens [i, stop): "221 | Baker Street", "the 300 | block of"."""
    if _is_house(tokens, i, stop) or (tokens.at(stop) == "block" and tokens.lower[i].endswith("00")):
        return True  # "shots in the 6500 | block"
    if tokens.at(stop) in STROKES and tokens.touches(stop) and tokens.touches(stop + 1):
        stop += 1 + (tokens.at(stop + 1) != "block")  # "16-18 Industrial Avenue", "the 2700-|block of"
    if tokens.at(stop) == "block" and tokens.at(stop + 1) == "of":
        return True
    if tokens.at(stop) == "to" and tokens.lower[stop + 2 : stop + 4] == ["block", "of"]:
        return True  # "the 0 | to 100 block of"
    behind = "".join(tokens.words[stop + 1 : stop + 2])
    if tokens.at(stop) in trap_words("street", "first") and behind[:1].isupper():
        return True  # "17 | Via Roma", "102 | avenue Foch"
    j = stop
    while j < min(stop + 4, len(tokens)) and _may_name(tokens, j):
        if tokens.lower[j] in trap_words("street") and j > stop:
            return True
        j += 1
    return _is_lower_street(tokens, stop)


def _may_name(tokens: Tokens, j: int) -> bool:
    """Whether the word at token `j` may be part of a street's name: "| Bell | Avenue", "| 106th | St"."""
    return tokens.words[j][0].isupper() or tokens.kinds[j] == "name" or bool(RANK_IN_DIGITS.fullmatch(tokens.lower[j]))


def _is_lower_street(tokens: Tokens, stop: int) -> bool:
    """Whether a street in small letters, as lines of capitals are read in, ends a clause: "41 | mill lane"."""
    name = tokens.at(stop)
    is_name = name.isalpha() and word_class(name) == "" and not is_plural(name) and name not in stop_words()
    return is_name and tokens.at(stop + 1) in trap_words("street", "whole") and ends(tokens, stop + 2)


def _is_house(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a name in capitals that counts nobody stands behind digits that tell where: "at | 7318 | Amber Creek"."""
    if not _HOUSE.fullmatch(tokens.words[i]) or stop != i + 1 or tokens.at(i - 1) not in trap_words("street", "at"):
        return False
    name = stop + (tokens.at(stop) in trap_words("street", "sides"))
    name += name > stop and tokens.at(name) == "."
    if name >= len(tokens) or not tokens.words[name].istitle() or (name == stop and _YEAR.fullmatch(tokens.words[i])):
        return False
    phrase = noun_phrase(tokens, name, plural=True)
    return phrase is None or not (is_plural(tokens.lower[phrase.head]) or counts_people(tokens.lower[phrase.head]))
