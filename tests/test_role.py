"""Whose age it is: the noun of the person, and the roles and names of one person of an event."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.slots.role import role_of
from crosstally.rules.alignment.persons import Persons

TEXTS = [
    ("The owner, Pavel Orlin, |41|, was held.", "owner"),
    ("Police held the owner, |41-year-old| Pavel Orlin.", "owner"),
    ("A girl of |nine| was hit.", "girl"),
    ("The |six-month-old| baby slept.", "baby"),
    ("Sacked clerk, |49|, robs bank", "clerk"),
    ("Officer Ana Ruiz, |34|, fell.", "officer"),
    ("A suspect identified as Bo Rusk, |24|, fled.", "suspect"),
    ("Rusk, |47|, a claims adjuster, ran.", "adjuster"),
    ("An |18-year-old| student union leader left.", "leader"),
    ("The gunman, a |34-year-old| from Sel, fled.", "gunman"),
    ("The driver was |34|.", "driver"),
    ("Ana Vell, |34|, of Sel, wept.", None),
    ("The |34-year-old| was led out.", None),
    ("The dead were Walter Baker, 84, and Joan Pargeter, |79|.", None),
    ("Gunman, |34|, held", "gunman"),
]


@pytest.mark.parametrize(("text", "noun"), TEXTS)
def test_role(text: str, noun: str | None) -> None:
    before, quote, after = text.split("|")
    assert role_of(before, quote, after) == noun


def _anchors(*texts: str) -> list[set[str]]:
    facts = [fact for text in texts for fact in extract_facts(Document("a", text, "s"))]
    persons = Persons(facts)
    return [set(persons.anchor(fact)) for fact in facts if fact.measure == "age"]


def test_a_role_is_the_one_person_who_has_it() -> None:
    assert _anchors("The owner, Pavel Orlin, 41, was held.", "The owner, 46, drives a lorry.") == [
        {"pavel", "orlin"},
        {"pavel", "orlin"},
    ]


def test_a_family_name_is_the_one_person_who_has_it() -> None:
    assert _anchors("Pavel Orlin, 41, was held.", "Orlin, 46, drives a lorry.") == [
        {"pavel", "orlin"},
        {"pavel", "orlin"},
    ]


def test_a_name_or_role_of_two_persons_is_nobody_in_full() -> None:
    assert _anchors("The clerk Pavel Orlin, 41, and the clerk Ana Orlin, 30, fled.", "Orlin, 46, was held.") == [
        {"pavel", "orlin"},
        {"ana", "orlin"},
        {"orlin"},
    ]
