"""A claim drawn as a bar: where it begins and ends on the axis, and what it looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.facts.intervals import Interval
    from crosstally.output.page.scale import Scale


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, in percent of an axis.

    Attributes:
        low: Where it begins.
        high: Where it ends; the same place for an exact figure.
        value: Where the number stands that was written; None for a range or a vague word.
        opens_down: Whether it goes on below the axis.
        opens_up: Whether it goes on above the axis.
        is_vague: Whether it stands for a word such as "dozens".
    """

    low: float
    high: float
    value: float | None
    opens_down: bool
    opens_up: bool
    is_vague: bool


def bar_of(interval: Interval, scale: Scale) -> Bar:
    """The bar of a figure; a bound that lies outside the axis is an open side."""
    opens_down = interval.low is None or interval.low < scale.low
    opens_up = interval.high is None or interval.high > scale.high
    return Bar(
        low=0.0 if interval.low is None else scale.at(interval.low),
        high=100.0 if interval.high is None else scale.at(interval.high),
        value=None if interval.value is None else scale.at(interval.value),
        opens_down=opens_down,
        opens_up=opens_up,
        is_vague=interval.bound == "vague",
    )
