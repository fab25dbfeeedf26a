"""The persons of an event: names that are one person's, and roles that one person of the event has."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import TYPE_CHECKING

from crosstally.facts.needs import OF_A_PERSON
from crosstally.rules.alignment.terms import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosstally.facts.fact import Fact
    from crosstally.rules.alignment.terms import Terms


class Persons:
    """The persons whose ages and children an event tells."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        """Read them from all facts of the event."""
        named = [fact for fact in facts if fact.measure in OF_A_PERSON and is_named(fact)]
        self._families: dict[str, Terms] = {}  # by each name of a person, in small letters, all told with it
        self._full: dict[str, set[Terms]] = defaultdict(set)  # by a name or a role, the full names that go with it
        for fact in named:
            anchor = words_of(fact.anchor)
            told = anchor.union(*(self._families.get(name, ()) for name in anchor))
            self._families.update(dict.fromkeys(told, told))
            if len(anchor) > 1:
                for name in anchor:
                    self._full[name].add(anchor)
        for fact in named:
            if fact.measure == "age" and fact.counted is not None:
                self._full[fact.counted].add(self._in_full(words_of(fact.anchor)))

    def anchor(self, fact: Fact) -> Terms:
        """The names that a fact is tied to; of an age, the full name of whom it is, told by one name or the role."""
        told = words_of(fact.anchor)
        return self._in_full(self._at_length(told)) if fact.measure in OF_A_PERSON else told

    def named_in(self, subject: str | None) -> Terms:
        """All names of the persons whom a subject names with a capital."""
        names = [word.strip(",").lower() for word in (subject or "").split() if word[0].isupper()]
        return frozenset().union(*(self._families.get(name, frozenset()) for name in names))

    def _at_length(self, told: Terms) -> Terms:
        """A name with the given name that it is short for, where the event has somebody of that name: "Steve Vell"."""
        for short in told & _short_names().keys():
            for given in _short_names()[short]:
                name = told - {short} | {given}
                if len(name) > 1 and any(name <= full or full <= name for full in self._full.get(given, ())):
                    return name
        return told

    def _in_full(self, told: Terms) -> Terms:
        """The full name that goes with a single name or a role, if the event has one such person."""
        known = self._full.get(next(iter(told)), ()) if len(told) == 1 else ()
        is_one = all(len(a & b) > 1 for a, b in combinations(known, 2))
        return max(known, key=lambda name: (len(name), sorted(name)), default=told) if is_one else told


def is_named(fact: Fact) -> bool:
    """Whether an age or a number of children is of somebody with a name, and not of "the gunman"."""
    return fact.anchor is not None and fact.anchor != fact.anchor.lower()


@cache
def _short_names() -> dict[str, list[str]]:
    """By a given name those that it is short for."""
    text = files("crosstally.rules").joinpath("data/given_names.toml").read_text(encoding="utf-8")
    names: dict[str, list[str]] = tomllib.loads(text)["short"]
    return names
