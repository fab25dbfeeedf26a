"""Two tolls differ by exactly the attackers.

**What it says.** One report has 12 killed and another 11, and somewhere it is said that the gunman died too: the one
counts him with the victims, the other does not.

**Why it matters.** Both can be right, by two definitions. Published data sets do it both ways: the Global Terrorism
Database counts attackers among the dead, the Gun Violence Archive leaves the shooter out of its mass shootings. Say
which is meant. XT101 says that the toll is disputed; this rule says why that may be.

**When it is silent.**

- The tolls do not exclude each other, or one updates the other.
- No report says that an attacker was killed, or the difference is another number.
- Each of the two reports tells of the attackers apart from the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crosstally.rules.disputes import disputes_on
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import claims, heading, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Event

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
            "Alder Gazette": "The shooting in the market killed 11 people. The gunman fled.",
        },
        None,
    ),
)

_ATTACKERS = re.compile(
    r"\b(?:gunm[ae]n|shooters?|attackers?|assailants?|bombers?|hijackers?|perpetrators?|himself|herself|themselves)\b",
    re.IGNORECASE,
)


def check(event: Event) -> Iterator[Remark]:
    """Yield two disputing figures of a toll, and the attackers who make the difference."""
    for quantity in event.quantities:
        for dispute in disputes_on(quantity) if quantity.measure in {"killed", "injured"} else ():
            attackers = [
                fact for fact in event.facts if _are_attackers(fact, quantity.measure, dispute.high - dispute.low)
            ]
            if attackers:
                who = claims(attackers, words=quoted)
                told = f"{claims(dispute.above)} against {claims(dispute.below)}: the difference is {who}"
                yield f"{heading(quantity)}: {told}", (*dispute.facts, *attackers)


def _are_attackers(fact: Fact, measure: str, number: float) -> bool:
    is_hit = fact.measure == measure and fact.status == "asserted"
    return is_hit and fact.interval.value == number and _ATTACKERS.search(fact.quote) is not None
