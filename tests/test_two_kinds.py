"""People of two kinds that one number counts."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("The jet carried 188 passengers and crew.", "person"),
        ("The study followed 400 men and women for a year.", "person"),
        ("The jet carried 181 passengers and 7 crew.", "passenger"),
        ("Twelve soldiers and rebels fled.", "soldier"),
    ],
)
def test_a_number_of_two_kinds_of_people_counts_people(sentence: str, counted: str) -> None:
    first, *_ = extract_facts(Document("a", sentence, "a"))
    assert counted == first.counted
