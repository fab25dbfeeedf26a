from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import tells_of_one

COUNTED = "Three people were hurt."


def singles(text: str, title: str = "") -> list[tuple[str, str]]:
    document = Document("d", f"{COUNTED} {text}", "Alder Gazette", title=title or None)
    return [(fact.quote, fact.measure) for fact in extract_facts(document) if tells_of_one(fact)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A guard was killed.", [("A guard", "killed")]),
        ("A man and two women were killed.", [("A man", "killed")]),
        ("The blast killed a teacher and a driver.", [("a teacher and a driver", "killed")]),
        ("Two women died and a third was injured.", [("a third", "injured")]),
        ("A third co-worker was wounded.", [("co-worker", "injured")]),
        ("Another was critically wounded.", [("Another", "injured")]),
        ("A 10-year-old girl was killed.", [("girl", "killed")]),
        ("He killed a 19-year-old.", [("a 19-year-old", "killed")]),
        ("He killed his wife and wounded her sister.", [("his wife", "killed"), ("her sister", "injured")]),
        ("He killed four neighbours and himself.", [("himself", "killed")]),
        ("He fled before taking his own life.", [("taking his own life", "killed")]),
        ("The gunman was killed by a guard.", [("The gunman", "killed")]),
        ("The driver was killed.", [("The driver", "killed")]),
        ("A judge questioned a man.", []),
        ("He shot himself in the foot.", []),
        ('"It nearly killed us," said a woman.', []),
        ("The killing of a teenager led to protests.", []),
        ("A third of the miners died.", []),
        ("A fire could kill a child.", []),
    ],
)
def test_one_person_told_of_without_a_number(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == singles(text)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Man killed, 3 injured", [("Man", "killed")]),
        ("Police: 13-year-old boy dies", [("boy", "killed")]),
        ("Two hurt, pregnant woman dead", [("pregnant woman", "killed")]),
        ("Council debates road deaths", []),
    ],
)
def test_headlines_do_without_an_article(title: str, expected: list[tuple[str, str]]) -> None:
    assert expected == singles("", title)


def test_parents_are_two() -> None:
    (parents, _) = extract_facts(Document("d", "He killed his parents and two sisters.", "Alder Gazette"))
    assert (2.0, "killed") == (parents.interval.value, parents.measure)


def test_a_report_that_counts_nobody_has_its_victims_all_the_same() -> None:
    (fact,) = extract_facts(Document("d", "A climber died in a fall.", "Alder Gazette"))
    assert ("killed", 1.0, "article") == (fact.measure, fact.interval.value, fact.counted_by)
