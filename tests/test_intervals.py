from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.errors import IntervalError
from crosstally.facts.intervals import Ends, Interval, exactly

_GRID = [
    step / 2 for step in range(-12, 13)
]  # half steps, so that an open interval of integers is never empty by chance


def holds(interval: Interval, value: float) -> bool:
    above = interval.low is None or interval.low < value or (interval.low == value and not interval.low_open)
    below = interval.high is None or value < interval.high or (interval.high == value and not interval.high_open)
    return above and below


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Non-empty intervals with whole ends inside the grid."""
    low = draw(st.none() | st.integers(-5, 5))
    high = draw(st.none() | st.integers(-5 if low is None else low, 5))
    point = low is not None and low == high
    return Interval(
        None,
        low,
        high,
        low_open=draw(st.just(value=False) if point else st.booleans()),
        high_open=draw(st.just(value=False) if point else st.booleans()),
        bound="range",
    )


@given(intervals(), intervals())
def test_two_intervals_meet_where_some_value_is_in_both(one: Interval, other: Interval) -> None:
    assert any(holds(one, value) and holds(other, value) for value in _GRID) == one.meets(other)


@given(intervals(), intervals())
def test_meeting_is_symmetric(one: Interval, other: Interval) -> None:
    assert one.meets(other) == other.meets(one)


@given(st.integers(-5, 5), intervals())
def test_an_exact_figure_meets_what_holds_it(value: int, other: Interval) -> None:
    assert holds(other, value) == exactly(value).meets(other)


def test_every_interval_meets_one_without_bounds() -> None:
    anything = Interval(None, None, None)
    for low, high in product((None, 3.0), (None, 4.0)):
        assert anything.meets(Interval(None, low, high))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Interval(12, 12, None, bound="at_least"), exactly(12), True),
        (Interval(12, 12, None, low_open=True, bound="more_than"), exactly(12), False),
        (Interval(12, 12, None, bound="at_least"), exactly(11), False),
        (Interval(50, 0, 50, bound="at_most"), exactly(12), True),
        (Interval(100, 90, 110, bound="about"), Interval(None, 110, 120, bound="range"), True),
        (Interval(100, 90, 100, high_open=True, bound="about"), exactly(100), False),
    ],
)
def test_reported_figures(one: Interval, other: Interval, meet: bool) -> None:  # noqa: FBT001 - a column of the table
    assert meet == one.meets(other)


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open"),
    [(2.0, 1.0, False, False), (1.0, 1.0, True, False), (1.0, 1.0, False, True), (0.0, 0.0, True, True)],
)
def test_an_interval_without_a_value_cannot_be_built(
    low: float, high: float, *, low_open: bool, high_open: bool
) -> None:
    with pytest.raises(IntervalError, match="no value is in the interval"):
        Interval(None, low, high, low_open, high_open, "range")


def test_what_meets_several_intervals_may_end_before_it_begins() -> None:
    assert not Interval(5, 5, 5).meets(Ends(6, 4))
    assert Ends(None, None).meets(Ends(4, None))
    assert Ends(1, 4).meets(Interval(4, 4, 4))
