"""The figures of two claims themselves: how much they tell, how they are written, of what dimension they are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crosstally.rules.alignment.setting import SAME, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.setting import Compare, Level, Setting

_SINGLE, _FEW = 2, 3  # digits that tell of themselves; up to which number there are such of everything
_TEN = 10


def _dimension(a: Claim, b: Claim, _: Setting) -> Level:
    if a.fact.measure == "age":
        return SAME, "age"
    return (
        SAME,
        f"count of {'people' if a.is_of_people and b.is_of_people else 'things'}"
        if a.fact.dimension == "count"
        else "measured",
    )


def _figure(a: Claim, _b: Claim, _: Setting) -> Level:
    """How much the figure itself tells: there are twos and threes of everything."""
    value = abs(a.fact.interval.value or 0.0)
    digits = _digits(value)
    if digits >= _SINGLE:
        return UNKNOWN, "two digits" if digits == _SINGLE else "three digits or more"
    if a.fact.dimension == "count" and value <= _FEW:
        return UNKNOWN, "one" if value == 1 else "none" if value == 0 else "two or three"
    return UNKNOWN, "a digit" if value < _TEN else "round"


@lru_cache(maxsize=2**12)
def _digits(value: float) -> int:
    """How many digits a figure has that tell of it: of 1,500 two."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _written(a: Claim, b: Claim, _: Setting) -> Level:
    if (a.fact.interval.low, a.fact.interval.high, a.fact.unit) == (
        b.fact.interval.low,
        b.fact.interval.high,
        b.fact.unit,
    ):
        return SAME, "alike"
    return UNKNOWN, "with another hedge" if a.has_figure_of(b) else "as figures that meet"


def _rarity(a: Claim, _b: Claim, setting: Setting) -> Level:
    return UNKNOWN, setting.rarity(a)


DIMENSION: Mapping[str, Compare] = {"dimension": _dimension}
"""The one slot of a figure that tells without its value."""

FIGURES: Mapping[str, Compare] = {"figure": _figure, "written": _written, "rarity": _rarity}
"""By its name, what compares two figures; left out where they exclude each other."""
