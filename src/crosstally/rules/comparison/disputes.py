"""The disputes on a quantity: what sources say that exclude each other, where time does not explain it.

Claims are held against each other by their figures, of which there are few, and not one by one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import agree, comparable, falls, in_unit_of, is_above
from crosstally.rules.comparison.rivals import sides_of, unsettled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two figures for one thing.

    Attributes:
        high: The higher figure, in the unit of the quantity's first claim.
        low: The lower one.
        above: The claims on the higher figure, in the order of the documents.
        below: Those on the lower one.
    """

    high: float
    low: float
    above: tuple[Fact, ...]
    below: tuple[Fact, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The claims on both figures, the higher first."""
        return (*self.above, *self.below)


def opponents(quantity: Quantity) -> Iterator[tuple[Fact, Fact]]:
    """Two claims for each two figures of two sources that exclude each other and stand, that on the lower one first.

    Ranges and vague words are figures here too.
    """
    if quantity.status == "disputed":
        for _, _, pair in unsettled(sides_of(quantity.facts), _source):
            yield pair


def disputing(quantity: Quantity) -> list[Fact]:
    """The claims on figures that exclude each other and stand, in order: not those that later ones bring up to date.

    Where none are of two sources, all claims.
    """
    pairs = unsettled(sides_of(quantity.facts), _source) if quantity.status == "disputed" else ()
    held = {id(fact) for one, other, _ in pairs for fact in (*one.facts, *other.facts)}
    return [fact for fact in quantity.facts if id(fact) in held or not held]


def disputes_on(quantity: Quantity) -> list[Dispute]:
    """The disputes on a quantity by their two figures; ranges and vague words give no figure to reason with."""
    if quantity.status != "disputed":
        return []
    order = {id(fact): i for i, fact in enumerate(quantity.facts)}
    sides = [side for side in sides_of(quantity.facts) if side.value is not None]
    said: dict[float, list[Fact]] = defaultdict(list)
    for side in sides:
        said[side.value or 0.0] += side.facts
    for facts in said.values():
        facts.sort(key=lambda fact: order[id(fact)])
    figures = sorted({tuple(sorted((a.value or 0.0, b.value or 0.0))) for a, b, _ in unsettled(sides, _source)})
    return [Dispute(high, low, tuple(said[high]), tuple(said[low])) for low, high in figures]


def falls_on(quantity: Quantity) -> Iterator[tuple[Fact, Fact]]:
    """The falls of a toll inside each source: its highest claim until then, and the lower one that it gives later."""
    for facts in _by_source(quantity):
        yield from _below_peaks(facts)


def differing_on(quantity: Quantity) -> Iterator[tuple[Fact, Fact]]:
    """Per source, the first claims on two figures that two of its reports tell as true and that exclude each other."""
    for facts in _by_source(quantity):
        told = [side.facts[0] for side in sides_of([fact for fact in facts if not fact.superseded])]
        pairs = ((a, b) for a, b in combinations(told, 2) if a.document.doc_id != b.document.doc_id and not agree(a, b))
        yield from islice(pairs, 1)


def _by_source(quantity: Quantity) -> Iterable[list[Fact]]:
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in quantity.facts:
        told[fact.document.source].append(fact)
    return told.values()


def _below_peaks(facts: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Each claim on a growing toll that lies below the highest before it, after that one; by time."""
    stands = [fact for fact in facts if not fact.superseded and (fact.document.published or fact.document.issue)]
    dated = sorted((fact.document.turn, i, fact) for i, fact in enumerate(stands))
    past = iter(dated)
    before = next(past, None)
    peak: Fact | None = None
    for moment, _, fact in dated:
        while before is not None and before[0] < moment:
            if peak is None or is_above(comparable(before[2]), comparable(peak)):
                peak = before[2]
            before = next(past, None)
        if peak is not None and falls(peak, fact):
            yield peak, fact


def differences_on(quantity: Quantity) -> list[Dispute]:
    """The disputes on a quantity, and after them the falls inside a source that none of them holds."""
    found = disputes_on(quantity)
    for earlier, later in falls_on(quantity):
        high, low = (in_unit_of(fact, quantity.facts[0]).value for fact in (earlier, later))
        if high is not None and low is not None and not any((high, low) == (one.high, one.low) for one in found):
            found.append(Dispute(high, low, (earlier,), (later,)))
    return found


def _source(fact: Fact) -> str:
    return fact.document.source
