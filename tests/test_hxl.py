"""HXL, held against https://hxlstandard.org/standard/1-1final/tagging/ and read back."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

from told import interval, told

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.source.reading import read
from crosstally.output.hxl import render
from crosstally.rules.engine import check_facts
from crosstally.rules.report import Report

ROOT = Path(__file__).parent.parent
TAG = re.compile(r"#[A-Za-z][A-Za-z0-9_]*(\+[A-Za-z][A-Za-z0-9_]*)*")


def table(report: Report) -> tuple[list[str], list[str], list[dict[str, str]]]:
    """The header, the row of hashtags, and the rows by hashtag."""
    header, tags, *rows = csv.reader(StringIO(render(report)))
    return header, tags, [dict(zip(tags, row, strict=True)) for row in rows]


def examine(*folders: str) -> Report:
    documents = list(read(*(ROOT / "examples" / folder for folder in folders)))
    return check_facts([fact for item in documents for fact in extract_facts(item)], documents)


def test_hashtags_keep_their_syntax_and_values_their_types() -> None:
    header, tags, rows = table(examine("cagayan-flood", "loja-earthquake"))
    assert len(header) == len(tags) == len(set(tags))
    assert not [tag for tag in tags if not TAG.fullmatch(tag)]
    assert ["cagayan-flood", "loja-earthquake"] == [row["#event+name"] for row in rows]
    for row in rows:
        for tag, value in row.items():
            if tag.startswith("#affected"):
                assert re.fullmatch(r"(\d+(\.\d+)?)?", value)
            if tag.startswith("#date"):
                assert re.fullmatch(r"\d{4}-\d\d-\d\d", value)


def test_a_row_has_the_tolls_of_an_event() -> None:
    over = interval(100, "more_than")
    facts = [
        told("Alder Post", "12 people", 12, day="2031-04-05", event="fire"),
        told("Coast Times", "90 residents", 90, "injured", day="2031-04-06", event="fire"),
        told("Moor Radio", "over 100 residents", over, "injured", day="2031-04-05", event="fire"),
        told("Moor Radio", "3 people", 3, "kidnapped", event="=raid"),
    ]
    _, _, rows = table(check_facts(facts))
    fire = {
        "#event+name": "fire",
        "#date+reported+start": "2031-04-05",
        "#date+reported+end": "2031-04-06",
        "#meta+source": "Alder Post; Coast Times; Moor Radio",
        "#affected+killed": "12",
        "#affected+killed+min": "12",
        "#affected+killed+max": "12",
        "#status+killed": "single",
        "#affected+injured+min": "90",
        "#affected+injured+max": "",
        "#status+injured": "disputed",
        "#affected+abducted": "",
    }
    assert fire == {tag: rows[0][tag] for tag in fire}
    raid = {"#event+name": "'=raid", "#date+reported+start": "", "#affected+abducted": "3", "#affected+killed": ""}
    assert raid == {tag: rows[1][tag] for tag in raid}


def test_what_is_no_toll_of_the_event_is_left_out() -> None:
    facts = [
        told("Alder Post", "12 soldiers", 12, counted="soldier"),
        told("Alder Post", "30 people", 30, per="week"),
        told("Alder Post", "40 people", 40, status="possible"),
        told("Alder Post", "70 missiles", 70, "fired", counted="missile"),
    ]
    for fact in facts:
        _, tags, _ = table(check_facts([fact]))
        assert ["#event+name", "#date+reported+start", "#date+reported+end", "#meta+source"] == tags
    part = told("Alder Post", "5 children", 5, counted="child", scope="part")
    _, _, rows = table(check_facts([told("Alder Post", "12 people", 12), part]))
    assert ["12"] == [row["#affected+killed"] for row in rows]


def test_a_toll_that_follows_from_others_is_one() -> None:
    report = Document("a", "A man and two women were killed in the fire.", "Alder Post", event="fire")
    _, _, rows = table(check_facts(extract_facts(report), [report]))
    assert ["3"] == [row["#affected+killed"] for row in rows]


def test_two_tolls_of_as_many_sources_are_not_chosen_from() -> None:
    sentences = ("Police arrested 12 people in the port.", "Police arrested 300 people at the stadium in Ostrow.")
    facts = [told("Alder Post", words[16:].partition(" people")[0] + " people", n, "arrested", text=words, place=place)
             for words, n, place in zip(sentences, (12, 300), ("Port Hale", "Ostrow"), strict=True)]  # fmt: skip
    report = check_facts(facts)
    assert 2 == len(report.quantities)
    assert "" == table(report)[2][0]["#affected+arrested"]


def test_without_facts_there_is_a_header_alone() -> None:
    assert 2 == len(render(check_facts([])).splitlines())
