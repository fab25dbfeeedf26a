"""The two figures of a dispute: what sources say that exclude each other, where time does not explain it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crosstally.rules.quantities.comparison import in_unit_of, updates
from crosstally.rules.quantities.quantities import clashes

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity


@dataclass(slots=True)
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
    above: list[Fact] = field(default_factory=list)
    below: list[Fact] = field(default_factory=list)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The claims on both figures, the higher first."""
        return (*self.above, *self.below)


def disputing(quantity: Quantity) -> list[tuple[Fact, Fact]]:
    """Every two claims of two sources that exclude each other, of which neither updates the other."""
    if quantity.status != "disputed":
        return []
    return [
        (a, b)
        for a, b in clashes(quantity.facts)
        if a.document.source != b.document.source and not (updates(a, b) or updates(b, a))
    ]


def disputes_on(quantity: Quantity) -> list[Dispute]:
    """The disputes on a quantity by their two figures; ranges and vague words give no figure to reason with."""
    found: dict[tuple[float, float], Dispute] = {}
    for pair in disputing(quantity):
        values = [in_unit_of(fact, quantity.facts[0]).value for fact in pair]
        if None in values:
            continue
        (low, lower), (high, higher) = sorted(
            ((value or 0.0, fact) for value, fact in zip(values, pair, strict=True)), key=lambda said: said[0]
        )
        dispute = found.setdefault((high, low), Dispute(high, low))
        for side, fact in ((dispute.above, higher), (dispute.below, lower)):
            if fact not in side:
                side.append(fact)
    return list(found.values())
