"""Sizes set off behind those counted: "the raiders, | about 90 | in number,", "a convoy, | 40-strong,"."""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.counting import ends
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.numerals import is_numeral
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import OWNERS, is_plural, singular, word_class
from crosstally.facts.words.tokens import DASHES, Tokens

_SIZES = (["in", "number"], ["in", "all"], ["all", "told"], ["in", "total"], ["of", "them"])
_SET_OFF = frozenset({",", ")"})
_ACCOUNTS = (["according", "to"], ["by", "the", "count"], ["by", "the", "estimate"])
_REACH = 4  # words of what is counted


def read_sizes(tokens: Tokens, figures: Sequence[Figure]) -> None:
    """Gives the bare figures that say how many those are whom a comma sets them off from what they count."""
    for figure in figures:
        if figure.noun is not None or figure.unit is not None or figure.age or figure.left_out is not None:
            continue
        if tokens.lower[max(0, figure.first - 2) : figure.first] == ["we", "were"] and ends(tokens, figure.stop):
            figure.left_out = "person"
        elif _is_size(tokens, figure):
            figure.left_out = singular(tokens.lower[figure.first - 2])
            figure.partitive = figure.partitive and tokens.at(figure.stop - 1) == "them"


def _is_size(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is set off behind a noun that it can count, and closed as a size is."""
    i = figure.first - 2
    if tokens.at(i + 1) not in {",", "("} or i < 0:
        return False
    k = figure.after + (tokens.at(figure.after) in DASHES)
    if tokens.at(k) == "strong":
        return tokens.kinds[i] == "word"
    if not _are_several(tokens, i):
        return False
    if any(tokens.lower[k : k + len(size)] == size for size in _SIZES):
        return tokens.at(k + 1) != "them" or not _is_placed(tokens, i)  # "six men in masks, | two | of them"
    is_about = figure.hedge is not None and not _is_placed(tokens, i)  # "the raiders, | no fewer than 90,"
    is_account = any(tokens.lower[k : k + len(words)] == words for words in _ACCOUNTS)
    return is_about and (tokens.at(k) in _SET_OFF or is_account)


def _are_several(tokens: Tokens, i: int) -> bool:
    """Whether the word at token `i` is a noun of several: in the plural, or a group of people."""
    noun = tokens.lower[i]
    is_noun = word_class(noun) in {"", "n"} or tokens.at(i - 1) in {"the", "these", "those", *OWNERS}
    return tokens.kinds[i] == "word" and is_noun and (is_plural(noun) or noun in load("victims")["collectives"])


def _is_placed(tokens: Tokens, i: int) -> bool:
    """Whether a preposition stands before the noun that ends at token `i`: "in the villages, | about 90"."""
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if is_numeral(tokens, k):
            return False  # "from | 60 camps, | 22 of them"
        if tokens.lower[k] in link_words("aside"):
            return True
    return False
