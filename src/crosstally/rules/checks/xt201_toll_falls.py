"""A source's toll is lower than the one it gave before.

**What it says.** On Monday the paper had 14 dead, on Tuesday the same paper has 11, of the same event. The dead,
the injured, the arrested only become more as an event goes on; a figure that falls was wrong before, or is wrong
now, or counts something else.

**Why it matters.** Counts are taken down when bodies were counted twice or when the missing turn up alive. Everyone
who took the first figure over has to hear of it.

**When it is silent.**

- One of the two reports has no date, nor a number in a series: then nothing comes later.
- The figures can both be true: "about 14" and "13".
- The number is of people missing, trapped, displaced or in critical condition, who can become fewer.
- The lower figure comes from another source: that is a disagreement between sources (XT101).
- Both are right, by two definitions: the first counts the attackers in (XT105), or the missing (XT106).
- The report itself says of one of them that it is no longer true: "police initially said that 14 were killed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.disputes import falls_on
from crosstally.rules.rule import Example, Remark
from crosstally.rules.tolls.definitions import differ_by_definition
from crosstally.rules.wording import claims, dated, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.event import Event

SEVERITY = "warning"

EXAMPLES = (
    Example(
        {
            "Valley Times, 2024-03-04": "The landslide killed 14 people, the mayor said.",
            "Valley Times, 2024-03-05": "The landslide killed 11 people, the mayor said.",
        },
        "killed: 14 (Valley Times, 4 March 2024), later 11 (Valley Times, 5 March 2024)",
    ),
    Example(
        {
            "Valley Times, 2024-03-04": "The landslide killed 11 people, the mayor said.",
            "Valley Times, 2024-03-05": "The landslide killed 14 people, the mayor said.",
        },
        None,
    ),
    Example(
        {
            "Valley Times, 2024-03-04": "Three people are dead, including the gunman, after a shooting in Oak Street.",
            "Valley Times, 2024-03-06": "The shooting in Oak Street killed two people, the police said.",
        },
        None,
    ),
    Example(
        {
            "Valley Times, 2024-03-04": "The landslide killed 11 people, the mayor said.",
            "Valley Times, 2024-03-05": "The landslide killed 14 people. The mayor had initially said 9 were killed.",
        },
        None,
    ),
    Example(
        {
            "Valley Times, 2024-03-04": "The landslide hurt 70 people, and 18 are in critical condition.",
            "Valley Times, 2024-03-05": "The landslide hurt 70 people, and 12 are in critical condition.",
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield two claims of one source of which the later is lower: per source, the first such fall."""
    for quantity in event.quantities:
        seen: set[str] = set()
        for earlier, later in falls_on(quantity):
            source = later.document.source
            if source not in seen and not differ_by_definition(earlier, later, event):
                seen.add(source)
                told = f"{claims([earlier], dated)}, later {claims([later], dated)}"
                yield f"{heading(quantity)}: {told}", (earlier, later)
