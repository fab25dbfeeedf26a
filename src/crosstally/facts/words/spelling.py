"""Spelling: words that are written in two ways, brought to one: "organisations" and "organizations"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from crosstally.facts.lexicon import load
from crosstally.facts.words.vocabulary import any_of

_REMEMBERED = 1 << 14  # words


@lru_cache(maxsize=_REMEMBERED)
def in_one_spelling(word: str) -> str:
    """A word in small letters as Americans spell it; any other as it is.

    >>> in_one_spelling("organisations"), in_one_spelling("tyres"), in_one_spelling("hours")
    ('organizations', 'tires', 'hours')
    """
    known = load("spelling")
    found = _ending().search(word)
    ended = word[: found.start()] + known["endings"][found[0]] if found else word
    return str(known["words"].get(word, ended))


@cache
def _ending() -> re.Pattern[str]:
    """An ending that is spelled in two ways, behind three letters."""
    return re.compile(rf"(?<=[a-z]{{3}}){any_of(load('spelling')['endings'])}$")
