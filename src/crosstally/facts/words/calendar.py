"""The days of the week and the months by name, in small letters, from ``lexicon/times.toml``."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load

_LETTERS = 3


@cache
def weekdays() -> frozenset[str]:
    """The days of the week."""
    return frozenset(load("times")["weekdays"])


@cache
def _numbers() -> dict[str, int]:
    """Days of the week from 0 and months from 1, by the letters that tell them apart."""
    days, months = load("times")["weekdays"], load("times")["months"]
    return {name[:_LETTERS]: i for names, first in ((days, 0), (months, 1)) for i, name in enumerate(names, first)}


def number_of(name: str) -> int:
    """The number of a day of the week, Monday being 0, or of a month, January being 1; the name in full or cut short.

    >>> number_of("Sept")
    9
    """
    return _numbers()[name[:_LETTERS].lower()]


@cache
def time_words() -> frozenset[str]:
    """The nouns and names for spans and points of time: "week", "monday", "march"."""
    return frozenset(load("phrases")["classes"]["time"])


@cache
def days_and_months() -> frozenset[str]:
    """The days of the week and the months."""
    return weekdays() | frozenset(load("times")["months"])


@cache
def days_and_months_cut_short() -> frozenset[str]:
    """The same as they may be cut short, and in full: "oct", "sept", "monday"."""
    return frozenset(name[:n] for name in days_and_months() for n in range(_LETTERS, len(name) + 1))
