"""Ranks: ordinals that say the how many-eth something is, "the fifth raid since May", "on the third floor".

An ordinal that only tells one from another ("a second platform", "the third victim") says nothing of the world.
"""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.intervals import exactly
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.nouns import OWNERS, NounPhrase, counts_people, noun_phrase, singular, word_class
from crosstally.facts.words.tokens import Tokens

_DIGITS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)
_FIRST = 1.0  # the first of a kind is told for its own sake, and compared with nothing
_DETERMINERS = OWNERS | {"a", "an", "'s"}


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("ranks")[kind])


def read_ranks(tokens: Tokens) -> list[Figure]:
    """The ranks of a sentence, in order, each quoted with what it is a rank of."""
    return [
        _figure(rank, i, noun)
        for i, word in enumerate(tokens.lower)
        if (rank := _rank(word)) > _FIRST and _is_rank(tokens, i, noun := _noun(tokens, i))
    ]


def _figure(rank: float, i: int, noun: NounPhrase | None) -> Figure:
    stop = noun.stop if noun else i + 1
    return Figure(i, stop, i, i + 1, exactly(rank), noun=noun, word=True, rank=True)


def _rank(word: str) -> float:
    """The number of an ordinal, 0 of any other word."""
    spelled: dict[str, int] = load("ranks")["words"]
    if word in spelled:
        return float(spelled[word])
    digits = _DIGITS.fullmatch(word) if word[0].isdigit() else None
    return float(digits[1]) if digits else 0.0


def _noun(tokens: Tokens, i: int) -> NounPhrase | None:
    """What the ordinal at token `i` is said of: "second | climber", "fifth-| largest exporter"."""
    is_tied = tokens.at(i + 1) == "-"
    if is_tied and tokens.at(i + 2) in _words("always"):
        return NounPhrase(i + 2, i + 3, i + 2)  # "a second-| floor | office"
    return noun_phrase(tokens, i + 1 + is_tied, plural=False)


def _is_rank(tokens: Tokens, i: int, noun: NounPhrase | None) -> bool:
    """Whether the ordinal at token `i` counts, by what stands before it and behind what it is said of."""
    if _is_named(tokens, i) or (noun is not None and _names_kind(tokens, i, noun)):
        return False
    article = i - (tokens.at(i - 1) in _DETERMINERS)
    if noun is None:
        return _stands_alone(tokens, i, article)
    head = singular(tokens.lower[noun.head])
    if head in _words("always") or _is_ordered(tokens, i):
        return True
    if tokens.at(article - 1) in _words("be") or _is_made(tokens, article):
        return tokens.at(i - 1) not in {"a", "an"}
    if tokens.at(i - 1) != "the":
        return article < i and tokens.at(i - 1) not in {"a", "an"} and not counts_people(head)  # "its | second raid"
    return head == "time" or _is_among(tokens, noun.stop, head)


def _stands_alone(tokens: Tokens, i: int, article: int) -> bool:
    """Whether an ordinal without a noun counts: "the takeover is the | fourth in the sector", "finished | third"."""
    before = tokens.at(article - 1)
    goes_on = tokens.at(i + 1) in _words("among") | {"of"} or _is_ordered(tokens, i)
    return (before in _words("be") and article < i and goes_on) or before in _words("placed")


def _is_among(tokens: Tokens, stop: int, head: str) -> bool:
    """Whether it is told among how many, or what it did: "the second death | in the park", "the second | to die"."""
    does = tokens.at(stop) == "to" and word_class(tokens.at(stop + 1)) == "b"
    return does or tokens.at(stop) in _words("among") or (head in _words("spans") and tokens.at(stop) == "of")


def _is_named(tokens: Tokens, i: int) -> bool:
    """Whether an ordinal is part of a name, by the capital of what it is said of: "23rd | Street"."""
    written = tokens.words
    is_capital = i > 0 and written[i][0].isupper() and not tokens.headline
    return is_capital or (i + 1 < len(written) and written[i + 1].istitle() and not tokens.headline)


def _names_kind(tokens: Tokens, i: int, noun: NounPhrase) -> bool:
    """Whether an ordinal and its noun name a kind or a part: "second | quarter", "third-| degree murder"."""
    first = tokens.lower[noun.first]
    return bool({first, singular(first), singular(tokens.lower[noun.head])} & _words("never")) or (
        tokens.at(i + 1) == "-" and not _is_ordered(tokens, i) and first not in _words("always")
    )


def _is_ordered(tokens: Tokens, i: int) -> bool:
    """Whether a word of order goes on from an ordinal: "second-| largest", "sixth | straight day"."""
    word = tokens.at(i + 1 + (tokens.at(i + 1) == "-"))
    return word in _words("ranked") or (word.endswith("est") and word_class(word) in {"j", "r"})


def _is_made(tokens: Tokens, article: int) -> bool:
    """Whether something is made so: "that makes | him the fourth"."""
    return tokens.at(article - 2) in _words("making") and tokens.at(article - 1) in {"it", "him", "her", "them", "this"}
