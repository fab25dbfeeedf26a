"""Kinds of counted things: which nouns name the same things, which name a part of them, which never meet."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files

from crosstally.facts.words.nouns import counts_people, is_plural, things
from crosstally.facts.words.spelling import in_one_spelling

_OF_ALL = frozenset({"oldest", "youngest", "eldest"})


class Relation(IntEnum):
    """What may be said of two claims, from the least to the most."""

    APART = 0
    """They speak of different things."""
    ALIKE = 1
    """They may speak of one thing by two names: the same figure joins them, different figures say nothing."""
    WITHIN = 2
    """One describes what the other names at large: workers and people."""
    SAME = 3
    """They speak of one thing: different figures exclude each other."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of counted things.

    Attributes:
        name: Its own noun, singular.
        within: The kind it is a part of.
        apart: The axis on which it excludes the other kinds of that axis.
    """

    name: str
    within: str | None = None
    apart: str | None = None


PERSON = Kind("person")


def counts_persons(kind: Kind | None) -> bool:
    """Whether a kind is of people."""
    return kind is not None and PERSON.name in (kind.name, kind.within)


@cache
def _kinds() -> dict[str, Kind]:
    text = files("crosstally.rules").joinpath("data/kinds.toml").read_text(encoding="utf-8")
    return {
        word: Kind(name, entry.get("within"), entry.get("apart"))
        for name, entry in tomllib.loads(text).items()
        for word in entry["words"]
    }


def kind_of(noun: str | None, *, people: bool = False) -> Kind | None:
    """The kind that a counted noun names; a noun in no list is a kind of its own.

    Args:
        noun: Head noun, singular.
        people: Whether the measure counts people, so that no noun means people and an unknown noun means some of them.
    """
    if noun is None:
        return PERSON if people else None
    word = noun.lower()
    known = _kinds().get(word) or _kinds().get(word.rpartition(" ")[2])
    return known or Kind(in_one_spelling(word), "person" if people or counts_people(word) else None)


def relate_kinds(a: Kind | None, b: Kind | None) -> Relation:
    """How two kinds meet: the same, one a part of the other (or nothing known), or never."""
    if a == b:
        return Relation.SAME if a else Relation.ALIKE
    if a is None or b is None:
        return Relation.ALIKE
    if a.apart and a.apart == b.apart:
        return Relation.APART
    if a.within == b.name or b.within == a.name:
        return Relation.WITHIN
    return Relation.ALIKE if a.within is not None and a.within == b.within else Relation.APART


def is_of_several(subject: str) -> bool:
    """Whether a subject is several, or the one of them whom only an age tells: "healthy adults", "the oldest"."""
    last = subject.rpartition(" ")[2].lower()
    return is_plural(last) or last in _OF_ALL


def names_thing(noun: str) -> bool:
    """Whether a noun, singular, is known to name a thing and nobody: "ferry"."""
    return noun in things() and not counts_people(noun)
