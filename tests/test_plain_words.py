from __future__ import annotations

import pytest

from crosstally.facts.intervals import Interval, exactly
from crosstally.rules.plain_words import in_plain_words


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (exactly(1200), "exactly 1,200"),
        (exactly(0), "exactly 0"),
        (Interval(12, 12, None), "12 or more"),
        (Interval(100, 100, None, low_open=True), "more than 100"),
        (Interval(20, 0, 20), "20 or less"),
        (Interval(20, None, 20), "20 or less"),
        (Interval(20, 0, 20, high_open=True), "less than 20"),
        (Interval(None, 24, 99), "24 to 99"),
        (Interval(50, 45, 50, high_open=True), "45 to less than 50"),
        (Interval(50, 45, 50, low_open=True), "more than 45 to 50"),
        (Interval(None, None, None), "any number"),
        (Interval(2.5, -2.5, -2.5), "exactly -2.5"),
    ],
)
def test_intervals_are_said_in_plain_words(interval: Interval, words: str) -> None:
    assert words == in_plain_words(interval)
