from __future__ import annotations

import pytest
from told import told

from crosstally.rules.alignment.period import period_of


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Shelling killed 5 people in the past 24 hours.", "in the past 24 hours"),
        ("Over the last week, 5 people were killed.", "over the last week"),
        ("Rockets killed 5 people on Monday alone.", "on monday alone"),
        ("Five strikes killed 5 people in a single night.", "in a single night"),
        ("Shelling killed 5 people overnight.", None),
        ("Shelling killed 5 people on Monday.", None),
        ("In the past 24 hours shells fell, bringing the dead to 5 people.", None),
        ("Shells hurt two in the past 24 hours and killed 5 people in all.", None),
    ],
)
def test_the_time_that_rolls_on(text: str, period: str | None) -> None:
    assert period == period_of(told("a", "5 people", 5, text=text))
