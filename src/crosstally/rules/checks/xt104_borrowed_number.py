"""A disputed figure is, in other reports, the number of something else.

**What it says.** One report has 118 dead, the others 41. And in these others the number 118 stands as well: as that of
the evacuation centers. The figure has been taken from the wrong line.

**Why it matters.** It happens: a large agency once reported as a death toll what a list gave as its number of
shelters. The finding shows the sentences of both, and so the likely source of the error. XT101 says that the toll is
disputed; this rule says why that may be.

**When it is silent.**

- The figure is not disputed, or another source gives it too.
- The number is below 100, or has one digit that is no zero (300): such numbers meet by chance.
- The other number is a part of the same toll, or a report gives both numbers itself.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.alignment.kinds import kind_of
from crosstally.rules.comparison.digits import is_telling
from crosstally.rules.comparison.disputes import disputes_on
from crosstally.rules.rule import Example, Remark
from crosstally.rules.toll import toll
from crosstally.rules.wording import claims, heading, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event
    from crosstally.rules.quantity import Quantity

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Harbour Mail": "The cyclone killed 41 people. Some 446 shelters have been opened.",
            "Evening Ledger": "The cyclone killed 446 people, officials said.",
        },
        'killed: 446 (Evening Ledger), elsewhere "Some 446 shelters" (Harbour Mail)',
    ),
    Example(
        {
            "Harbour Mail": "The cyclone killed 41 people and injured 230.",
            "Evening Ledger": "The cyclone killed 230 people, officials said.",
        },
        'killed: 230 (Evening Ledger), elsewhere "230 injured" (Harbour Mail)',
    ),
    Example(
        {
            "Harbour Mail": "The cyclone killed 41 people. Some 450 shelters have been opened.",
            "Evening Ledger": "The cyclone killed 446 people, officials said.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "The cyclone killed 41 people. Some 446 shelters have been opened.",
            "Evening Ledger": "The cyclone killed 446 people, officials said. There are 446 shelters.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "The cyclone killed 41 people and tore down 32 masts.",
            "Evening Ledger": "The cyclone killed 32 people, officials said.",
        },
        None,
    ),
)


_LARGE = 100  # smaller numbers of two things are often the same


def check(event: Event) -> Iterator[Remark]:
    """Yield the disputed claims of one source with the claims of others that give their number to something else."""
    told: dict[float | None, list[Fact]] = defaultdict(list)
    for fact in event.facts:
        told[fact.interval.value].append(fact)
    for quantity in event.quantities:
        for value, said in _sole_figures(quantity).items():
            others = [fact for fact in told[value] if _is_of_something_else(fact, quantity.measure)]
            source = said[0].document.source
            if others and all(fact.document.source != source for fact in others):
                yield f"{heading(quantity)}: {claims(said)}, elsewhere {claims(others, words=quoted)}", (*said, *others)


def _sole_figures(quantity: Quantity) -> dict[float, tuple[Fact, ...]]:
    """The disputed figures of a toll that one source alone gives, and that hardly meet another by chance."""
    if toll(quantity.measure) is None:
        return {}
    by_figure: dict[float, tuple[Fact, ...]] = {}
    for dispute in disputes_on(quantity):
        by_figure |= {dispute.high: dispute.above, dispute.low: dispute.below}
    return {
        value: said
        for value, said in by_figure.items()
        if value >= _LARGE and is_telling(value) and len({fact.document.source for fact in said}) == 1
    }


def _is_of_something_else(fact: Fact, measure: str) -> bool:
    """Whether it gives its number to things, or to people whom something else befell."""
    if fact.status != "asserted" or fact.measure == measure:
        return False
    kind = kind_of(fact.counted)
    is_of_things = kind is not None and "person" not in {kind.name, kind.within}
    return fact.dimension == "count" and (is_of_things or toll(fact.measure) is not None)
