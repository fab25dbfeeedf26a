"""A toll rests on a single source.

**What it says.** Several sources tell of the event, and only one gives this toll: no other confirms it, none
contradicts it.

**Why it matters.** Two sources are better than one. Many data sets take up a figure only when a second source
reports it.

**When it is silent.**

- Only one source tells of the event at all.
- A second source gives the figure, or another one for the same thing.
- The figure is of a part, of another time, or no toll: distances, ages, sums of money are mostly told once.
- Two sources give it, of which one copies the other (XT502).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.rule import Example, Remark
from crosstally.rules.tolls.event_toll import is_toll_of_event
from crosstally.rules.wording import claims, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.event import Event

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "North Wire": "The fire killed three people. Police arrested 9 people.",
            "Southern Star": "Three people were killed in the fire.",
        },
        "arrested: 9 (North Wire) alone among 2 sources",
    ),
    Example(
        {
            "North Wire": "The fire killed three people.",
            "Southern Star": "Three people were killed in the fire.",
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield the tolls that one source of several gives."""
    sources = {document.source for document in event.documents}
    for quantity in event.quantities:
        if quantity.n_sources == 1 < len(sources) and is_toll_of_event(quantity):
            yield f"{heading(quantity)}: {claims(quantity.facts)} alone among {len(sources)} sources", quantity.facts
