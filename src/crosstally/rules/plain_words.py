"""Intervals in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.facts.intervals import Interval


def in_plain_words(interval: Interval, digits: int = 10) -> str:
    """``exactly 12``, ``12 or more``, ``more than 100``, ``90 to 110``; both ends belong to it unless it says so.

    Args:
        interval: The interval.
        digits: How many digits of a number count; those behind are rounded.
    """
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any number"
    if high is None:
        return f"more than {_number(low, digits)}" if interval.low_open else f"{_number(low, digits)} or more"
    if low is None or (low == 0 and high > 0):
        return f"less than {_number(high, digits)}" if interval.high_open else f"{_number(high, digits)} or less"
    if low == high:
        return f"exactly {_number(low, digits)}"
    begin = f"more than {_number(low, digits)}" if interval.low_open else _number(low, digits)
    return f"{begin} to {'less than ' if interval.high_open else ''}{_number(high, digits)}"


def _number(value: float | None, digits: int) -> str:
    return "" if value is None else f"{float(f'{value:.{digits}g}'):,.10g}"
