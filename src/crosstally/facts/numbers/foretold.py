"""Numbers that somebody gave, named right behind them, and does not count: "below the | 160,000 | analysts expected".

Such a clause has no "that" of its own: "the 300 police say attended", "the 2,000 marchers | police had expected".
"""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.counting import ends
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import NounPhrase
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class
from crosstally.facts.words.tokens import Tokens


def without_teller(tokens: Tokens, number: int, noun: NounPhrase | None) -> NounPhrase | None:
    """What a number counts, without those behind it who only gave it; None where they are all that stands there.

    Args:
        tokens: The sentence.
        number: The first token of the number.
        noun: The noun phrase behind it.
    """
    if noun is None or tokens.at(number - 1) not in _words("known") or not _told(tokens, noun.stop):
        return noun
    teller = singular(tokens.lower[noun.head])
    if not counts_people(teller) and teller not in _words("tellers"):
        return noun
    if noun.first == noun.head:
        is_held = number > 1 and tokens.at(number - 2) in _words("held")
        return None if is_held else noun
    before = noun.head - 1
    is_counted = is_plural(tokens.lower[before]) and tokens.kinds[before] == "word"
    return NounPhrase(noun.first, before + 1, before) if is_counted else noun


def _told(tokens: Tokens, i: int) -> bool:
    """Whether a verb that gives a number, which stands before it, is at token `i`: "| had expected", "| say came"."""
    i += tokens.at(i) in link_words("having")
    behind = i + 1
    if tokens.at(i) in _words("said"):
        return word_class(tokens.at(behind)) in {"d", "z"} or tokens.at(behind) in link_words("be")
    is_closed = ends(tokens, behind) or tokens.at(behind) in link_words("aside") or tokens.at(behind) in {"and", "but"}
    is_verb = word_class(tokens.at(behind)) == "d" or tokens.at(behind) in link_words("be") | {"never"}
    return tokens.at(i) in _words("foretold") and (is_closed or is_verb)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("foretold")[kind])
