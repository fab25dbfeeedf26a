"""The axis that all claims on one quantity are drawn on, and where a figure stands on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.intervals import Interval

_MARGIN = 0.06  # of the axis, free on both sides
_OPEN = 0.18  # the same on a side where some figure goes on
_FINEST = 1e-9
_STEPS = (1.0, 2.0, 5.0, 10.0)
_MOST_TICKS = 5
_FULL = 10_000_000  # larger numbers are written in short
_SHORT = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis.

    Attributes:
        at: Where, in percent of the axis.
        label: What it says.
    """

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear axis from `low` to `high`, which differ."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Where a value stands, in percent of the axis; 0 or 100 for what lies outside."""
        share = value / 2 - self.low / 2  # halves, so that the largest floats do not overflow
        return round(min(max(100 * share / (self.high / 2 - self.low / 2), 0.0), 100.0), 2)

    def ticks(self) -> list[Tick]:
        """Round numbers along the axis."""
        size = self.high / 2 - self.low / 2
        rough = max(2 * (size / _MOST_TICKS), _FINEST * max(abs(self.low), abs(self.high)))
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(power * step for step in _STEPS if power * step >= rough or step == _STEPS[-1])
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        return [Tick(self.at(n * step), short(n * step)) for n in range(first, last + 1)]


def scale_of(intervals: Sequence[Interval]) -> Scale:
    """An axis that shows every bound, and has room for an arrow on a side where some figure is open."""
    values = sorted(value for interval in intervals for value in _bounds(interval))
    least, most = (values[0], values[-1]) if values else (0.0, 1.0)
    size = max(most - least or abs(most), _FINEST)
    opens_down = any(is_ceiling(interval) or interval.low is None for interval in intervals)
    low = least - size * (_OPEN if opens_down else _MARGIN)
    high = most + size * (_OPEN if any(interval.high is None for interval in intervals) else _MARGIN)
    return Scale(0.0 if low < 0 <= least else low, high)


def is_ceiling(interval: Interval) -> bool:
    """Whether the figure is "at most 12" or the like, which says nothing of the zero it reaches down to."""
    return interval.bound in {"at_most", "less_than"} and interval.low == 0


def _bounds(interval: Interval) -> list[float]:
    ends = (None if is_ceiling(interval) else interval.low, interval.high, interval.value)
    return [end for end in ends if end is not None]


def short(value: float) -> str:
    """A number for an axis: "45,000", "2.4 bn"."""
    for size, name in _SHORT:
        if abs(value) >= max(size, _FULL):
            return f"{value / size:,.4g} {name}"
    return f"{value:,.6g}" if abs(value) < 1e5 else f"{value:,.0f}"  # noqa: PLR2004 - below, six digits say it all
