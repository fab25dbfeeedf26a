"""A figure as an interval: the number as written, the bounds its hedge gives it, and which of them are open."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Literal, NamedTuple

from crosstally.errors import IntervalError

Bound = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague"]
FLOORS: frozenset[Bound] = frozenset({"at_least", "more_than"})
"""The bounds that leave a figure open above."""


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

    Raises:
        IntervalError: No value is in it.
    """

    value: float | None
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    bound: Bound = "exact"

    def __post_init__(self) -> None:
        """Refuse an interval without a value, which would be a fact that nothing can be."""
        if self.low is None or self.high is None or self.low < self.high:
            return
        if self.low > self.high or self.low_open or self.high_open:
            ends = f"{'(' if self.low_open else '['}{self.low}, {self.high}{')' if self.high_open else ']'}"
            raise IntervalError(f"no value is in the interval {ends}", allowed="low below high, or one value")

    @property
    def least(self) -> float:
        """The low end; minus infinity where there is none."""
        return -inf if self.low is None else self.low

    @property
    def most(self) -> float:
        """The high end; infinity where there is none."""
        return inf if self.high is None else self.high

    def meets(self, other: Interval | Ends) -> bool:
        """Whether some value is allowed by both."""
        return _reaches(self, other) and _reaches(other, self)


class Ends(NamedTuple):
    """What an interval must meet to meet each of several: from their highest low to their lowest high.

    Where two of them do not meet each other, it ends before it begins.
    """

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval | Ends) -> bool:
        """Whether what meets all the intervals of the one can meet all those of the other."""
        return _reaches(self, other) and _reaches(other, self)

    def and_of(self, other: Interval) -> Ends:
        """What an interval must meet to meet another one too."""
        lows = [(one.low, one.low_open) for one in (self, other) if one.low is not None]
        highs = [(one.high, not one.high_open) for one in (self, other) if one.high is not None]
        low, low_open = max(lows, default=(None, False))
        high, is_closed = min(highs, default=(None, True))
        return Ends(low, high, low_open, not is_closed)


def exactly(value: float) -> Interval:
    """The interval of one value."""
    return Interval(value, value, value)


def _reaches(one: Interval | Ends, other: Interval | Ends) -> bool:
    """Whether `one` begins before `other` ends, or where it ends when both own that value."""
    if one.low is None or other.high is None:
        return True
    return one.low < other.high or (one.low == other.high and not one.low_open and not other.high_open)
