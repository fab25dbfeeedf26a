"""A source gives two figures for what does not change from day to day.

**What it says.** On Monday the paper had the farmer at 51, on Thursday the same paper has him at 56. A toll grows, and
a paper that counts on corrects nothing; the age of a person, the population of a town or the seats of a hall do not
move in a week.

**Why it matters.** One of the two was wrong when it was printed, and whoever took it over has not heard of it.

**When it is silent.**

- The measure moves by itself: that is a toll that falls (XT201) or is brought up to date (XT202).
- The figures can both be true: "about 60" and "61", or the two ages lie either side of a birthday.
- A report says of one of them that it is no longer true.
- The other figure comes from another source: that is a disagreement between sources (XT101).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.facts.needs import stands
from crosstally.rules.comparison.disputes import differing_on
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import claims, dated, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.event import Event

SEVERITY = "warning"

EXAMPLES = (
    Example(
        {
            "Valley Times, 2024-03-04": "The landslide killed three people, among them Bo Rusk, 51, a farmer.",
            "Valley Times, 2024-03-07": "Bo Rusk, 56, who died in the landslide, was buried today.",
        },
        "age (Bo Rusk): 51 (Valley Times, 4 March 2024), but 56 (Valley Times, 7 March 2024)",
    ),
    Example(
        {
            "Valley Times, 2024-03-04": "The landslide killed three people, among them Bo Rusk, 51, a farmer.",
            "Valley Times, 2024-05-07": "The landslide of March killed Bo Rusk, 52, a farmer.",
        },
        None,
    ),
    Example(
        {
            "Valley Times, 2024-03-04": "The landslide injured 14 people, the mayor said.",
            "Valley Times, 2024-03-07": "The landslide injured 19 people, the mayor said.",
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield the first two claims of one source that exclude each other, on what stands from day to day."""
    for quantity in event.quantities:
        if stands(quantity.measure):
            for earlier, later in differing_on(quantity):
                told = f"{claims([earlier], dated)}, but {claims([later], dated)}"
                yield f"{heading(quantity)}: {told}", (earlier, later)
