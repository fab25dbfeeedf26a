from __future__ import annotations

import re
from itertools import product

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
        ("See https://example.org/12 for more.", [("https://example.org/12", "address of the web")]),
        ("The 2nd fire was the worst.", [("2nd", "ordinal")]),
        ("Copyright 2025 Harbour Media", [("2025", "furniture")]),
        ("Orvane 12 3 22", [("12", "table"), ("3", "table"), ("22", "table")]),
        ("Bei einem Brand sind 12 Menschen in der Stadt getötet worden.", [("12", "other language")]),
        ("It was one of the worst.", [("one", "pronoun")]),
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


@pytest.mark.parametrize(
    "text",
    [
        f"{opening} {number} {rest}."
        for opening, number, rest in product(
            ["In the town,", "On Friday,", "In Orvane,", "By Friday", "At least"],
            ["12", "31", "300", "1,500"],
            ["people were killed", "villagers had fled", "people may have drowned"],
        )
    ],
)
def test_no_count_of_people_is_lost_behind_a_word(text: str) -> None:
    assert [] == skipped(text)
