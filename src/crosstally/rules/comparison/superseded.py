"""Figures that a report tells as no longer true: "police initially said that 14 were killed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

_CUE = re.compile(r"\b(?:initial|original|previous|earl|first|preliminary)", re.IGNORECASE)  # most sentences have none
_FORMER = r"(?:initial|early|earlier|first|preliminary|previous)"
_FORMERLY = r"(?:initially|originally|previously|earlier|at first|first)"
_SAID = r"(?:said|reported|put|announced|told|stated|claimed|estimated|counted|gave|given|believed|thought|feared)"
_BEFORE = re.compile(
    rf"\b{_FORMERLY} (?:had |was |were )?{_SAID}\b|\bat first\b|\bhad {_FORMERLY} {_SAID}\b"
    rf"|\b{_FORMER} (?:reports?|figures?|counts?|estimates?|tolls?|death tolls?|statements?)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"[^.;,()]*\b(?:{_FORMERLY} {_SAID}|{_SAID} {_FORMERLY})\b", re.IGNORECASE)
_REACH = 160  # code points to each side of a figure
_TURN = re.compile(r";|\b(?:but|now|later|since|while|before|and then|down from|up from)\b", re.IGNORECASE)


def is_superseded(fact: Fact) -> bool:
    """Whether the clause of a figure says that it was told before and is no longer."""
    if not _CUE.search(fact.sentence):
        return False
    at = max(fact.sentence.find(fact.quote), 0)
    before = _TURN.split(fact.sentence[max(0, at - _REACH) : at])[-1]
    after = _TURN.split(fact.sentence[at + len(fact.quote) :][:_REACH])[0]
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None
