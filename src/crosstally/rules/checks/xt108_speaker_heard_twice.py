"""One speaker is given two figures for one thing.

**What it says.** Two reports of one day name the same ministry for a toll, and the one has 12, the other 14.

**Why it matters.** The ministry hardly said both. One of the two misheard it, or heard it at another hour, and unlike a
disagreement between witnesses this one can be settled by a call. XT101 says that the figures exclude each other; this
rule says that they are said to come from one mouth.

**When it is silent.**

- One of the reports names no speaker, or another one, or only "officials", "witnesses", "a spokesman".
- The reports are of two days: the speaker may have had news.
- The figures can both be true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.disputes import disputes_on
from crosstally.rules.comparison.speakers import speaker_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import claims, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Harbour Mail": "The gas leak killed 12 people, the health ministry said.",
            "Evening Ledger": "The gas leak killed 14 people, the health ministry said.",
        },
        "killed: one speaker, health ministry, is given 14 (Evening Ledger) and 12 (Harbour Mail)",
    ),
    Example(
        {
            "Harbour Mail": "The gas leak killed 12 people, the health ministry said.",
            "Evening Ledger": "The gas leak killed 14 people, the governor said.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "The gas leak killed 12 people, officials said.",
            "Evening Ledger": "The gas leak killed 14 people, officials said.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-04": "The gas leak killed 12 people, the health ministry said.",
            "Evening Ledger, 2024-05-02": "The gas leak killed 14 people, the health ministry said.",
        },
        None,
    ),
)


def check(quantity: Quantity) -> Iterator[Remark]:
    """Yield the claims on two figures that one speaker is given for."""
    for dispute in disputes_on(quantity):
        for voice in dict.fromkeys(filter(None, map(speaker_of, dispute.above))):
            above = [fact for fact in dispute.above if speaker_of(fact) == voice]
            below = [fact for fact in dispute.below if speaker_of(fact) == voice]
            if any(_are_of_one_day(a, b) for a in above for b in below):
                told = f"one speaker, {above[0].speaker}, is given {claims(above)} and {claims(below)}"
                yield f"{heading(quantity)}: {told}", (*above, *below)


def _are_of_one_day(a: Fact, b: Fact) -> bool:
    """Whether two reports are of one day, as far as both say; days unknown are taken for one."""
    first, second = a.document.published, b.document.published
    return first is None or second is None or first.date() == second.date()
