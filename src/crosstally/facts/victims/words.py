"""The closed classes and the things that are no victims, from ``lexicon/victims.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import singular, things


@cache
def words(kind: str) -> frozenset[str]:
    """A class, such as "prepositions"."""
    return frozenset(load("victims")[kind])


BODIES = words("bodies")
"""Nouns for one of the dead."""


@cache
def together() -> Mapping[str, float]:
    """How many people a noun for several in one stands for: "couple", "trio"."""
    return {noun: float(number) for noun, number in load("singles")["together"].items()}


@cache
def is_thing(noun: str) -> bool:
    """Whether a noun, in small letters, names what cannot be a victim: a weapon, an animal, a hope, a span of time."""
    one = singular(noun).rpartition("-")[2]
    if noun in words("general"):
        return False  # "the 12 | people"
    return one in words("things") or one in things() or one in load("people")["animals"] or one.endswith(_ENDINGS)


_ENDINGS = ("ness", "tion", "ment", "ship", "hood", "ance", "ence", "ware", "ism", "ure", "ology")
