"""Dollars: those of a bare sign that a document gives elsewhere with their country: "$28m heist", "S$28 million"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosstally.facts.fact import Fact

_BARE, _OTHER = "dollar", " dollar"


def in_own_dollars(facts: Sequence[Fact]) -> Iterable[Fact]:
    """The facts of a document; a bare "$" is of the country whose dollars have the same figure there, if one's do."""
    money = [fact for fact in facts if fact.dimension == "currency"]
    if not any(fact.unit.endswith(_OTHER) for fact in money):
        return facts
    return _told_again(facts, money)


def _told_again(facts: Sequence[Fact], money: Sequence[Fact]) -> Iterator[Fact]:
    for fact in facts:
        is_bare = fact.unit == _BARE and "$" in fact.quote and "US" not in fact.quote
        alike = [one for one in money if one.interval.value == fact.interval.value] if is_bare else []
        units = {one.unit for one in alike if one.unit.endswith(_OTHER) or "US" in one.quote}
        yield replace(fact, unit=units.pop()) if len(units) == 1 else fact
