from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts

TOLLS = {"killed", "injured", "arrested", "surrendered", "kidnapped"}


def told(text: str) -> list[tuple[str, str]]:
    facts = extract_facts(Document("d", text, "Alder Gazette"))
    return [(fact.quote, fact.measure) for fact in facts if fact.measure in TOLLS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk, suspected of ties to the gang, was arrested in Orvane.", [("A clerk", "arrested")]),
        ("A clerk using two names and facing a trial was arrested in Orvane.", [("A clerk", "arrested")]),
        ("A clerk said to have been at the inn, on 3 May 2010, was arrested.", [("A clerk", "arrested")]),
        (
            "Bo Rusk, a suspect in a raid that claimed 12 lives, was arrested.",
            [("Bo Rusk", "arrested"), ("12 lives", "killed")],
        ),
        ("A clerk, skilled in mending nets, surrendered in Orvane.", [("A clerk", "surrendered")]),
        ("A clerk who had gone into hiding since 2012 surrendered in Orvane.", [("A clerk", "surrendered")]),
        ("Two rebels, who fled as farmers ran after them, were arrested.", [("Two rebels", "arrested")]),
        ("Police said two rebels, who fled as farmers ran after them, were hurt.", [("two rebels", "injured")]),
        ("After a raid, two rebels, who fled as farmers ran after them, were hurt.", [("two rebels", "injured")]),
        ("When it rained, two rebels, who hid as farmers ran, were hurt.", [("two rebels", "injured")]),
        ("Pleading hunger, a rebel, who hid as farmers ran, surrendered.", [("a rebel", "surrendered")]),
        (
            "A rebel, Bo Rusk, who led a raid in which nine guards were killed, surrendered.",
            [("A rebel", "surrendered"), ("nine guards", "killed")],
        ),
        (
            "A rebel who hid in a barn that had burnt and was watched by two men, surrendered.",
            [("A rebel", "surrendered")],
        ),
    ],
)
def test_a_verb_is_said_of_the_one_who_still_awaits_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said farmers, who had come to watch, cheered, and a clerk was hurt.", [("a clerk", "injured")]),
        ("A clerk fled when rebels came and two guards were hurt.", [("two guards", "injured")]),
        ("By killing two guards, the rebels won the day.", [("two guards", "killed")]),
        ("After the raid, which farmers saw, two guards were hurt.", [("two guards", "injured")]),
    ],
)
def test_a_verb_with_its_own_subject_is_said_of_no_other(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels fled after abducting a clerk.", [("a clerk", "kidnapped")]),
        ("Nine rebels raided Orvane and abducted Bo Rusk.", [("Bo Rusk", "kidnapped")]),
        ("Rebels killed Bo Rusk and Ana Vell for spying.", [("Bo Rusk and Ana Vell", "killed")]),
        ("Rebels freed two clerks of a mill, whom they had abducted.", [("two clerks", "kidnapped")]),
        ("Vell, a cook of Orvane, and Rusk of Tarn were killed.", [("Vell", "killed"), ("Rusk", "killed")]),
        ("Vell of Orvane and Tarn was killed.", [("Vell", "killed")]),
        ("A clerk was first kidnapped.", [("A clerk", "kidnapped")]),
        ("Two clerks were captured and taken away by rebels.", [("Two clerks", "kidnapped")]),
        ("Raiders picked up Bo Rusk.", [("Bo Rusk", "kidnapped")]),
        ("Two guards were hurt when a crowd of 40 rebels opened fire.", [("Two guards", "injured")]),
        ("Around 20 rebels snatched away ballots.", []),
        ("A guard sustained injuries when a squad of 50 rebels came.", [("A guard", "injured")]),
        ("A dozen rebels seized two clerks, named as Vell and Rusk, and beat them.", [("two clerks", "kidnapped")]),
        ("Ana Vell, a sister of the rebel Bo Rusk, who was killed in Orvane, came.", [("the rebel Bo Rusk", "killed")]),
        ("Vell's sister-in-law was injured.", [("Vell's sister-in-law", "injured")]),
        ("Rebels severely assaulted the mayor.", [("the mayor", "injured")]),
        ("Rebels assaulted the mayor.", []),
        ("Two clerks were part of a group of seven clerks who were held captive.", [("seven clerks", "kidnapped")]),
    ],
)
def test_who_did_it_and_whom_it_befell_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four clerks were in Orvane to pay when they were abducted.", [("Four clerks", "kidnapped")]),
        ("Rebels moved six guards of a mill after kidnapping them.", [("six guards", "kidnapped")]),
        ("Four clerks spoke to rebels when they were abducted.", []),
        ("Nine rebels left after kidnapping them.", []),
    ],
)
def test_a_pronoun_stands_for_those_counted_where_nobody_else_can_be_meant(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected
