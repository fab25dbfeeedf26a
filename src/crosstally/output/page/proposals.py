"""The lines of decisions.toml that would settle a card: to copy from the page, with a name and a reason to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import agree
from crosstally.rules.decisions.decision import Adjudication, Alignment, Decision, Reading
from crosstally.rules.decisions.mentions import mention_of
from crosstally.rules.decisions.writing import toml
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity

BY, REASON = "YOUR NAME", "WHY"
DAY = date(1000, 1, 1)
"""What stands for the day until the page puts in today's: pages of one input are the same on every day."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A decision that could be made.

    Attributes:
        label: What it says: "we take 90".
        lines: The lines of decisions.toml.
    """

    label: str
    lines: str


def proposals(quantity: Quantity, facts: Sequence[Fact]) -> list[Proposal]:
    """To take a figure, to part two that exclude each other, to drop one.

    Args:
        quantity: The quantity that is disputed.
        facts: Its claims.
    """
    by_figure: dict[str, Fact] = {}
    for fact in facts:
        if fact.interval.value is not None:
            by_figure.setdefault(figure(fact), fact)
    found = [
        Proposal(f"we take {fact.interval.value:,.10g}", toml([_take(quantity, fact)])) for fact in by_figure.values()
    ]
    first = facts[0]
    other = next((fact for fact in facts if fact.dimension == first.dimension and not agree(fact, first)), None)
    if other is not None:
        pair = (mention_of(first, facts), mention_of(other, facts))
        apart = Alignment(relation="apart", mentions=pair, by=BY, on=DAY, reason=REASON)
        found.append(Proposal("they are two things", toml([apart])))
        dropped: list[Decision] = [Reading(mention=one, columns=None, by=BY, on=DAY, reason=REASON) for one in pair]
        found += [Proposal(f"{one.mentions[0]} is no figure", toml([one])) for one in dropped]
    return found


def _take(quantity: Quantity, fact: Fact) -> Adjudication:
    best = fact.interval.value or 0.0
    return Adjudication(event=quantity.event, measure=quantity.measure, best=best, by=BY, on=DAY, reason=REASON)
