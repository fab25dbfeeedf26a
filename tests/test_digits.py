from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.rules.comparison.digits import (
    digits_of,
    is_long_mistyped,
    is_mistyped,
    is_rounded,
    is_swapped,
    is_telling,
    slips_of,
)


@pytest.mark.parametrize(("value", "digits"), [(45, "45"), (4500, "45"), (0.045, "45"), (300, "3"), (7, "7"), (0, "")])
def test_zeros_are_left_out(value: float, digits: str) -> None:
    assert digits == digits_of(value)


@given(st.integers(1, 10**7), st.integers(0, 4))
def test_a_power_of_ten_changes_nothing(value: int, power: int) -> None:
    assert digits_of(value) == digits_of(value * 10**power)


def test_one_digit_tells_nothing() -> None:
    assert is_telling(118)
    assert not is_telling(200)


@pytest.mark.parametrize(("a", "b"), [(1280, 1820), (78, 87), (212, 312), (45, 4500), (3.4, 4.3), (1806, 1860)])
def test_one_slip_of_the_hand_makes_one_figure_the_other(a: float, b: float) -> None:
    assert is_mistyped(a, b)
    assert is_mistyped(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (24, 27),
        (5, 50),
        (212, 212),
        (212, 321),
        (1199, 19.99),
        (150, 220),
        (0, 45),
        (212, 2120.5),
        (450, 451),
        (18600, 1806),
    ],
)
def test_other_figures_are_not_one_mistyped(a: float, b: float) -> None:
    assert not is_mistyped(a, b)
    assert not is_mistyped(b, a)


@pytest.mark.parametrize(("a", "b"), [(147e6, 174e6), (212, 221), (96.2, 92.6), (1340, 1430), (714, 741)])
def test_two_digits_of_three_changed_places(a: float, b: float) -> None:
    assert is_swapped(a, b)
    assert set(slips_of(a)) & set(slips_of(b))


@pytest.mark.parametrize(("a", "b"), [(46, 64), (14, 104), (212, 213), (147, 1740), (147, 147), (0, 147), (123, 231)])
def test_no_two_digits_of_three_changed_places(a: float, b: float) -> None:
    assert not is_swapped(a, b)


@pytest.mark.parametrize(("a", "b"), [(41, 41.2), (1140, 1100), (45.2, 45), (2.41, 2.4)])
def test_a_figure_and_the_same_rounded(a: float, b: float) -> None:
    assert is_rounded(a, b)
    assert is_rounded(b, a)


@pytest.mark.parametrize(("a", "b"), [(41, 41.6), (612, 600), (41, 41), (41, 412), (0, 0.4)])
def test_other_figures_are_not_one_rounded(a: float, b: float) -> None:
    assert not is_rounded(a, b)
    assert not is_rounded(b, a)


@pytest.mark.parametrize(("a", "b"), [(1316, 1361), (19806, 19608), (1806, 1860), (9127, 9129), (1340, 13400)])
def test_a_slip_of_a_long_figure_shares_digits_with_it(a: float, b: float) -> None:
    assert is_long_mistyped(a, b)
    assert set(slips_of(a)) & set(slips_of(b))


@pytest.mark.parametrize(("a", "b"), [(45000, 54000), (812, 182), (1316, 1402), (0, 1316)])
def test_short_or_round_figures_are_no_long_ones_mistyped(a: float, b: float) -> None:
    assert not is_long_mistyped(a, b)
