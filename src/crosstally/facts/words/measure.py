"""Measures: what a figure may be a figure of, as the vocabulary has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from crosstally.facts.lexicon import load_folder, words_of


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each
class Measure:
    """A measure, by what its vocabulary file says of it.

    Attributes:
        name: The measure.
        counts: "people", "things" or "numbers"; None for a measure of units.
        dimension: The dimension of its units; None for counts.
        units: Its units, where the dimension does not tell.
        default: Whether a figure of this dimension has this measure when no word says otherwise.
        nouns: The things it counts; empty when any will do.
        context: Words of which one must stand in the sentence; empty when none need.
        never: The nouns it does not count: the police hold no "hostages".
        unit: The unit that its bare numbers have.
        stands: Whether it is of what there is, whatever happened: the people who live in a town.
        is_inclusive: Whether those who died are among its own: of people shot, some are killed.
        alone: Whether a person told of without a numeral is a figure of it.
        per: What its figures are per, where that alone gives them the measure: "$35 a share".
        weak: The words of which people are not the only argument: "capture", "hold".
        shared: The words, other than its deeds, that say so of those alone who do it.
        doers: Who does its deeds, in the singular: of rebels who "seize" a clerk, he is kidnapped.
        befalls: Whom its deeds befall where nobody is named who does them.
        ended_by: The measures of what ends it, told of the same people: "nine men trapped in a mine were rescued".
    """

    name: str
    counts: str | None
    dimension: str | None
    units: frozenset[str]
    default: bool
    nouns: frozenset[str]
    context: frozenset[str]
    never: frozenset[str]
    unit: str | None
    stands: bool = False
    is_inclusive: bool = False
    alone: bool = False
    weak: frozenset[str] = frozenset()
    per: str | None = None
    shared: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    befalls: frozenset[str] = frozenset()
    ended_by: frozenset[str] = frozenset()

    def may_be_told_in(self, words: Iterable[str]) -> bool:
        """Whether a sentence of these words has one that the measure needs, if it needs any."""
        return not self.context or not self.context.isdisjoint(words)


@cache
def measures() -> dict[str, Measure]:
    """Every measure of the vocabulary, by name."""
    return {name: _measure(name, data) for name, data in load_folder("measures").items()}


def _measure(name: str, data: dict[str, Any]) -> Measure:
    return Measure(
        name,
        data.get("counts"),
        data.get("dimension"),
        frozenset(data.get("units", ())),
        data.get("default", False),
        words_of(data["words"].get("nouns", ())),
        frozenset(data["words"].get("context", ())),
        frozenset(data["words"].get("never", ())),
        data.get("unit"),
        data.get("stands", False),
        data.get("inclusive", False),
        data.get("alone", False),
        frozenset(data["words"].get("weak", ())),
        data.get("per"),
        *(frozenset(data["words"].get(key, data.get(key, ()))) for key in ("shared", "doers", "befalls", "ended_by")),
    )


@cache
def default_measures() -> dict[str, Measure]:
    """Measures by unit name or dimension, for figures whose words say no more: "time" -> duration."""
    return {key: m for m in measures().values() if m.default for key in ({m.dimension} if m.dimension else m.units)}


@cache
def rated_measures() -> dict[tuple[str | None, str], Measure]:
    """Measures by dimension and by what their figures are per: (currency, share) -> the price of a share."""
    return {(m.dimension, m.per): m for m in measures().values() if m.per is not None}
