"""What befell those whom a figure counts, by the clause that they stand in."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 12 people injured include two boys.", ["injured", "injured"]),
        ("The three dead included a clerk.", ["killed"]),
        ("Forty clerks, 12 of whom are old, were killed.", ["killed"]),
        ("Forty clerks, police said, were killed.", ["killed"]),
        ("On Friday, police said, two clerks were killed.", ["killed"]),
        ("It spoke of rioters, 27 of whom it said were arrested.", ["arrested"]),
        ("Two men arrested last week were found dead.", ["arrested", "killed"]),
        ("All 41 clerks trapped in a lift were rescued.", ["trapped", "rescued"]),
        ("Five clerks buried under a wall were pulled out alive.", ["trapped", "rescued"]),
        ("Two pupils kidnapped in March have regained their freedom.", ["kidnapped", "rescued"]),
        ("The gunmen released 27 pupils abducted in May.", ["kidnapped", "rescued"]),
        ("Three cooks missing since Friday were found dead.", ["killed"]),
        ("Three cooks missing since 2019 were not found.", ["missing"]),
        ("Three cooks have been missing since Friday.", ["missing"]),
        ("Nine men trapped in a lift waved to rescuers.", ["trapped"]),
        ("Three men buried under a wall wait to be rescued.", ["trapped"]),
        ("Twelve clerks and five cooks were said to be missing.", ["missing", "missing"]),
        ("Some 36 women and girls were abducted.", ["kidnapped"]),
        ("The slide killed 12 soldiers and civilians.", ["killed"]),
        ("The slide killed 12 soldiers and a civilian.", ["killed", "killed"]),
        ("Both were convicted smugglers.", []),
        ("Ten cooks, three nuns and two clerks were aboard.", ["aboard", "aboard", "aboard"]),
        ("The inn has ten cooks and two clerks were aboard.", ["aboard"]),
        ("Two-thirds of the unit's 60 guards were killed.", ["percent"]),
        ("Three-quarters of Orvane's 8,400 barns have been destroyed.", ["percent"]),
        ("Half of the newly hired 60 guards were killed.", ["percent"]),
        ("The blast killed half of its 60 guards.", ["percent"]),
        ("Ninety per cent of those 40 cooks were hurt.", ["percent"]),
        ("Half of the 60 people killed were guards.", ["percent", "killed"]),
        ("A third of the 12 injured guards were old.", ["percent", "injured"]),
        ("Some 40 per cent of the 60 deaths were in Vell.", ["percent", "killed"]),
        ("Both were convicted.", ["charged"]),
        ("At least 70 clerks — 29 of them women — were killed.", ["killed", "killed"]),
        ("At least 12 were badly and lightly wounded.", ["injured"]),
        ("Scores were killed in a school with nearly 700 pupils.", ["killed"]),
        ("Some 40 people drowned, with at least 12 children among them.", ["killed", "killed"]),
        ("They offered a reward for information leading to the arrest of a man.", []),
        ("The clash led to the arrest of a man.", ["arrested"]),
        ("Seven clerks were slashed, stabbed and beaten to death.", ["killed"]),
        ("Rebels abducted, beat and killed two clerks.", ["kidnapped", "killed"]),
        ("Seven clerks were killed and wounded.", ["killed", "injured"]),
        ("19 clerks killed battling blaze", ["killed"]),
        ("The boat carried 500 people, and some 200 of them drowned.", ["aboard", "killed"]),
        ("Only six of about 100 women on board survived.", ["rescued", "aboard"]),
        ("Out of the 926 pupils in the school, 50 are missing.", ["missing"]),
        ("Seven clerks were killed. The slain clerks were found at dawn.", ["killed"]),
        ("Nobody knows how many clerks were killed.", []),
        ("Police arrest one as two clerks flee.", ["arrested", "displaced"]),
        ("Some 2,400 people came, and classes were held.", []),
        ("It led to arrests as 300 officers moved in.", []),
        ("Two more fatalities were confirmed in hospital.", ["killed"]),
        ("Three people were shot, including 21 deaths, 68 are grave.", ["shot", "killed"]),
        ("The tremor sent thousands of people rushing into the streets.", []),
        ("The remains of seven adult dinosaurs were found.", []),
    ],
)
def test_what_a_phrase_is_tied_to_says_what_befell_it(text: str, expected: list[str]) -> None:
    found = extract_facts(Document("d", text, "Alder Gazette"))
    assert expected == [fact.measure for fact in found if fact.measure != "count"]


def test_what_is_said_behind_a_part_and_its_whole_is_said_of_the_part() -> None:
    facts = extract_facts(Document("d", "Nine of the 40 people injured were police officers.", "Alder Gazette"))
    assert [(fact.quote, fact.group) for fact in facts] == [("Nine", "police"), ("40 people", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toddler's mother was arrested.", None),
        ("The officers' wives were killed.", None),
        ("The officer's child was killed.", "child"),
        ("A policeman's bodyguard was killed.", "police"),
        ("The policeman's bodies were found.", "police"),
        ("Two policemen were killed.", "police"),
    ],
)
def test_kin_are_not_of_the_group_of_those_whose_they_are(text: str, expected: str | None) -> None:
    (fact,) = extract_facts(Document("d", text, "Alder Gazette"))
    assert expected == fact.group


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26 miners trapped underground after a blast.", ["trapped"]),
        ("26 clerks held overnight in Orvane.", ["arrested"]),
        ("Hundreds missing, feared dead as a ferry sinks.", ["missing"]),
        ("Cyclone toll over 1,000, hundreds of thousands displaced", ["killed", "displaced"]),
        ("Divers saved 39, leaving 76 missing.", ["rescued", "missing"]),
        ("12 US Troops Hurt", ["injured"]),
        ("Five arrested over $10 million gem theft", ["arrested", "money"]),
        ("Pilot, Two Passengers Die in Crash", ["killed", "killed"]),
        ("A clerk, two cooks were hurt.", ["injured"]),
    ],
)
def test_adverbs_fears_and_what_stands_beside_are_nobody_to_whom_it_is_done(text: str, expected: list[str]) -> None:
    assert expected == [fact.measure for fact in extract_facts(Document("d", text, "Alder Gazette"))]


def test_the_whole_that_a_headline_names_behind_its_part_is_the_whole() -> None:
    facts = extract_facts(Document("d", "Six clerks among 14 dead in Orvane", "Alder Gazette"))
    assert [("killed", "part"), ("killed", "total")] == [(fact.measure, fact.scope) for fact in facts]
