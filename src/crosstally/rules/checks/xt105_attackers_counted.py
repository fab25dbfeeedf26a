"""Two tolls differ by exactly the attackers.

**What it says.** One report has 12 killed and another 11, and somewhere it is said that the gunman died too: the one
counts him with the victims, the other does not.

**Why it matters.** Both can be right, by two definitions. Published data sets do it both ways: the Global Terrorism
Database counts attackers among the dead, the Gun Violence Archive leaves the shooter out of its mass shootings. Say
which is meant. XT101 and XT201, which accuse, are silent on such a difference; this rule tells of it.

**When it is silent.**

- The tolls do not exclude each other, or one updates the other. (Those of one source do, where the later is lower.)
- No report says that an attacker was killed, or the difference is another number.
- A report of the lower figure counts the attackers in: then they are not the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.disputes import differences_on
from crosstally.rules.rule import Example, Remark
from crosstally.rules.tolls.definitions import attackers_between
from crosstally.rules.wording import claims, heading, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.event import Event

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Canal Street Post": "Twelve people were killed in the market, including the gunman, police said.",
            "Alder Gazette": "The shooting in the market killed 11 people.",
        },
        'killed: 12 (Canal Street Post) against 11 (Alder Gazette): the difference is "the gunman" (Canal Street Post)',
    ),
    Example(
        {
            "Canal Street Post": "Twelve people were killed in the market.",
            "Alder Gazette": "The attack on the market killed 10 people. Two attackers were killed by guards.",
        },
        'killed: 12 (Canal Street Post) against 10 (Alder Gazette): the difference is "Two attackers" (Alder Gazette)',
    ),
    Example(
        {
            "Canal Street Post": "Twelve people were killed in the market, including the gunman, police said.",
            "Alder Gazette": "The shooting in the market killed nine people.",
        },
        None,
    ),
    Example(
        {
            "Canal Street Post": "Twelve people were killed in the market.",
            "Alder Gazette": "Eleven people were killed in the market, including the gunman.",
        },
        None,
    ),
    Example(
        {
            "Canal Street Post": "Twelve people were killed in the market.",
            "Alder Gazette": "The shooting in the market killed 11 people. The gunman fled.",
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield two disputing figures of a toll, and the attackers who make the difference."""
    for quantity in event.quantities:
        for dispute in differences_on(quantity):
            attackers = attackers_between(dispute.above, dispute.below, event)
            if attackers:
                who = claims(attackers, words=quoted)
                told = f"{claims(dispute.above)} against {claims(dispute.below)}: the difference is {who}"
                yield f"{heading(quantity)}: {told}", (*dispute.facts, *attackers)
