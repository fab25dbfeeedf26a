"""A later report gives a higher toll than an earlier one.

**What it says.** Two reports differ, and the difference is time: the later one counts more dead, injured or
arrested, or another number of missing. That is how tolls behave, and no contradiction.

**Why it matters.** The earlier figure is out of date. Who still prints it, or entered it into a data set, may want
the later one.

**When it is silent.**

- One of the reports has no date: without dates nothing is an update.
- Some two claims exclude each other in a way that time does not explain (XT101, XT201).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.rivals import document_of, opposed, sides_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import claims, dated, heading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Delta Post, 2024-07-01": "Floods in the delta killed 20 people.",
            "River Herald, 2024-07-03": "Floods in the delta killed 31 people.",
        },
        "killed: 20 (Delta Post, 1 July 2024), then 31 (River Herald, 3 July 2024)",
    ),
    Example(
        {
            "Delta Post": "Floods in the delta killed 20 people.",
            "River Herald, 2024-07-03": "Floods in the delta killed 20 people.",
        },
        None,
    ),
)


def check(quantity: Quantity) -> Iterator[Remark]:
    """Yield the claims that update one another, from the first to the last."""
    if quantity.status != "updated":
        return
    pairs = opposed(sides_of(quantity.facts), document_of)
    rivals = {id(fact) for pair in pairs for side in pair for fact in side.facts}
    facts = sorted((fact for fact in quantity.facts if id(fact) in rivals), key=_since)
    steps = list(dict.fromkeys(claims([fact], dated) for fact in facts))
    yield f"{heading(quantity)}: {', then '.join(steps)}", facts


def _since(fact: Fact) -> tuple[bool, tuple[datetime, int]]:
    """What is told as no longer true comes first, the rest by time."""
    return not fact.superseded, fact.document.turn
