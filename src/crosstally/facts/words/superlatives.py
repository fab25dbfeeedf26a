"""Superlatives, which tell one or some of many by their size: "biggest", "worst"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import word_class


@cache
def is_superlative(word: str) -> bool:
    """Whether a word, in small letters, is one, or makes one: "biggest", "worst", "most", and not "honest"."""
    scope = load("scope")
    is_regular = word.endswith("est") and word_class(word) == "j" and word not in scope["no_superlatives"]
    return is_regular or word in scope["superlatives"]


def tells_some(word: str) -> bool:
    """Whether a word before a noun tells some of many: a superlative, or "main"."""
    return is_superlative(word) or word in load("scope")["picking"]
