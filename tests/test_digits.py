from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.rules.comparison.digits import digits_of, is_telling


@pytest.mark.parametrize(("value", "digits"), [(45, "45"), (4500, "45"), (0.045, "45"), (300, "3"), (7, "7"), (0, "")])
def test_zeros_are_left_out(value: float, digits: str) -> None:
    assert digits == digits_of(value)


@given(st.integers(1, 10**7), st.integers(0, 4))
def test_a_power_of_ten_changes_nothing(value: int, power: int) -> None:
    assert digits_of(value) == digits_of(value * 10**power)


def test_one_digit_tells_nothing() -> None:
    assert is_telling(118)
    assert not is_telling(200)
