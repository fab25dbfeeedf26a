"""A figure as an interval: the number as written, the bounds its hedge gives it, and which of them are open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Bound = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of values that a figure allows.

    Attributes:
        value: The number as written ("at least 12" -> 12); None for a range or a vague word.
        low: Smallest allowed value; None is unbounded.
        high: Largest allowed value; None is unbounded.
        low_open: Whether `low` itself is excluded.
        high_open: Whether `high` itself is excluded.
        bound: The hedge.
    """

    value: float | None
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    bound: Bound = "exact"

    def meets(self, other: Interval) -> bool:
        """Whether some value is allowed by both."""
        return _reaches(self, other) and _reaches(other, self)


def exactly(value: float) -> Interval:
    """The interval of one value."""
    return Interval(value, value, value)


def _reaches(one: Interval, other: Interval) -> bool:
    """Whether `one` begins before `other` ends, or where it ends when both own that value."""
    if one.low is None or other.high is None:
        return True
    return one.low < other.high or (one.low == other.high and not one.low_open and not other.high_open)
