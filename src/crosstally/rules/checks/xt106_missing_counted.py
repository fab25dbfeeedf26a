"""Two tolls of the dead differ by exactly the missing.

**What it says.** One report has 58 dead, another 41 dead and 17 missing: the one counts the missing with the dead.

**Why it matters.** Both can be right, by two definitions. EM-DAT counts the missing among the dead, most reports do
not. Who adds the missing to a figure that holds them already counts them twice. XT101 and XT201, which accuse, are
silent on such a difference; this rule tells of it.

**When it is silent.**

- The tolls do not exclude each other, or one updates the other. (Those of one source do, where the later is lower.)
- No report gives the missing, or the difference is another number.
- One person is missing: a difference of one may be anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.disputes import differences_on
from crosstally.rules.rule import Example, Remark
from crosstally.rules.tolls.definitions import missing_between
from crosstally.rules.wording import claims, heading, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.event import Event

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Delta Post": "The flood killed 58 people, the governor said.",
            "River Herald": "The flood killed 41 people and left 17 missing.",
        },
        'killed: 58 (Delta Post) against 41 (River Herald): the difference is "17 missing" (River Herald)',
    ),
    Example(
        {
            "Delta Post": "The flood killed 60 people, the governor said.",
            "River Herald": "The flood killed 41 people and left 17 missing.",
        },
        None,
    ),
    Example(
        {
            "Delta Post": "The flood killed 41 people, the governor said. Another 17 are missing.",
            "River Herald": "The flood killed 41 people and left 17 missing.",
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield two disputing figures of the dead, and the missing who make the difference."""
    for quantity in event.quantities:
        for dispute in differences_on(quantity):
            lost = missing_between(dispute.above, dispute.below, event)
            if lost:
                told = f"{claims(dispute.above)} against {claims(dispute.below)}"
                who = claims(lost, words=quoted)
                yield f"{heading(quantity)}: {told}: the difference is {who}", (*dispute.facts, *lost)
