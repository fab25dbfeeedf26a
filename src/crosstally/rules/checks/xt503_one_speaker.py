"""Every source of a toll names the same speaker.

**What it says.** Three papers, written each for itself, have 40 soldiers killed, and all of them have it from one
ministry. Nobody else has counted.

**Why it matters.** A figure that one party gives is that party's figure, however many print it. Data sets keep such
figures apart from those that others have checked (Airwars: claims of a belligerent alone are context, no evidence).

**When it is silent.**

- One report names another speaker, or none: it may know from elsewhere.
- Only one source gives the toll (XT501), or all copy one (XT502).
- The speaker is nobody in particular: "officials", "witnesses", "a spokesman".
- The figure is of a part, of another time, or no toll of people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.speakers import speaker_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.toll import toll
from crosstally.rules.tolls.event_toll import is_toll_of_event
from crosstally.rules.wording import claims, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.quantity import Quantity

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "North Wire": "The raid killed 40 soldiers, the defence ministry said.",
            "Southern Star": "The defence ministry said that 40 soldiers were killed in the raid.",
        },
        "killed (soldier): 40 (North Wire, Southern Star), all from one speaker: defence ministry",
    ),
    Example(
        {
            "North Wire": "The raid killed 40 soldiers, the defence ministry said.",
            "Southern Star": "The raid killed 40 soldiers, the mayor said.",
        },
        None,
    ),
    Example(
        {
            "North Wire": "The raid killed 40 soldiers, officials said.",
            "Southern Star": "The raid killed 40 soldiers, officials said.",
        },
        None,
    ),
)


def check(quantity: Quantity) -> Iterator[Remark]:
    """Yield the tolls of people that all sources have from one speaker."""
    known = toll(quantity.measure)
    voices = {speaker_of(fact) for fact in quantity.facts}
    is_one = quantity.n_independent > 1 == len(voices) and None not in voices
    if is_one and known and known.of == "people" and is_toll_of_event(quantity):
        speaker = quantity.facts[0].speaker
        yield f"{heading(quantity)}: {claims(quantity.facts)}, all from one speaker: {speaker}", quantity.facts
