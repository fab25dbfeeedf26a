"""A toll that nobody is named for, in any report.

**What it says.** Two or more sources give the dead of an event, and not one of them says whence it has the figure.

**Why it matters.** Nobody can be asked. Readers, and data sets, weigh a figure by who stands behind it.

**When it is silent.**

- One report names somebody, be it "officials" or "police", for any claim on that figure, or for another figure in the
  same sentence.
- Only one source gives the toll (XT501), or the sources do not agree: then it is looked into anyway.
- The figure is of a part or of another time, or of anything but the dead and the injured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.event_toll import is_toll_of_event
from crosstally.rules.quantities.tolls import toll
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import claims, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.quantity import Quantity

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "North Wire": "The fire killed three people.",
            "Southern Star": "Three people were killed in the fire.",
        },
        "killed: 3 (North Wire, Southern Star): no report says who counted",
    ),
    Example(
        {
            "North Wire": "The fire killed three people.",
            "Southern Star": "Three people were killed in the fire, police said.",
        },
        None,
    ),
)


def check(quantity: Quantity) -> Iterator[Remark]:
    """Yield the tolls of the event behind which no speaker stands."""
    known = toll(quantity.measure)
    is_of_people_hit = known is not None and known.single and known.grows
    is_named = any(fact.speaker for fact in quantity.facts)
    if quantity.status == "agreed" and is_of_people_hit and not is_named and is_toll_of_event(quantity):
        yield f"{heading(quantity)}: {claims(quantity.facts)}: no report says who counted", quantity.facts
