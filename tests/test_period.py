from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Shelling killed 5 people in the past 24 hours.", "in the past 24 hours"),
        ("Over the last week, 5 people were killed.", "over the last week"),
        ("Rockets killed 5 people on Monday alone.", "on monday alone"),
        ("Five strikes killed 5 people in a single night.", "in a single night"),
        ("Shelling killed 5 people overnight.", None),
        ("Shelling killed 5 people on Monday.", None),
        ("In the past 24 hours shells fell, bringing the dead to 5 people.", "in all"),
        ("Shells hurt two in the past 24 hours and killed 5 people in all.", "in all"),
    ],
)
def test_the_time_that_rolls_on(text: str, period: str | None) -> None:
    facts = extract_facts(Document("a.txt", text, "a"))
    assert [period] == [fact.period for fact in facts if fact.quote == "5 people"]
