"""A report gives a toll that others had updated a day before.

**What it says.** On Monday there were 20 dead, on Wednesday 31, and on Friday somebody prints 20 again.

**Why it matters.** The figure is old, not another view: it comes from a background paragraph that nobody touched, or
from a wire of Monday. Without the dates it looks like a dispute. XT101, which cannot tell a slow report from one that
denies the higher count, says that the figures exclude each other; this rule says why that may be.

**When it is silent.**

- One of the three reports has no date, or the later figure was published less than a day before.
- No earlier report gives the lower figure: it is not old, it is another.
- The toll is one that may fall: of the missing, the trapped, the displaced.
- The three reports are of one source (XT201).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from crosstally.rules.quantities.comparison import agree, falls, updates
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import claims, dated, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Delta Post, 2024-07-01": "Floods in the delta killed 20 people.",
            "River Herald, 2024-07-03": "Floods in the delta killed 31 people.",
            "Levee Times, 2024-07-05": "Floods in the delta killed 20 people.",
        },
        "killed: 20 (Levee Times, 5 July 2024) is the figure of 1 July 2024 (Delta Post), since then 31 "
        "(River Herald, 3 July 2024)",
    ),
    Example(
        {
            "Delta Post, 2024-07-01": "Floods in the delta killed 20 people.",
            "River Herald, 2024-07-03": "Floods in the delta killed 31 people.",
            "Levee Times, 2024-07-05": "Floods in the delta killed 31 people.",
        },
        None,
    ),
    Example(
        {
            "River Herald, 2024-07-03": "Floods in the delta killed 31 people.",
            "Levee Times, 2024-07-05": "Floods in the delta killed 20 people.",
        },
        None,
    ),
    Example(
        {
            "Delta Post, 2024-07-01": "Floods in the delta killed 20 people.",
            "River Herald": "Floods in the delta killed 31 people.",
            "Levee Times, 2024-07-05": "Floods in the delta killed 20 people.",
        },
        None,
    ),
)

_SLOW = timedelta(days=1)  # who prints an older figure on the same day may not have seen the newer one


def check(quantity: Quantity) -> Iterator[Remark]:
    """Yield, per source, a late claim on an old figure, with a first one and with the one that replaced it."""
    if quantity.status != "disputed":
        return
    seen: set[str] = set()
    for late in quantity.facts:
        newer = next((fact for fact in quantity.facts if _is_older(fact, late) and falls(fact, late)), None)
        first = newer and next((f for f in quantity.facts if updates(f, newer) and agree(f, late)), None)
        if newer and first and late.document.source not in seen and _are_of_several(first, newer, late):
            seen.add(late.document.source)
            told = f"{claims([late], dated)} is the figure of {_day(first)} ({first.document.source})"
            yield f"{heading(quantity)}: {told}, since then {claims([newer], dated)}", (first, newer, late)


def _is_older(fact: Fact, late: Fact) -> bool:
    first, second = fact.document.published, late.document.published
    return first is not None and second is not None and second - first >= _SLOW


def _are_of_several(*facts: Fact) -> bool:
    return len({fact.document.source for fact in facts}) > 1


def _day(fact: Fact) -> str:
    return dated(fact).rpartition(", ")[2]
