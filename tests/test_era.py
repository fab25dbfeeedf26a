from __future__ import annotations

import pytest
from told import told

from crosstally.rules.comparison.era import days_of, era_of


@pytest.mark.parametrize(
    ("event_time", "era"),
    [
        (None, None),
        ("2024-05-05", None),
        ("2024-05-01/2024-05-05", None),
        ("2024", "2024"),
        ("2024-04", "2024-04"),
        ("1983/2005", "1983/2005"),
        ("2023-11-02", "2023"),
    ],
)
def test_months_years_and_what_is_long_past_are_another_time(event_time: str | None, era: str | None) -> None:
    assert era == era_of(told("a", "12", 12, day="2024-05-06", event_time=event_time))


def test_without_a_date_a_day_is_the_events_own() -> None:
    assert era_of(told("a", "12", 12, event_time="2004-12-26")) is None


def test_days_sort_around_what_they_span() -> None:
    year, day = days_of("2024"), days_of("2024-02-29")
    assert year is not None
    assert day is not None
    assert year[0] < day[0] <= day[1] < year[1]
    assert days_of(None) is None
