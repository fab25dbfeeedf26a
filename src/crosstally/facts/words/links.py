"""The closed classes of words that tie a figure to what says what it measures, from ``lexicon/links.toml``."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load


@cache
def link_words(kind: str) -> frozenset[str]:
    """A class, such as "auxiliaries"."""
    return frozenset(load("links")[kind])
