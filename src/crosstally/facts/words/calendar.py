"""The days of the week and the months by name, in small letters, from ``lexicon/times.toml``."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load


@cache
def weekdays() -> frozenset[str]:
    """The days of the week."""
    return frozenset(load("times")["weekdays"])


@cache
def days_and_months() -> frozenset[str]:
    """The days of the week and the months."""
    return weekdays() | frozenset(load("times")["months"])
