"""The verb "number", behind which a count stands."""

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wounded number 79.", [79]),
        ("Those displaced number 1,250.", [1250]),
        ("Dwellings wholly ruined number 3,100.", [3100]),
        ("They number 30.", [30]),
        ("It hits number 8.", []),
        ("It topped the charts and reached number three there.", []),
        ("Call number 79.", []),
        ("The phone number 79 is dead.", []),
        ("The called number 112 was busy.", []),
    ],
)
def test_a_count_behind_the_verb(text: str, expected: list[float]) -> None:
    assert expected == [fact.interval.value for fact in extract_facts(Document("a", text, "The Example"))]


def test_a_count_of_those_who_are_known_is_no_name() -> None:
    assert [12] == [
        fact.interval.value for fact in extract_facts(Document("a", "At Elm 12 of us drowned.", "The Example"))
    ]
