"""Numbers that tell one place, road or set of stocks from others: "flat 12", "table nine", "national road 19"."""

from __future__ import annotations

from crosstally.facts.numbers.counting import ONE_OF_A_KIND, counts, ends, trap_words
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.words.nouns import counts_people, is_plural, stop_words, word_class
from crosstally.facts.words.tokenize import heads_clause
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import quantity_nouns

_LONGEST = 4  # words from "the" to the number
_JOINING = frozenset({"that", "and", "but", "as", "when", "because"})
_SHIRT = 2  # digits


def is_numbered_place(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number, in words or digits, is that of a place: "in flat | 12 |", "the coastal road | 7 | was shut".

    None of its nouns stands bare before a count, as others do ("in hospital | nine died").
    """
    i, stop = numeral.first, numeral.stop
    if i == 0 or numeral.magnitude > 1 or counts(tokens, stop) or counts(tokens, stop + 1):
        return False
    noun, before = tokens.at(i - 1), tokens.at(i - 2)
    if noun in trap_words("place"):
        return before in trap_words("numbered", "before") or word_class(before) in {"d", "g", "b", "n", "z"}
    is_road = noun in trap_words("place", "roads") and before in trap_words("place", "kinds")
    return is_road and (tokens.at(stop) in ONE_OF_A_KIND or not heads_clause(tokens, stop))


def is_sole_subject(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number ends the subject of "is", "was" or "has", which are said of one: "the Tarn-ex | 100 | has".

    The subject opens its clause with "the", and nothing is measured in it ("the toll | 12 | is").
    """
    i, stop = numeral.first, numeral.stop
    if not numeral.digits or tokens.at(stop) not in ONE_OF_A_KIND or (numeral.value or 0) <= 1 or tokens.headline:
        return False
    first = i - 1
    while first > 0 and i - first <= _LONGEST and tokens.at(first) != "the":
        word = tokens.at(first)
        is_part = word == "-" or (tokens.kinds[first] == "word" and word_class(word) in {"", "j"})
        if not is_part or word in stop_words() or word in quantity_nouns() or is_plural(word):
            return False
        first -= 1
    if tokens.at(first) != "the" or first == i - 1 or counts_people(tokens.at(i - 1)):
        return False
    is_word = tokens.at(i - 1) in trap_words("numbered", "never")
    return not is_word and (first == 0 or tokens.kinds[first - 1] == "mark" or tokens.at(first - 1) in _JOINING)


def is_law_report(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is the volume of a report of judgments, behind its year: "(2012) | 10 | TCC 603"."""
    i, stop = numeral.first, numeral.stop
    is_dated = i > 2 and tokens.at(i - 1) in {")", "]"} and tokens.kinds[i - 2] == "number"  # noqa: PLR2004
    if not is_dated or tokens.at(i - 3) not in {"(", "["} or len(tokens.words[i - 2]) != 4:  # noqa: PLR2004 - a year
        return False
    page = next((k for k in range(stop, min(stop + _LONGEST, len(tokens))) if tokens.is_number(k)), None)
    letters = [] if page is None else [word for word in tokens.words[stop:page] if word != "."]
    return bool(letters) and all(word[0].isupper() for word in letters) and letters[0].isupper()


def is_worn(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a bare number is on what somebody wears: "he wears | 21 | and", not "wears 12 rings"."""
    i, stop = numeral.first, numeral.stop
    is_bare = ends(tokens, stop) or tokens.at(stop) in trap_words("place", "worn")
    is_worn = tokens.at(i - 1) in trap_words("place", "wearing")
    return numeral.digits and len(tokens.words[i]) <= _SHIRT and is_worn and is_bare and tokens.at(stop) != "-"
