from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.normal.normal import normal
from crosstally.facts.skips import skips_of

ROWS = ("District/Killed/Injured", "Orvane/12/30", "Tessel/3/1,200")
TOLD = "Orvane: Killed: 12; Injured: 30\n\nTessel: Killed: 3; Injured: 1,200"


def pasted(parts: str, *rows: str) -> str:
    return "\n".join(row.replace("/", parts) for row in rows)


@pytest.mark.parametrize("parts", ["\t", " | ", "|", "   "])
def test_rows_are_told_with_their_headers(parts: str) -> None:
    text = f"Two districts were hit.\n\n{pasted(parts, *ROWS)}\n\nIt rains."
    assert f"Two districts were hit.\n\n\n{TOLD}\n\n\nIt rains." == normal(text).text


def test_a_markdown_table_is_told_without_its_rule() -> None:
    text = (
        "| District | Killed | Injured | Note |\n|---|--:|:-:|---|\n| Orvane | 12 | 30 | bad |\n| Tessel | 3 | - | |\n"
    )
    assert ["Orvane: Killed: 12; Injured: 30", "Tessel: Killed: 3"] == normal(text).text.strip().split("\n\n")


def test_figures_of_a_row_are_quoted_from_the_text_as_it_stands() -> None:
    text = pasted("\t", *ROWS)
    facts = extract_facts(Document("a.txt", text, "Post"))
    assert [("killed", "12"), ("injured", "30"), ("killed", "3"), ("injured", "1,200")] == [
        (fact.measure, fact.quote) for fact in facts
    ]
    assert all(text[fact.start : fact.end] == fact.quote for fact in facts)
    assert {"Orvane\t12\t30", "Tessel\t3\t1,200"} == {fact.sentence for fact in facts}


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed 12.  It burned on.\nFour died.  No one is missing.",
        "Home | News | Sport\nWeather | Travel | Maps",
        "Killed | 12\nInjured | 30",
        "District | Killed | Injured\nOrvane | 12",
        "He said:  wait\nShe said no",
    ],
)
def test_what_is_no_table_of_figures_stays(text: str) -> None:
    assert text == normal(text).text


def test_every_number_of_a_table_is_a_figure_or_named() -> None:
    document = Document("a.txt", "Town | Killed in 2031 | Note\nOrvane | 12 | 4 of them old\n", "Post")
    facts = extract_facts(document)
    named = [*(fact.quote for fact in facts), *(skip.quote for skip in skips_of(document, facts))]
    assert all(any(number in quote for quote in named) for number in ("2031", "12", "4"))
