from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def test_what_people_react_to_is_of_an_earlier_event() -> None:
    facts = extract_facts(Document("d", "Residents protested after a girl was killed.", "Alder Gazette"))
    assert [("a girl", "earlier")] == [(fact.quote, fact.about) for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police held a man.\nHe is accused of killing nine clerks.", "earlier"),
        ("A guard of the inn is accused of killing nine clerks.", None),
        ("Police charged the man suspected of killing nine clerks.", None),
        ("Troops shot a rebel accused of killing nine clerks.", "earlier"),
        ("A jury found Bo Vell guilty.\nHe is accused of killing nine clerks.", None),
        ("Guards closed the scene of an officer-involved shooting, following a raid that killed nine clerks.", None),
        ("The trial began.\nResidents marched after nine clerks were killed.", "earlier"),
    ],
)
def test_a_report_of_a_trial_tells_of_the_deed_that_the_court_hears(text: str, expected: str | None) -> None:
    facts = extract_facts(Document("d", text, "Alder Gazette"))
    assert [expected] == [fact.about for fact in facts if fact.interval.value == 9]
