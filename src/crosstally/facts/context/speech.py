"""The vocabulary of speech: verbs, roles and titles, from ``lexicon/speech.toml``."""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.lexicon import load


@cache
def words(table: str) -> frozenset[str]:
    """The words of a list, in small letters."""
    return frozenset(word.lower() for word in load("speech")[table]["words"])


@cache
def verbs_of_speech() -> frozenset[str]:
    """Every form of every verb of speech."""
    return words("says") | words("reports") | words("says_that")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('says')))}|according to)\b")


def speech_in(text: str) -> bool:
    """Whether a verb that can only be one of speech stands in the text."""
    return _verb().search(text) is not None
