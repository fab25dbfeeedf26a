"""Coins and the currency they are of: "94 cents a share" is held against "$0.95 a share"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Coin(NamedTuple):
    """A coin.

    Attributes:
        of: The name of the unit that some of them make: "dollar".
        makes_one: How many make one of it.
    """

    of: str
    makes_one: float


@cache
def currency_of(unit: str) -> str:
    """The unit of money that a unit is compared in: "dollar per share" of "cent per share", else itself."""
    name, per, what = unit.partition(" per ")
    coin = coins().get(name)
    return unit if coin is None else f"{coin.of}{per}{what}"


def worth(unit: str) -> float | None:
    """What one of a coin is worth, in the currency that it is of; None of what is no coin."""
    coin = coins().get(unit.partition(" per ")[0])
    return None if coin is None else 1 / coin.makes_one


@cache
def coins() -> dict[str, Coin]:
    """The coins by their names."""
    text = files("crosstally.rules").joinpath("data/coins.toml").read_text(encoding="utf-8")
    return {name: Coin(**entry) for name, entry in tomllib.loads(text).items()}
