"""Numbers and amounts as people write them: "2.1 billion", "$4.2 billion", "25 cents per share"."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from crosstally.output.titles import plural

if TYPE_CHECKING:
    from crosstally.rules.quantity import Quantity

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SIGNS = {"dollar": "$", "euro": "€", "pound sterling": "£"}


def number(value: float) -> str:
    """A number; one in the millions that four digits say as "2.1 billion", which fits into a column."""
    size, name = next(((size, name) for size, name in _SCALES if abs(value) >= size), (1.0, ""))
    is_short = name != "" and math.isclose(float(f"{value / size:.4g}") * size, value, rel_tol=1e-12)
    return f"{value / size:,.4g} {name}" if is_short else f"{value:,.10g}"


def is_money(quantity: Quantity) -> bool:
    """Whether a quantity is of money."""
    return any(fact.dimension == "currency" for fact in quantity.facts)


def money(value: float, unit: str) -> str:
    """An amount of money, with the sign of its currency where there is one."""
    name, per, what = unit.partition(" per ")
    if name in _SIGNS:
        return f"{'-' if value < 0 else ''}{_SIGNS[name]}{number(abs(value))}{per}{what}"
    return f"{number(value)} {units(value, unit)}"


def units(value: float, unit: str) -> str:
    """The name of a unit behind a number: "metre", "metric tons", "miles per hour", "degrees Celsius"."""
    name, per, what = unit.partition(" per ")
    if value == 1:
        return unit
    first, space, scale = name.partition(" ")
    many = f"{_many(first)} {scale}" if space and scale[0].isupper() else _many(name)
    return f"{many}{per}{what}"


def _many(name: str) -> str:
    return name if name.endswith(("s", "hertz")) else plural(name)
