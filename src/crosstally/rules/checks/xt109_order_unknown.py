"""Two sources give two figures of a toll, and it is not known which is the later one.

**What it says.** One report has 12 dead, another 14, and one of them does not say when it was published. Tolls move:
if the 14 were counted after the 12, both are right.

**Why it matters.** Either the one updates the other, or one is wrong. A date decides: give the reports theirs
(`published:` above the text, or a column of that name), and the finding becomes an update (XT202) or an
error (XT101).

**When it is silent.**

- Both reports have a date, or both figures do ("as of 1 May"): then it is known which is the later. So it is where
  others with a date give the one figure first and then the other.
- The figures are of no toll: the age of a man and the price of a house do not move while an event goes on.
- Some two of the figures exclude each other in a way that no date could explain (XT101).
- The figures can both be true, or both are right by two definitions (XT105, XT106).
- Both are of one source (XT201).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import may_replace
from crosstally.rules.comparison.disputes import disputing
from crosstally.rules.rule import Example, Remark
from crosstally.rules.tolls.definitions import contested
from crosstally.rules.wording import claims, dated, heading, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.event import Event

SEVERITY = "warning"

EXAMPLES = (
    Example(
        {
            "Harbour Mail": "The mudslide killed 12 people.",
            "Evening Ledger": "The mudslide killed 14 people, officials said.",
        },
        "killed: 14 (Evening Ledger) against 12 (Harbour Mail): no date tells whether one updates the other",
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "The mudslide killed 12 people.",
            "Coast Radio": "The mudslide killed 14 people, officials said.",
        },
        "killed: 12 (Harbour Mail, 2 May 2024) against 14 (Coast Radio): no date tells whether one updates the other",
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "The mudslide killed 14 people.",
            "Evening Ledger, 2024-05-03": "The mudslide killed 12 people, officials said.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "The mudslide killed 12 people.",
            "Evening Ledger, 2024-05-03": "The mudslide killed 14 people, officials said.",
            "Coast Radio": "The mudslide killed 12 people.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "The mudslide had killed 12 people as of 1 May 2024.",
            "Evening Ledger": "The mudslide had killed 14 people as of 1 May 2024.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "The mudslide buried a bridge 40 metres long.",
            "Evening Ledger": "The mudslide buried a bridge 65 metres long.",
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield the claims on a toll when those of two sources exclude each other, and each two may be an update."""
    for quantity in event.quantities:
        pairs = contested(quantity, event)
        first = next(pairs, None)
        if first is not None and may_replace(*first) and all(may_replace(a, b) for a, b in pairs):
            disputed = disputing(quantity)
            told = " against ".join(claims(side, dated) for side in sides(disputed))
            what = "hour" if all(fact.document.published for fact in disputed) else "date"
            yield f"{heading(quantity)}: {told}: no {what} tells whether one updates the other", disputed
