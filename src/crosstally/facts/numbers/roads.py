"""Roads that a letter numbers which may stand for money: "on the R|61 outside Orvane", not "the R|500 fine"."""

from __future__ import annotations

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.rates import periods
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_DIGITS = 3  # of the number of a road, at most


def numbers_road(tokens: Tokens, i: int, letter: str) -> bool:
    """Whether a letter before the digits at token `i` makes the number of a road of them.

    Such a road has "the" before it and no noun behind it, and a word of roads or traffic near: "along the | R300".
    """
    roads = load("numerals")["lettered"]["roads"]
    if letter not in roads["letters"] or tokens.at(i - 2) != "the" or not tokens.touches(i):
        return False
    behind = i + 1
    is_sum = tokens.at(behind) in load("numerals")["magnitudes"] or (
        tokens.at(behind) in link_words("indefinite") | {"per"} and tokens.at(behind + 1) in periods()
    )
    is_tied = tokens.touches(behind) and tokens.kinds[behind] != "mark"
    if not tokens.words[i].isdigit() or len(tokens.words[i]) > _DIGITS or is_sum or is_tied:
        return False
    is_word = behind < len(tokens) and tokens.kinds[behind] == "word" and tokens.at(behind) not in stop_words()
    if is_word and word_class(tokens.at(behind)) in {"", "j"}:
        return False
    return tokens.at(i - 3) in roads["before"] or not frozenset(roads["near"]).isdisjoint(tokens.lower)
