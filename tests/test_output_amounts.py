from __future__ import annotations

import pytest

from crosstally.output.amounts import money, number, units


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (4_200_000_000, "dollar", "$4.2 billion"),
        (4_110_000_000, "dollar", "$4.11 billion"),
        (-90_000_000, "dollar", "-$90 million"),
        (25, "cent per share", "25 cents per share"),
        (1.21, "dollar per share", "$1.21 per share"),
        (1, "canadian dollar", "1 canadian dollar"),
        (3_000, "canadian dollar", "3,000 canadian dollars"),
    ],
)
def test_money_as_people_write_it(value: float, unit: str, expected: str) -> None:
    assert expected == money(value, unit)


def test_a_number_that_four_digits_do_not_say_is_written_out() -> None:
    assert ["2.1 billion", "1,234,567", "12"] == [number(value) for value in (2.1e9, 1_234_567, 12)]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1, "metre", "metre"),
        (3, "metre", "metres"),
        (3.8, "metric ton", "metric tons"),
        (60, "mile per hour", "miles per hour"),
        (30, "degree Celsius", "degrees Celsius"),
        (6, "foot", "feet"),
        (2, "square foot", "square feet"),
        (2, "square kilometre", "square kilometres"),
        (5, "percentage point", "percentage points"),
    ],
)
def test_a_unit_behind_a_number(value: float, unit: str, expected: str) -> None:
    assert expected == units(value, unit)
