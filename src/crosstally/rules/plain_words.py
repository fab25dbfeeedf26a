"""Intervals in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.facts.intervals import Interval


def in_plain_words(interval: Interval) -> str:
    """``exactly 12``, ``12 or more``, ``more than 100``, ``90 to 110``; both ends belong to it unless it says so."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any number"
    if high is None:
        return f"more than {_number(low)}" if interval.low_open else f"{_number(low)} or more"
    if low is None or (low == 0 and high > 0):
        return f"less than {_number(high)}" if interval.high_open else f"{_number(high)} or less"
    if low == high:
        return f"exactly {_number(low)}"
    begin = f"more than {_number(low)}" if interval.low_open else _number(low)
    return f"{begin} to {'less than ' if interval.high_open else ''}{_number(high)}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"
