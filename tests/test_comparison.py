from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import interval, told

from crosstally.facts.intervals import Interval
from crosstally.rules.comparison.comparison import agree, falls, in_unit_of, updates
from crosstally.rules.comparison.order import is_before

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

DOZENS = Interval(None, 24, 99, bound="vague")
HUNDREDS = Interval(None, 200, 999, bound="vague")


def length(quote: str, value: float, unit: str) -> Fact:
    return told("a", quote, value, "distance", text=f"It lies {quote} away.", unit=unit, dimension="length")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (interval(12), interval(12)),
        (interval(12, "at_least"), interval(15)),
        (interval(100, "more_than"), interval(100)),
        (DOZENS, interval(15)),
        (HUNDREDS, interval(100)),
        (interval(600, "about"), interval(612)),
        (interval(600), interval(612)),
        (interval(14_000), interval(14_000, "more_than")),
    ],
)
def test_figures_that_agree(a: Interval, b: Interval) -> None:
    assert agree(told("a", "so many", a), told("b", "so many", b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (interval(90), interval(100, "more_than")),
        (interval(10), interval(12)),
        (DOZENS, interval(11)),
        (interval(600), interval(650)),
        (interval(160_000), interval(170_000, "more_than")),
        (interval(0), interval(1, "at_least")),
    ],
)
def test_figures_that_exclude_each_other(a: Interval, b: Interval) -> None:
    assert not agree(told("a", "so many", a), told("b", "so many", b))


def test_units_are_converted() -> None:
    assert agree(length("34 miles", 34, "mile"), length("55 km", 55, "kilometre"))
    assert agree(length("200 ft", 200, "foot"), length("60 m", 60, "metre"))
    assert not agree(length("200 ft", 200, "foot"), length("200 m", 200, "metre"))


def test_in_unit_of_converts_every_bound() -> None:
    miles = told("a", "10 miles", interval(10, "at_least"), unit="mile", dimension="length")
    converted = in_unit_of(miles, length("1 km", 1, "kilometre"))
    assert converted.low == pytest.approx(16.09344)
    assert converted.high is None


def test_few_percent_are_rounded_to_the_whole() -> None:
    percent = {"unit": "percentage", "dimension": "dimensionless"}
    six, finer, coarser = (told("a", f"{n} percent", n, measure="percent", **percent) for n in (6, 6.4, 6.6))
    assert [True, False] == [agree(six, finer), agree(six, coarser)]


def test_what_lies_halfway_is_rounded_to_one_of_two_neighbours() -> None:
    minutes = {"unit": "minute", "dimension": "time"}
    one, other, finer = (told("a", f"{n} minutes", n, measure="duration", **minutes) for n in (36, 37, 36.4))
    assert [False, True] == [agree(one, other), agree(one, finer)]


def test_ages_are_not_rounded() -> None:
    assert not agree(told("a", "20", 20, "age"), told("b", "21", 21, "age"))


def test_birthdays_come_between_reports() -> None:
    spring, autumn = (
        told(name, "35", age, "age", day=day) for name, age, day in (("a", 35, "2024-04-22"), ("b", 36, "2024-09-23"))
    )
    assert agree(spring, autumn)
    assert not agree(spring, told("c", "36", 36, "age", day="2024-04-24"))
    assert not agree(spring, told("d", "38", 38, "age", day="2024-09-23"))


def test_whoever_is_now_of_an_age_was_younger_in_a_report_without_a_date() -> None:
    undated, now = told("a", "58", 58, "age"), told("b", "64", 64, "age", day="2024-04-22", trend="up")
    assert agree(undated, now)
    assert agree(now, undated)
    assert not agree(now, told("c", "66", 66, "age"))
    assert not agree(undated, told("d", "64", 64, "age", day="2024-04-22"))


def test_a_later_higher_toll_is_an_update_and_a_lower_one_falls() -> None:
    monday, tuesday = told("a", "8 people", 8, day="2024-05-06"), told("b", "11 people", 11, day="2024-05-07")
    assert updates(monday, tuesday)
    assert not falls(monday, tuesday)
    monday, tuesday = told("a", "11 people", 11, day="2024-05-06"), told("b", "8 people", 8, day="2024-05-07")
    assert not updates(monday, tuesday)
    assert falls(monday, tuesday)


def test_the_missing_may_become_fewer() -> None:
    monday = told("a", "11 people", 11, "missing", day="2024-05-06")
    tuesday = told("b", "8 people", 8, "missing", day="2024-05-07")
    assert updates(monday, tuesday)
    assert not falls(monday, tuesday)


def test_a_plain_count_of_the_same_people_is_updated_like_the_toll() -> None:
    monday = told("a", "240 patients", 240, "count", day="2024-05-06")
    assert updates(monday, told("b", "252 patients", 252, "hospitalised", day="2024-05-07"))
    assert not updates(monday, told("b", "252 patients", 252, "count", day="2024-05-07"))


def test_without_dates_nothing_is_an_update() -> None:
    assert not updates(told("a", "8 people", 8), told("b", "11 people", 11, day="2024-05-07"))


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_agreement_goes_both_ways(a: int, b: int) -> None:
    one, other = told("a", "so many", a), told("b", "so many", b)
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2025-05-28", "2025-05-29", True),
        ("2025-05-28T19:15", "2025-05-28T21:40", True),
        ("2025-05-28", "2025-05-28T21:40", None),
        ("2025-05-28T09:00", "2025-05-28", None),
        ("2025-05-28T21:40", "2025-05-29", True),
    ],
)
def test_which_of_a_day_and_a_time_of_that_day_came_first_is_not_known(
    first: str, second: str, *, expected: bool | None
) -> None:
    assert expected == is_before(told("a", "12", 12, as_of=first), told("b", "15", 15, as_of=second))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2031-05-14", "2031-05-15", True),
        ("2031-05-14", "2031-05-14", False),
        ("2031-05-14", "2031-05-14T09:00", None),
        ("2031-05-14T08:00", "2031-05-14T09:00", True),
    ],
)
def test_the_order_of_two_reports_of_one_day_takes_both_hours(
    first: str, second: str, *, expected: bool | None
) -> None:
    assert expected == is_before(told("a", "12", 12, day=first), told("b", "15", 15, day=second))


@pytest.mark.parametrize(
    ("counted", "printed", "expected"),
    [
        ("2031-05-13", "2031-05-14", True),
        ("2031-05-15", "2031-05-14", False),
        ("2031-05-14", "2031-05-14", None),
        (None, "2031-05-14", None),
    ],
)
def test_the_day_of_a_count_stands_for_a_date_that_its_report_lacks(
    counted: str | None, printed: str, *, expected: bool | None
) -> None:
    assert expected == is_before(told("a", "12", 12, as_of=counted), told("b", "15", 15, day=printed))


@pytest.mark.parametrize("counted", ["2031-05-13T09:00", "2031-05-13T99:00", "2031-05-13T09:00/2031-05-14"])
def test_of_an_hour_that_no_clock_shows_the_day_is_left(counted: str) -> None:  # as a table of facts may have it
    assert is_before(told("a", "12", 12, as_of=counted), told("b", "15", 15, day="2031-05-14"))
