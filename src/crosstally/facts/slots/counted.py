"""Counted: the noun of what a figure counts, in the singular: "a six-boat convoy" | boat |, "a crew of 11" | crew |."""

from __future__ import annotations

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.numbers.counting import ends
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.noun_phrases import NounPhrase, is_everybody
from crosstally.facts.words.nouns import compound_at, counts_people, is_plural, singular, things, word_class
from crosstally.facts.words.tokens import Tokens

_MULTIPLES = frozenset({"time", "fold"})


def counted_noun_of(tokens: Tokens, figure: Figure, measure: Measure | None) -> str | None:
    """The head noun in the singular, of "a six-boat convoy" the boat, of "twice" the time.

    So is that of "warned three times"; "shot three times", "shot twice" and "three times the price" are no things.
    A bare number counts the people before it that it is the number of: "a | crew | of 11". A name counts nothing, and
    those of a list who are not all the same are persons.
    """
    if figure.members:
        nouns = {counted_noun_of(tokens, one, measure) for one in figure.members}
        return nouns.pop() if len(nouns) == 1 else "person"
    if figure.counted_by == "name" and not counts_people(singular(tokens.lower[figure.stop - 1])):
        return None
    if figure.is_adverb:
        return "time" if measure is None and not _is_multiple(tokens, figure.stop) else None
    if figure.left_out is not None:
        return figure.left_out
    if figure.noun is None:
        return of_parent(tokens, figure) or _of_those_before(tokens, figure)
    return _of_noun(tokens, figure, figure.noun, measure)


def _of_those_before(tokens: Tokens, figure: Figure) -> str | None:
    """The people that a bare number is the number of: "a | crew | of 11"."""
    of = singular(tokens.at(figure.first - 2))
    is_of = figure.unit is None and tokens.at(figure.first - 1) == "of" and counts_people(of)
    return of if is_of else None


def _of_noun(tokens: Tokens, figure: Figure, noun: NounPhrase, measure: Measure | None) -> str | None:
    """What a number with a noun counts."""
    first = tokens.lower[noun.first]
    is_tied = figure.hyphen and figure.unit is None and not (measure and measure.counts == "numbers")
    is_noun = word_class(first) == "" or first in things()
    one = first if is_tied and is_noun else compound_at(tokens, noun.head) or singular(tokens.lower[noun.head])
    if figure.unit is None and (is_everybody(tokens, noun) or _are_of_two_kinds(tokens, figure.stop)):
        one = "person"  # "188 passengers | and crew"
    if one in _MULTIPLES or first == "times":
        return "time" if measure is None and _is_repeated(tokens, figure.stop) else None
    return one


def of_parent(tokens: Tokens, figure: Figure) -> str | None:
    """What a bare number counts that is of somebody's children: "a mother of | 12"."""
    is_bare = figure.noun is None and figure.unit is None and not figure.age
    return counted_of_parent(tokens, figure.first) if is_bare else None


def _are_of_two_kinds(tokens: Tokens, i: int) -> bool:
    """Whether people of another kind are counted in behind token `i`: "12 soldiers | and civilians"."""
    if tokens.at(i) != "and" or word_class(tokens.at(i + 2)) in {"d", "z", "n"}:
        return False  # "12 soldiers and rebels | fled"
    other = tokens.at(i + 1)
    is_many = is_plural(other) or other in load("victims")["collectives"]
    are_people = counts_people(singular(other)) and counts_people(singular(tokens.at(i - 1)))
    return is_many and are_people and word_class(other) in {"", "j"}


def _is_multiple(tokens: Tokens, i: int) -> bool:
    """Whether an adverb before token `i` tells how many times as much: "twice | the price", "twice | as many"."""
    return tokens.at(i) in link_words("articles") | link_words("personal") | {"as", "that", "those", "what"}


def _is_repeated(tokens: Tokens, i: int) -> bool:
    """Whether times that end before token `i` tell how often something was done, and not how many times as much."""
    goes_on = tokens.at(i) in {"and", "but", "while"} and tokens.at(i - 1) == "times"  # not "9 times earnings | and"
    return goes_on or ends(tokens, i) or tokens.at(i) in link_words("aside") | {"this", "since", "before"}
