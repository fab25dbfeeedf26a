from __future__ import annotations

import pytest
from told import told

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.rules.comparison.comparison import falls, updates


@pytest.mark.parametrize(
    ("text", "superseded"),
    [
        ("Police initially said 14 people were killed.", ["14 people"]),
        ("The mayor had originally put the death toll at 14.", ["14"]),
        ("In initial reports, nine people were said to be hurt.", ["nine people"]),
        ("At first, nine people were reported killed.", ["nine people"]),
        ("Officials earlier said 14 people were killed, but later put the toll at 12.", ["14 people"]),
        ("Twelve people were killed, not 14 as previously reported.", ["14"]),
        ("Twelve people were killed, down from the 14 first reported.", ["14"]),
        ("Twelve people were killed, the police said on Monday.", []),
        ("The first report of the blast came at noon; it killed 12 people.", []),
        ("Rescuers, who had first searched the river, said 12 people were killed.", []),
    ],
)
def test_a_report_says_what_is_no_longer_true(text: str, superseded: list[str]) -> None:
    facts = extract_facts(Document(doc_id="a.txt", source="a", text=text))
    assert facts
    assert superseded == [fact.quote for fact in facts if fact.superseded]


def test_what_is_no_longer_true_is_updated_and_falls_to_nothing() -> None:
    was = told("a", "14 people", 14, text="Police initially said 14 people were killed.", day="2024-05-06")
    now = told("b", "12 people", 12, day="2024-05-08")
    assert updates(was, now)
    assert not updates(now, was)
    assert not falls(was, now)
