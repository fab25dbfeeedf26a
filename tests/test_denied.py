"""Numbers that somebody denies beside the one that holds, and one of a measure that is defined."""

from __future__ import annotations

import pytest
from found import numbers


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("She is 40, not 45.", [40]),
        ("He's 32, friends, not 38.", [32]),
        ("The tower is 60 m, not 50.", [60]),
        ("One lot is 32 shares.", [32]),
        ("One crate holds 12 bottles, and one barrel holds 159 litres.", [12, 159]),
        ("We were told, and one mile is 1.6 km.", [1.6]),
    ],
)
def test_what_is_denied_or_defined_is_no_figure(sentence: str, held: list[float]) -> None:
    assert held == numbers(sentence)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It killed 12, not 14.", [12, 14]),
        ("They met 12 cooks, not 14 guards.", [12, 14]),
        ("They are not 12 but 14.", [12, 14]),
        ("One man is 32.", [1, 32]),
        ("One house is 20 metres off.", [1, 20]),
    ],
)
def test_what_happened_to_others_is_told(sentence: str, told: list[float]) -> None:
    assert told == numbers(sentence)
