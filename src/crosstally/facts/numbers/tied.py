"""Numbers that marks, letters or other digits make part of a code: "carbon-14", "the '647 patent", "10V-123"."""

from __future__ import annotations

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import ends, trap_words
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.words.nouns import is_plural, stop_words, word_class
from crosstally.facts.words.tokens import APOSTROPHES, Tokens
from crosstally.facts.words.triggers import quantity_nouns

_BOUNDS = frozenset({"under", "over"})  # of an age class
_CLAIMED = 6  # tokens from the digits of a patent to the word
_ERROR_DIGITS = 3
_SHORT = 3  # letters of what may stand before a hyphen and change the number: "sub-10"


def is_tied(tokens: Tokens, i: int) -> bool:
    """Whether what a number is tied to makes a name of it: "the under-|21 team", "carbon-|14", "the '|647 patent"."""
    if not tokens.touches(i) or tokens.kinds[i] != "number":
        return False
    if tokens.at(i - 1) in APOSTROPHES:
        return "patent" in tokens.lower[max(0, i - 3) : i + _CLAIMED] or _is_last_digits(tokens, i)
    return tokens.at(i - 1) == "-" and tokens.touches(i - 1) and _is_noun_tied(tokens, i - 2)


def _is_last_digits(tokens: Tokens, i: int) -> bool:
    """Whether three digits behind an apostrophe are the last of a longer number: "if '|772 | falls", "a shaky '|772".

    A quotation that opens with a number is closed in the sentence, or follows a verb or a mark.
    """
    is_cut = len(tokens.words[i]) == _ERROR_DIGITS and tokens.words[i].isdigit() and not tokens.touches(i - 1)
    before = tokens.at(i - 2)
    is_amid = before in {"if", "the", "of", "on", "whether", "and", "or"} or word_class(before) == "j"
    return is_cut and is_amid and APOSTROPHES.isdisjoint(tokens.lower[i + 1 :])


def _is_noun_tied(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen behind the word at token `i` makes a name of it and its number: a bound of ages, or a noun."""
    word = tokens.lower[i]
    is_noun = word_class(word) == "" and tokens.words[i].islower() and len(word) > _SHORT and not is_plural(word)
    is_place = "".join(tokens.words[i - 1 : i]).istitle()  # "in Tarn province-|15" so many are
    is_measured = word in quantity_nouns()  # "a magnitude-|7.1 quake"
    return word in _BOUNDS or (
        is_noun and not is_place and not is_measured and word not in stop_words() | number_words()
    )


def is_lettered_code(tokens: Tokens, stop: int) -> bool:
    """Whether a letter that might be a unit parts the digits of a code: "10|V-123", "9|p21", not "5|m-10m"."""
    if (
        stop + 1 >= len(tokens)
        or len(tokens.words[stop]) != 1
        or not (tokens.touches(stop) and tokens.touches(stop + 1))
    ):
        return False
    if tokens.kinds[stop] == "word" and tokens.kinds[stop + 1] == "number":
        return unit_behind(tokens, stop)[1] == stop + 1  # no "32|m2"
    is_tied = tokens.at(stop + 1) == "-" and tokens.touches(stop + 2) and tokens.words[stop].isupper()
    is_number = (
        is_tied and tokens.kinds[stop + 2] == "number" and tokens.words[stop] not in load("numerals")["suffixes"]
    )
    return is_number and unit_behind(tokens, stop + 3)[0] is None


def is_in_groups(tokens: Tokens, i: int) -> bool:
    """Whether digits stand in a row of them behind what they are a code of: "UPC code 1 86852 | 00094 5"."""
    first = i
    while first > 0 and tokens.kinds[first - 1] == "number":
        first -= 1
    return first < i and tokens.at(first - 1) in trap_words("named", "coded")


def is_error(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number tells one error of a machine from others: "a 503 | error", "the 404 | message"."""
    is_code = tokens.words[i].isdigit() and len(tokens.words[i]) == _ERROR_DIGITS
    behind = tokens.at(stop + 1)
    is_last = ends(tokens, stop + 1) or behind in stop_words() or word_class(behind) != ""  # no "300 page | limit"
    return is_code and is_last and tokens.at(i - 1) in {"a", "the"} and tokens.at(stop) in trap_words("named", "errors")
