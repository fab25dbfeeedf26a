"""Group: who or which of them a figure counts, where the text narrows it."""

from __future__ import annotations

from crosstally.facts.cues.engine import Cues
from crosstally.facts.numbers.figure import Figure


def group_of(cues: Cues, figure: Figure) -> str | None:
    """The groups that a figure's own words name, in the alphabet's order; else the one said of it behind it."""
    hits = list(cues.all_of("group", figure.first, figure.stop))
    inside = {hit.cue.value for hit in hits if hit.first < figure.stop}
    if inside:
        return "; ".join(sorted(inside))
    return hits[0].cue.value if hits else None
