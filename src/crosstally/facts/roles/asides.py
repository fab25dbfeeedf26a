"""Figures between a topic and its count, which only say of what it is: "hurt in the | 6.1 | quake rose to nine"."""

from __future__ import annotations

from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_SINCE = frozenset({"last", "past"})  # before a span of time
_NAMING = frozenset({"the", "a", "an", "this", "that", "of", "'s", "’s"})
_LONGEST = 6  # tokens between a figure and what ties it to a topic


def is_aside(tokens: Tokens, i: int) -> bool:
    """Whether the figure at token `i` only says of what, or when, a topic is: "the number hurt in the | 6.1 quake"."""
    if tokens.at(i - 1) in _SINCE:
        return True  # "the toll in the last | two weeks | rose to"
    before = i - 1
    while i - before <= _LONGEST and _may_describe(tokens, before):
        before -= 1  # "from | Sunday's magnitude | 7.0 quake", "in | a town of | 4,000"
    return tokens.at(before) in link_words("aside") or _is_of_event(tokens, before)


def _may_describe(tokens: Tokens, i: int) -> bool:
    """Whether the word at token `i` may stand between a preposition and a figure that it places: no verb, no mark."""
    word = tokens.at(i)
    if word in _NAMING:
        return True
    is_word = i >= 0 and tokens.kinds[i] == "word" and word not in link_words("aside")
    return is_word and word not in link_words("auxiliaries") and word_class(word) in {"", "j"}


def _is_of_event(tokens: Tokens, i: int) -> bool:
    """Whether the verb at token `i` tells of the event before it: "a crash | involving | 12", "that | hurt | 12"."""
    before = i - 1 - (tokens.at(i - 1) in link_words("having"))
    is_relative = tokens.at(before) in {"that", "which"} and word_class(tokens.at(i)) in {"d", "n", "z"}
    return is_relative or tokens.at(i) == "involving"
