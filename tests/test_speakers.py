from __future__ import annotations

import pytest
from told import told

from crosstally.rules.comparison.speakers import speaker_of


@pytest.mark.parametrize(
    ("speaker", "voice"),
    [
        ("The Health Ministry", "health ministry"),
        ("health ministry", "health ministry"),
        ("Ana Ruiz", "ana ruiz"),
        ("officials", None),
        ("local officials", None),
        ("a spokesman", None),
        (None, None),
    ],
)
def test_who_can_be_meant_twice(speaker: str | None, voice: str | None) -> None:
    assert voice == speaker_of(told("a", "12 people", 12, speaker=speaker))
