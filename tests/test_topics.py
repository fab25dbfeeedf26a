from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of people killed in the 6.1 quake has risen to six.", ["magnitude", "killed"]),
        ("The number of people killed in two villages rose to 14.", ["count", "killed"]),
        ("The toll in the fire involving 14 trucks has risen to 18.", ["count", "killed"]),
        ("The toll from the fire that hurt 44 people has climbed to 18.", ["injured", "killed"]),
        ("The toll of raids which have hurt 44 cooks rose to 18.", ["injured", "killed"]),
        ("The toll from the fire, as 44 people fled, climbed to 18.", ["displaced", "count"]),
        ("The toll in the last two weeks rose to 14.", ["duration", "killed"]),
        ("The death toll from Tuesday's magnitude 6.4 tremor had risen to 15.", ["magnitude", "killed"]),
        ("The death toll in the town of 40,000 rose to 16.", ["population", "killed"]),
        ("The toll of 12 villages shocked 17 clerks.", ["count", "count"]),
        ("The toll over the past two weeks was 15.", ["duration", "killed"]),
        ("The toll of the first two weeks shocked 16 clerks.", ["duration", "count"]),
    ],
)
def test_a_figure_that_says_where_stands_between_a_topic_and_its_count(text: str, expected: list[str]) -> None:
    assert expected == [fact.measure for fact in extract_facts(Document("report", text, "The Ledger"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death of a boy shocked the 300 pupils of his school.", ["count"]),
        ("His death led to a strike that stopped the work of 12,000 miners.", ["count"]),
        ("Two women, mothers of the dead boys, spoke to 40 reporters.", ["count", "count"]),
        ("The death rate was 12 in a bad week.", ["count"]),
        ("The toll may rise, as 14 of the 44 injured are in serious condition.", ["injured", "injured"]),
        ("The toll was given as 14 of the 44 sailors.", ["killed", "count"]),
        ("Vell opened 300 shops, taking its total to 17,000.", ["count", "count"]),
        ("Two more guests died, taking the total to 14.", ["killed", "killed"]),
        ("The dead include a mother and two of her sons.", ["killed"]),
        ("The toll was updated to 12.", ["killed"]),
        ("Total cases reported: 168", ["infected"]),
        ("Survivors told police that there were 50 people on board.", ["aboard"]),
        ("The death toll, which includes eight children, rose to 40.", ["killed", "killed"]),
        ("The death toll in the fall of a house in the suburb of Velmora has touched 71.", ["killed"]),
        ("Death toll raises to 90 in Orvane", ["killed"]),
    ],
)
def test_a_topic_gives_its_measure_only_to_what_is_said_of_it(text: str, expected: list[str]) -> None:
    facts = extract_facts(Document("report", text, "The Ledger"))
    assert expected == [fact.measure for fact in facts if fact.counted_by == "numeral"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mud killed 36 people, with 12 more missing.", ["killed", "missing"]),
        ("The mud killed 37 people, with dozens more injured.", ["killed", "injured"]),
        ("Police arrested a cook with 12 others.", ["arrested", "arrested"]),
    ],
)
def test_others_of_whom_something_else_is_said_share_no_deed(text: str, expected: list[str]) -> None:
    assert expected == [fact.measure for fact in extract_facts(Document("report", text, "The Ledger"))]
