"""A figure given with its ends: a best, a low and a high column, or some of them."""

from __future__ import annotations

from crosstally.facts.intervals import Interval


def interval_of(value: float | None, low: float | None, high: float | None) -> Interval | None:
    """The interval of a figure; None where nothing is given, or where the ends are the wrong way round."""
    given = [end for end in (low, value, high) if end is not None]
    if not given or given != sorted(given):
        return None
    if value is not None:
        ends = given[0], given[-1]
        return Interval(value, *ends, bound="exact" if ends[0] == ends[1] else "about")
    if low is None:
        return Interval(high, 0.0, high, bound="at_most")
    if high is None:
        return Interval(low, low, None, bound="at_least")
    return Interval(None, low, high, bound="range") if low < high else Interval(low, low, high)
