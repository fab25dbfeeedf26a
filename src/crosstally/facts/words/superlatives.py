"""Superlatives, which tell some of many by their size: "biggest", "worst"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import word_class

_ENDING = "est"


@cache
def is_superlative(word: str) -> bool:
    """Whether a word, in small letters, is one: "biggest", as there is a "bigger", and not "honest"."""
    comparative = word.removesuffix(_ENDING) + "er"
    is_regular = word.endswith(_ENDING) and word_class(word) == word_class(comparative) == "j"
    return is_regular or word in load("scope")["superlatives"]
