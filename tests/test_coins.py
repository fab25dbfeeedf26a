"""Coins are compared in the currency that they are of."""

from __future__ import annotations

import pytest
from told import told

from crosstally.facts.numbers.units import surfaces
from crosstally.rules.comparison.coins import coins, currency_of, worth
from crosstally.rules.comparison.comparison import agree


@pytest.mark.parametrize("name", coins())
def test_so_many_of_a_coin_make_one_of_its_currency(name: str) -> None:
    coin = coins()[name]
    assert {name, coin.of} <= {unit.name for unit in surfaces().values()}
    many = told("a", "so many", coin.makes_one, "money", unit=name, dimension="currency")
    one, other = (told("b", "one", n, "money", unit=coin.of, dimension="currency") for n in (1, 2))
    assert [True, False] == [agree(many, one), agree(many, other)]


def test_a_rate_is_compared_in_the_currency_of_its_coin() -> None:
    assert ["dollar per share", "euro per share", "dollar"] == [
        currency_of(unit) for unit in ("cent per share", "euro per share", "cent")
    ]
    assert worth("euro") is None
