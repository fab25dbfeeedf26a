"""The words of a phrase in base form, for whoever compares phrases without reading them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from crosstally.facts.lexicon import load
from crosstally.facts.slots.context import stem

_WORD = re.compile(r"[^\W\d_]+")
_REMEMBERED = 1 << 13  # phrases


@lru_cache(maxsize=_REMEMBERED)
def base_forms(text: str | None) -> frozenset[str]:
    """The words of a text in base form, without figures and without those that tell nothing."""
    return frozenset(map(stem, _WORD.findall(text))) - idle_forms() if text else frozenset()


@cache
def idle_forms() -> frozenset[str]:
    """The words, in base form, that tell nothing of what a figure is about."""
    return frozenset(map(stem, load("nouns")["stop"]))
