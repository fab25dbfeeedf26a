"""Persons without a numeral whom one list tells of are counted in one, by what they all share."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact


def told(text: str) -> list[Fact]:
    return [fact for fact in extract_facts(Document("d", text, "The Herald")) if fact.measure not in {"age", "count"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed his wife, a neighbour and a cook.", [("his wife, a neighbour and a cook", 3)]),
        ("Ana Vell and another man were arrested.", [("Ana Vell and another man", 2)]),
        ("A guard and a third man were arrested.", [("A guard and a third man", 2)]),
        ("A man, 40, and his 5-year-old son were killed.", [("A man", 1), ("son", 1)]),
        ("A 40-year-old man and his 5-year-old son were killed.", [("man and his 5-year-old son", 2)]),
        ("A man and two women were killed.", [("A man", 1), ("two women", 2)]),
        ("Twelve people died, including a nurse and a cook.", [("Twelve people", 12), ("a nurse and a cook", 2)]),
        ("A guard was killed and a cook was killed.", [("A guard", 1), ("a cook", 1)]),
        ("A guard or a cook was killed.", [("A guard", 1), ("a cook", 1)]),
        ("A guard was killed, a cook was wounded.", [("A guard", 1), ("a cook", 1)]),
        ("A guard and the men were killed.", [("A guard", 1)]),
        ("The gunman and a guard died.", [("The gunman", 1), ("a guard", 1)]),
    ],
)
def test_those_of_one_list_are_counted_in_one(text: str, expected: list[tuple[str, float]]) -> None:
    assert expected == [(fact.quote, fact.interval.value) for fact in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A passer-by was killed.", ("passer-by", None)),
        ("A soldier and another soldier were killed.", ("soldier", "soldier")),
        ("A policeman and a boy were killed.", ("person", None)),
        ("A girl and a boy were killed.", ("person", "child")),
        ("Ana Vell and Bo Rusk were killed.", (None, None)),
        ("Ana Vell and a cook were killed.", ("person", None)),
    ],
)
def test_a_list_is_of_what_all_of_it_share(text: str, expected: tuple[str | None, str | None]) -> None:
    [fact] = told(text)
    assert expected == (fact.counted, fact.group)


def test_what_befell_them_is_told_of_a_list_once_for_each() -> None:
    found = told("A guard and a cook were abducted and killed.")
    assert [("kidnapped", 2.0), ("killed", 2.0)] == sorted((fact.measure, fact.interval.value) for fact in found)


def test_a_list_tells_of_persons_without_a_numeral() -> None:
    [fact] = told("A guard and a cook were killed.")
    assert ("list", "total", "total") == (fact.counted_by, fact.scope, fact.increment)
