"""Dollars: those of a bare sign that a document gives elsewhere with their country: "$28m heist", "S$28 million"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crosstally.facts.fact import Fact

_BARE, _OTHER = "dollar", " dollar"


def in_own_dollars(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a document; a bare "$" is of the country whose dollars have the same figure there, if one's do."""
    named: dict[float | None, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.dimension == "currency" and (fact.unit.endswith(_OTHER) or "US" in fact.quote):
            named[fact.interval.value].add(fact.unit)
    if not any(unit.endswith(_OTHER) for units in named.values() for unit in units):
        return [*facts]
    return [_told_again(fact, named[fact.interval.value]) for fact in facts]


def _told_again(fact: Fact, units: set[str]) -> Fact:
    is_bare = fact.unit == _BARE and "$" in fact.quote and "US" not in fact.quote
    return replace(fact, unit=next(iter(units))) if is_bare and len(units) == 1 else fact
