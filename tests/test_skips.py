from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load_folder
from crosstally.facts.skips import skips_of

SENTENCES = [text for data in load_folder("measures").values() for text in data["examples"]]


def skipped(text: str) -> list[tuple[str, str]]:
    document = Document("report", text, "report")
    return [(skip.quote, skip.reason) for skip in skips_of(document, extract_facts(document))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people died on 14 March 2013.", [("14 March 2013", "date")]),
        ("It burned at 10:40 and again at 5 p.m. on the quay.", [("10:40", "time"), ("5 p.m.", "time")]),
        ("The 2014 fire killed nobody.", [("2014", "year")]),
        ("Highway 35 was shut.", [("35", "label")]),
        ("The team won 2-0.", [("2-0", "score")]),
        ("The team won 2 – 0 at home.", [("2 – 0", "score")]),
        ("See https://example.org/12 for more.", [("https://example.org/12", "address of the web")]),
        ("The 2nd fire was the worst.", [("2nd", "ordinal")]),
        ("Copyright 2025 Harbour Media", [("2025", "furniture")]),
        ("Orvane 12 3 22", [("12", "table"), ("3", "table"), ("22", "table")]),
        ("Bei einem Brand sind 12 Menschen in der Stadt getötet worden.", [("12", "other language")]),
        ("It was one of the worst.", [("one", "pronoun")]),
        ("Several shops were shut.", [("Several", "no claim")]),
        ("They won three-two.", [("three-two", "score")]),
        ("It was tied at 20", [("20", "score")]),
        ("She shot a 2-under 68.", [("2", "tally"), ("68", "tally")]),
        ("He is a 2010 second-round pick.", [("2010", "year")]),
        ("From 8 to 12 June it rained.", [("8", "date"), ("12 June", "date")]),
        ("They won 94 to 88.", [("94 to 88", "score")]),
        ("Situation Report #3, 12.06.2025", [("#3", "label"), ("12.06.2025", "date")]),
        ("The fire killed 12 people.", []),
    ],
)
def test_a_number_that_is_no_fact_is_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == skipped(text)


@given(
    st.lists(st.sampled_from([*SENTENCES, "Published 14 March 2013", "0 10 20 30", "Call 555-0100.", "The 1-0 win."]))
)
def test_every_digit_stands_in_a_fact_or_a_skip(sentences: list[str]) -> None:
    document = Document("report", "\n\n".join(sentences), "report")
    facts = extract_facts(document)
    spans = [(fact.start, fact.end) for fact in facts]
    spans += [(skip.start, skip.end) for skip in skips_of(document, facts)]
    digits = [found.start() for found in re.finditer(r"\d", document.text)]
    assert [] == [at for at in digits if not any(start <= at < end for start, end in spans)]


OPENINGS = [
    *("In January", "In May", "By March", "Since August", "Last June", "On Monday", "By Friday", "In Orvane", "Orvane"),
    *(
        "Near Tessel",
        "Across the North",
        "In the town,",
        "Overnight,",
        "Meanwhile",
        "Some",
        "At least",
        "Officials said",
    ),
]
TOLD = [
    *("people were killed", "had fled", "may have drowned", "unarmed men died", "homes burned", "soldiers surrendered"),
    *("badly hurt children were treated", "others were arrested", "workers remain trapped", "cases were confirmed"),
]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("told", TOLD)
def test_no_count_is_lost_behind_a_month_a_day_a_capital_or_a_plain_word(opening: str, told: str) -> None:
    read = {}
    for number, value in {"12": 12, "31": 31, "45": 45, "300": 300, "1,500": 1500, "fifteen": 15}.items():
        facts = extract_facts(Document("report", f"{opening} {number} {told}.", "report"))
        read[number] = value in {fact.interval.value for fact in facts}
    assert dict.fromkeys(read, True) == read


@pytest.mark.parametrize("opening", sorted({*OPENINGS} - {"Orvane"}))
def test_a_number_that_may_be_a_year_is_named_where_it_is_no_fact(opening: str) -> None:
    for told in TOLD:
        document = Document("report", f"{opening} 2014 {told}.", "report")
        values = [fact.interval.value for fact in extract_facts(document)]
        assert 2014 in values or {"year", "date", "name"} & {reason for _, reason in skipped(document.text)}, told
