from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.numbers.zero import read_zeros
from crosstally.facts.words.hits import find_triggers
from crosstally.facts.words.tokenize import tokenize


def zeros(sentence: str) -> list[tuple[str, str]]:
    """The quote and measure of each claim of zero."""
    tokens = tokenize(sentence)
    found = read_zeros(tokens, find_triggers(tokens))
    assert {0.0} >= {figure.interval.value for figure, _ in found}
    return [(sentence[tokens.starts[f.first] : tokens.ends[f.stop - 1]], measure.name) for f, measure in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("No deaths were reported.", [("No deaths", "killed")]),
        ("No deaths have been confirmed.", []),
        (
            "There were no deaths or serious injuries.",
            [("no deaths", "killed"), ("no deaths or serious injuries", "injured")],
        ),
        ("There were no casualties.", [("no casualties", "injured"), ("no casualties", "killed")]),
        ("No one was killed.", [("No one was killed", "killed")]),
        (
            "Nobody was killed or injured.",
            [("Nobody was killed", "killed"), ("Nobody was killed or injured", "injured")],
        ),
        ("No children or staff were hurt.", [("No children or staff were hurt", "injured")]),
        ("Neither the driver nor his guests were hurt.", [("Neither the driver nor his guests were hurt", "injured")]),
        ("No sailor died.", [("No sailor died", "killed")]),
        ("Not one sailor died.", [("Not one sailor died", "killed")]),
        ("Not one of the guests was hurt.", [("Not one of the guests was hurt", "injured")]),
        ("It was not one sailor who died but two.", []),
        ("No shot was fired.", [("No shot was fired", "fired")]),
        ("He said no shots had been fired.", [("no shots had been fired", "fired")]),
        ("No new homes were destroyed.", [("No new homes were destroyed", "destroyed")]),
        ("Not one bridge was destroyed.", [("Not one bridge was destroyed", "destroyed")]),
        ("There were no shots on target.", []),
        ("No homes were sold.", []),
        ("None of them were hurt.", [("None of them were hurt", "injured")]),
        ("The fire ended without injuries.", [("without injuries", "injured")]),
    ],
)
def test_claims_of_zero(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert expected == zeros(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "There were no reports of deaths.",
        "There was no word on casualties.",
        "There were no immediate deaths reported.",
        "No one knows how many were killed.",
        "No trains ran.",
        "No guest came, and a waiter was hurt.",
        "Nobody claimed responsibility.",
        "Twelve people died.",
    ],
)
def test_what_claims_no_zero(sentence: str) -> None:
    assert [] == zeros(sentence)


def test_no_one_with_a_hyphen() -> None:
    assert [("No-one was hurt", "injured")] == zeros("No-one was hurt.")


def test_no_loss_of_life() -> None:
    assert [("no loss of life", "killed")] == zeros("There was no loss of life.")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [("62 clerks were hurt.", {"injured": 62, "killed": 0}), ("It rained.", {"injured": 0, "killed": 0})],
)
def test_where_some_are_hurt_no_casualties_are_no_dead(behind: str, expected: dict[str, float]) -> None:
    facts = extract_facts(
        Document("d", f"A train left the tracks. {behind} There were no casualties.", "Alder Gazette")
    )
    assert expected == {fact.measure: fact.interval.value for fact in facts}


def test_not_one_of_them_is_nobody_and_no_single_one() -> None:
    facts = extract_facts(Document("d", "Not one guard was hurt.", "Alder Gazette"))
    assert [("injured", 0.0)] == [(fact.measure, fact.interval.value) for fact in facts]


def test_not_one_but_two_counts() -> None:
    facts = extract_facts(Document("d", "It was not one boat but two.", "Alder Gazette"))
    assert [1.0, 2.0] == [fact.interval.value for fact in facts]
