"""Certainty: how sure a count is, where the text says: "12 suspected cases", "14 deaths were confirmed"."""

from __future__ import annotations

from typing import cast

from crosstally.facts.cues.engine import Cues
from crosstally.facts.cues.phrase import word_class_of
from crosstally.facts.fact import Certainty
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.nouns import counts_people


def certainty_of(cues: Cues, figure: Figure, counted: str | None) -> Certainty | None:
    """How sure the count of a figure is.

    Who is a suspected pirate is held for sure: it is in doubt what they are, and not how many.

    Args:
        cues: The cues of its sentence.
        figure: The figure.
        counted: What it counts, in the singular.
    """
    found = cast("Certainty | None", cues.value("certainty", figure.first, figure.stop))
    is_case = counted is None or counted in word_class_of("case") or not counts_people(counted)
    return found if is_case or found != "suspected" else None
