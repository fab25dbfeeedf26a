"""The vocabulary of speech: verbs, roles and titles, from ``lexicon/speech.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.words.vocabulary import any_of


class Saying(NamedTuple):
    """A verb of speech, or what stands for one ("according to"), at [start, end) of a text."""

    word: str
    start: int
    end: int


@cache
def words(table: str) -> frozenset[str]:
    """The words of a list, in small letters."""
    return frozenset(word.lower() for word in load("speech")[table]["words"])


@cache
def verbs_of_speech() -> frozenset[str]:
    """Every form of every verb of speech."""
    return words("says") | words("reports") | words("says_that")


@cache
def _saying() -> re.Pattern[str]:
    sayings = any_of([*verbs_of_speech(), *words("puts"), "According to", "according to", "adding"])
    return re.compile(rf"\W(?:{sayings}|(?:was|were|is) quoted\b[^.;:]{{0,40}}?\bas saying)\b")


def sayings_in(text: str) -> Iterator[Saying]:
    """The verbs of speech of a text, in order."""
    for match in _saying().finditer(f" {text}"):  # the character before a verb parts it from the word before
        start, end = match.span()
        yield Saying(match[0][1:], start, end - 1)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\W(?:{any_of([*words('says'), 'according to'])})\b")


def speech_in(text: str) -> bool:
    """Whether a verb that can only be one of speech stands in the text."""
    return _verb().search(f" {text}") is not None
