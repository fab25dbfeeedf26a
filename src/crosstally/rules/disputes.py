"""The disputes on a quantity: what sources say that exclude each other, where time does not explain it.

Claims are held against each other by their figures, of which there are few, and not one by one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise, product
from typing import TYPE_CHECKING

from crosstally.rules.quantities.claim import is_conversion
from crosstally.rules.quantities.comparison import agree, comparable, falls, in_unit_of, updates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    """Two claims for each two figures of two sources that exclude each other, and neither brings the other up to date.

    Ranges and vague words are figures here too.
    """
    if quantity.status == "disputed":
        for some, others in combinations(_by_interval(_first_said(quantity.facts)), 2):
            if _exclude(some, others):
                yield some[0], others[0]


def disputes_on(quantity: Quantity) -> list[Dispute]:
    """The disputes on a quantity by their two figures; ranges and vague words give no figure to reason with."""
    if quantity.status != "disputed":
        return []
    by_figure: dict[float, list[Fact]] = defaultdict(list)
    for fact in _first_said(quantity.facts):
        value = in_unit_of(fact, quantity.facts[0]).value
        if value is not None:
            by_figure[value].append(fact)
    return [
        Dispute(high, low, tuple(by_figure[high]), tuple(by_figure[low]))
        for low, high in combinations(sorted(by_figure), 2)
        if any(_exclude(a, b) for a, b in product(_by_interval(by_figure[high]), _by_interval(by_figure[low])))
    ]


def falls_on(quantity: Quantity) -> Iterator[tuple[Fact, Fact]]:
    """The falls of a toll inside each source: its highest claim until then, and the lower one that it gives later."""
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in quantity.facts:
        if fact.document.published is not None:
            told[fact.document.source].append(fact)
    for facts in told.values():
        peak: Fact | None = None
        for _, group in groupby(sorted(facts, key=_published), key=_published):
            of_moment = list(group)
            yield from ((peak, later) for later in of_moment if peak is not None and falls(peak, later))
            peak = max([*([peak] if peak else []), *of_moment], key=_least)


def differences_on(quantity: Quantity) -> list[Dispute]:
    """The disputes on a quantity, and after them the falls inside a source that none of them holds."""
    found = disputes_on(quantity)
    for earlier, later in falls_on(quantity):
        high, low = (in_unit_of(fact, quantity.facts[0]).value for fact in (earlier, later))
        if high is not None and low is not None and not any((high, low) == (one.high, one.low) for one in found):
            found.append(Dispute(high, low, (earlier,), (later,)))
    return found


def _published(fact: Fact) -> float:
    return fact.document.published.timestamp() if fact.document.published else 0.0


def _least(fact: Fact) -> float:
    return comparable(fact).low or 0.0


def _first_said(facts: Sequence[Fact]) -> list[Fact]:
    """The claims without conversions in brackets: "less than 25 km (15 miles)" is not exactly 15 miles."""
    return [*facts[:1], *(fact for before, fact in pairwise(facts) if not is_conversion(before, fact))]


def _by_interval(facts: Iterable[Fact]) -> list[list[Fact]]:
    """The claims by what they allow: those of one group agree with the same others, but for people's birthdays."""
    found: dict[tuple[float | None, float | None], list[Fact]] = defaultdict(list)
    for fact in facts:
        allowed = comparable(fact)
        found[allowed.low, allowed.high].append(fact)
    return list(found.values())


def _exclude(some: Sequence[Fact], others: Sequence[Fact]) -> bool:
    """Whether claims of two such groups dispute each other: two of two sources, of which neither updates the other."""
    if comparable(some[0]).meets(comparable(others[0])):
        return False
    return any(
        a.document.source != b.document.source and not (agree(a, b) or updates(a, b) or updates(b, a))
        for a, b in product(some, others)
    )
