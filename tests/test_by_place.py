from __future__ import annotations

import pytest
from told import document

from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load
from crosstally.rules.engine import check_facts


def scopes(text: str) -> list[tuple[str, str, str]]:
    return [(fact.quote, fact.measure, fact.scope) for fact in extract_facts(document("Coastal Wire", text))]


@pytest.mark.parametrize("word", load("places")["bare"]["words"])
def test_a_place_needs_no_name(word: str) -> None:
    found = scopes(f"Eight people died in the {word} and four in Harrowdale.")
    assert [("Eight people", "killed", "part"), ("four", "killed", "part")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The tremor killed 12 people in Oakham, three in Penn and two at sea.",
            [("12 people", "killed", "part"), ("three", "killed", "part"), ("two", "killed", "part")],
        ),
        (
            "Police arrested 30 people near the market and 12 outside the station.",
            [("30 people", "arrested", "part"), ("12", "arrested", "part")],
        ),
        (
            "The tremor killed 12 people: five in Oakham, four in Penn and three at sea.",
            [
                ("12 people", "killed", "total"),
                ("five", "killed", "part"),
                ("four", "killed", "part"),
                ("three", "killed", "part"),
            ],
        ),
        (
            "Police arrested nine men in Penn, six in Velt, a further 24 in and around Oakham and another two in Lirn.",
            [
                ("nine men", "arrested", "part"),
                ("six", "arrested", "part"),
                ("24", "arrested", "part"),
                ("two", "arrested", "part"),
            ],
        ),
        (
            "Two people died in Oakham and nine, including four nuns, in Penn.",
            [("Two people", "killed", "part"), ("nine", "killed", "part"), ("four nuns", "killed", "part")],
        ),
        (
            "Nine people died on Monday and 12 on Friday.",
            [("Nine people", "killed", "total"), ("12", "count", "total")],
        ),
        (
            "Two people were killed, one in Oakham and one in Penn.",
            [("Two people", "killed", "total"), ("one", "killed", "part"), ("one", "killed", "part")],
        ),
        (
            "Nine people died in May and 12 in August.",
            [("Nine people", "killed", "total"), ("12", "count", "total")],
        ),
        (
            "The tremor killed 12 people and injured 30 in Oakham.",
            [("12 people", "killed", "total"), ("30", "injured", "total")],
        ),
    ],
)
def test_figures_that_are_told_place_by_place_are_parts(text: str, found: list[tuple[str, str, str]]) -> None:
    assert found == scopes(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "New cases were reported from Oakham (12), Penn (8) and Orvane (3).",
            [("12", "infected", "part"), ("8", "infected", "part"), ("3", "infected", "part")],
        ),
        (
            "Patients lie in the wards in Oakham (20) and Upper Penn (4).",
            [("20", "count", "part"), ("4", "count", "part")],
        ),
        ("Bo Rusk of Oakham (34) sings.", [("34", "age", "total")]),
        ("A friend of Ana Vell (34) and Bo Rusk (28) wept.", [("34", "age", "total"), ("28", "age", "total")]),
        ("The bill was signed by Bo Rusk (34) and Ana Vell (28).", [("34", "age", "total"), ("28", "age", "total")]),
    ],
)
def test_figures_in_brackets_behind_places_are_parts_and_no_ages(text: str, found: list[tuple[str, str, str]]) -> None:
    assert found == scopes(text)


def test_parts_do_not_stand_against_the_whole() -> None:
    texts = {
        "Coastal Wire": "Eight people died in the north and four in the south, officials said.",
        "Hill Courier": "A tornado killed 12 people on Sunday.",
    }
    facts = [fact for source, text in texts.items() for fact in extract_facts(document(source, text))]
    assert [] == [finding for finding in check_facts(facts).findings if finding.severity != "info"]


def test_the_toll_is_their_sum() -> None:
    report = check_facts(
        list(extract_facts(document("Coastal Wire", "Eight died in the north and four in the south.")))
    )
    assert [12.0] == [quantity.best for quantity in report.quantities if quantity.scope == "total"]
