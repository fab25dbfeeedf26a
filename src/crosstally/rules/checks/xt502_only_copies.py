"""Several sources agree on a toll, and all copy one.

**What it says.** Four papers have the same 12 dead, and the same sentences around them: an agency's wire, a reprint.
They are one voice.

**Why it matters.** Four sources look like a confirmation. In news, a third of the stories are reprints, and a majority
of copies is no majority.

**When it is silent.**

- Two of the sources wrote for themselves.
- Only one source gives the toll at all (XT501).
- The figure is of a part, of another time, or no toll.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.rule import Example, Remark
from crosstally.rules.tolls.event_toll import is_toll_of_event
from crosstally.rules.wording import claims, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.quantity import Quantity

SEVERITY = "info"

_WIRE = (
    "The roof of the market hall in Ostrow came down on Friday morning under the weight of the snow and killed 12 "
    "people, most of them traders who had opened their stalls early, the fire service said."
)

EXAMPLES = (
    Example(
        {"North Wire": _WIRE, "Southern Star": f"(North Wire) {_WIRE} More follows."},
        "killed: 12 (North Wire, Southern Star): 2 sources, and all are copies of one",
    ),
    Example(
        {
            "North Wire": _WIRE,
            "Southern Star": "Twelve people died in Ostrow when snow brought down a market hall, rescuers said.",
        },
        None,
    ),
    Example({"North Wire": _WIRE}, None),
)


def check(quantity: Quantity) -> Iterator[Remark]:
    """Yield the tolls of the event behind which one voice stands in several copies."""
    if quantity.n_sources > 1 == quantity.n_independent and is_toll_of_event(quantity):
        told = f"{claims(quantity.facts)}: {quantity.n_sources} sources, and all are copies of one"
        yield f"{heading(quantity)}: {told}", quantity.facts
