"""A figure and its conversion: one length in two units, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import agree

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

_CONVERSION = 40  # a figure and its conversion in brackets stand this close


def is_conversion(a: Fact, b: Fact) -> bool:
    """Whether two figures are one length in two units, side by side: "75 kilometres (50 miles)"."""
    gap = max(a.start, b.start) - min(a.end, b.end)
    return a.sentence_id == b.sentence_id and a.unit != b.unit and gap < _CONVERSION and agree(a, b)
