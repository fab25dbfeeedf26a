from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from told import document, told

from crosstally.errors import SchemaError
from crosstally.facts.intervals import Interval
from crosstally.facts.tables.failure import Failure
from crosstally.facts.tables.failures import find_failures
from crosstally.facts.tables.schema import FactTable
from crosstally.facts.tables.table import to_frame
from crosstally.facts.tables.typed import typed
from crosstally.rules.engine import check_facts
from crosstally.rules.finding import Finding
from crosstally.rules.quantity import Quantity
from crosstally.rules.report import Report
from crosstally.rules.tables.schema import FindingTable, QuantityTable
from crosstally.rules.tables.table import to_tables, validated
from crosstally.rules.tables.tables import Tables

FIRST = told("a", "12 people", 12, event="quake", quantity_id="q1")
SECOND = told("b", "at least 9 people", Interval(9, 9, None, bound="at_least"), event="quake", quantity_id="q1")


def report() -> Report:
    quantity = Quantity(
        "q1", "quake", "killed", "person", "count", None, None, "total", "agreed", 9, None, 12, "majority", 2, 2,
        (FIRST, SECOND),
    )  # fmt: skip
    finding = Finding("f1", "XT501", "single-source", "info", "quake", "q1", "A message.", (FIRST, SECOND))
    return Report((FIRST, SECOND), (quantity,), (finding,))


def changed(frame: pd.DataFrame, **cells: Any) -> pd.DataFrame:
    """The frame with other values in its first row."""
    columns = {str(name): frame[name].tolist() for name in frame}
    for name, value in cells.items():
        columns[name][0] = value
    return typed(
        {"fact_id": FactTable, "quantity_id": QuantityTable, "finding_id": FindingTable}[frame.columns[0]], columns
    )[0]


GOOD = to_tables(report())


SHAPE = ["bound", "value", "low", "high", "low_open", "high_open"]
FILLS = "as many characters in quote as from start to end"
ORDER = ("low, high, low_open, high_open", "low <= high, and where they are equal both closed")


@pytest.mark.parametrize(
    ("cells", "failures"),
    [
        ({}, []),
        ({"quantity_id": None}, []),
        ({"doc_id": None}, [("doc_id", "a value")]),
        ({"unit": None}, [("unit", "a value")]),
        ({"speaker": " "}, [("speaker", "text that is not blank")]),
        ({"scope": "all"}, [("scope", "total, part")]),
        ({"trend": "flat"}, [("trend", "up, down")]),
        ({"section": "lead"}, [("section", "title, body")]),
        ({"event_time": "April"}, [("event_time", "an ISO 8601 date, month, year or interval")]),
        ({"start": -1, "end": 8}, [("start", "0 or more")]),
        ({"start": 26}, [
            ("quote, start, end", FILLS),
            ("start, end", "start < end"),
        ]),
        ({"quote": "13 people"}, [("quote, sentence", "quote is part of sentence")]),
        ({"section": "title"}, [("section, title", "a title where section is title")]),
        ({"section": "title", "title": "12 dead"}, [
            ("title, start, end, quote", "title[start:end] is quote where section is title"),
        ]),
        ({"unit": "day"}, [("unit, dimension", "unit is count where dimension is count, and only there")]),
        ({"event": None}, [("event, quantity_id", "an event where there is a quantity_id")]),
        ({"high_open": True, "bound": "less_than"}, [ORDER]),
        ({"low": 13.0, "bound": "at_most"}, [ORDER]),
        ({"low": None, "low_open": True, "bound": "at_most"}, [("low, low_open", "low_open only where low is given")]),
        ({"high": None, "high_open": True, "bound": "vague", "value": None}, [
            ("high, high_open", "high_open only where high is given"),
        ]),
        ({"high": 13.0}, [(", ".join(SHAPE), "the interval that bound says")]),
    ],
)  # fmt: skip
def test_what_a_fact_may_not_say(cells: dict[str, Any], failures: list[tuple[str, str]]) -> None:
    found = find_failures(FactTable, changed(GOOD.facts, **cells))
    assert [(1, *failure) for failure in failures] == [(one.row, ", ".join(one.columns), one.allowed) for one in found]


def test_a_failure_shows_what_was_found() -> None:
    cells = {"scope": "all", "speaker": "", "start": 30, "published": None}
    assert [
        f"row 1: quote, start, end: found '12 people', 30, 26 (allowed: {FILLS})",
        "row 1: scope: found 'all' (allowed: total, part)",
        "row 1: start, end: found 30, 26 (allowed: start < end)",
    ] == [str(failure) for failure in find_failures(FactTable, changed(GOOD.facts, **cells))]


def test_ids_are_unique() -> None:
    found = find_failures(FactTable, changed(GOOD.facts, fact_id=SECOND.fact_id))
    assert [(1, "each value once"), (2, "each value once")] == [(failure.row, failure.allowed) for failure in found]


HEDGES = [
    ("exact", 12, 12, 12, False, False, True),
    ("exact", None, 12, 12, False, False, False),
    ("exact", 12, 12, None, False, False, False),
    ("at_least", 12, 12, None, False, False, True),
    ("at_least", 12, 12, None, True, False, False),
    ("at_least", 12, 12, 20, False, False, False),
    ("more_than", 12, 12, None, True, False, True),
    ("more_than", 12, 12, None, False, False, False),
    ("at_most", 12, 0, 12, False, False, True),
    ("at_most", 12, None, 12, False, False, True),
    ("at_most", 12, 0, 12, False, True, False),
    ("less_than", 12, 0, 12, False, True, True),
    ("less_than", 12, 10.8, 12, False, True, True),
    ("less_than", 12, 0, 12, False, False, False),
    ("about", 12, 10.8, 13.2, False, False, True),
    ("about", 12, 13, 14, False, False, False),
    ("about", 12, 10.8, None, False, False, False),
    ("range", None, 10, 12, False, False, True),
    ("range", 11, 10, 12, False, False, False),
    ("range", None, 10, None, False, False, False),
    ("vague", None, 24, 99, False, False, True),
    ("vague", None, 100, None, False, False, True),
    ("vague", None, None, None, False, False, False),
    ("vague", 24, 24, 99, False, False, False),
]


def test_each_hedge_has_its_interval() -> None:
    frame = to_frame([told(f"s{n}", "12 people", 12) for n in range(len(HEDGES))])
    columns = {str(name): frame[name].tolist() for name in frame}
    for name, cells in zip(SHAPE, zip(*HEDGES, strict=True), strict=False):
        columns[name] = list(cells)
    table, unreadable = typed(FactTable, columns)
    expected = [row for row, hedge in enumerate(HEDGES, 1) if not hedge[-1]]
    assert expected == [failure.row for failure in find_failures(FactTable, table, unreadable)]


TIMES = ["2031", "2031-04", "2031-04-05", "2031-04-05/2031-04-07", "2031-04-05T06:07Z", None, "April", "2031-4", "5/6"]


def test_times_of_events_are_iso_8601() -> None:
    frame = to_frame([told(f"s{n}", "12 people", 12, event_time=time) for n, time in enumerate(TIMES[:6])])
    assert TIMES[:6] == frame["event_time"].astype(object).where(frame["event_time"].notna(), None).tolist()
    with pytest.raises(SchemaError, match="3 failures"):
        to_frame([told(f"s{n}", "12 people", 12, event_time=time) for n, time in enumerate(TIMES)])


def test_a_document_is_one() -> None:
    same = told("a", "12 people", 12, "injured")
    frame = changed(to_frame([FIRST, same]), source="b", published="2031-04-05")
    failures = find_failures(FactTable, frame)
    assert [1, 2] == [failure.row for failure in failures]
    assert {"the same for all facts of a document"} == {failure.allowed for failure in failures}


def test_every_failing_row_and_column_is_listed() -> None:
    broken = to_frame([told(f"s{n}", "12 people", 12) for n in range(500)]).drop(columns=["bound", "per"])
    broken["scope"] = "all"
    broken["low"] = 13.0
    found = find_failures(FactTable, broken)
    assert [Failure(0, (name,), "no such column", "a table with this column") for name in ("bound", "per")] == found[:2]
    expected = {(row, column) for row in range(1, 501) for column in ("scope", "low")}
    assert expected == {(failure.row, failure.columns[0]) for failure in found[2:]}
    assert sorted(found) == found


def test_a_cell_that_cannot_be_read_fails_once() -> None:
    columns = {str(name): GOOD.facts[name].tolist() for name in GOOD.facts}
    table, unreadable = typed(FactTable, columns | {"low": ["twelve", 9], "start": ["x", 17]})
    assert [("low",), ("start",)] == [failure.columns for failure in find_failures(FactTable, table, unreadable)]


# ---------------------------------------------------------------- quantities, findings, references


def test_tables_of_a_report_keep_their_schemas() -> None:
    tables = validated(GOOD)
    assert [[FIRST.fact_id, SECOND.fact_id]] == tables.findings["fact_ids"].tolist()
    assert [2] == tables.quantities["n_facts"].tolist()


@pytest.mark.parametrize(
    ("table", "cells", "message"),
    [
        ("quantities", {"low": 13.0, "high": 12.0, "best": None}, "low, high: found 13.0, 12.0 (allowed: low <= high)"),
        ("quantities", {"best": 8.0}, "best, low, high: found 8.0, 9.0, nothing (allowed: low <= best <= high)"),
        ("quantities", {"n_sources": 3}, "n_facts, n_sources, n_independent: found 2, 3, 2"),
        ("quantities", {"n_independent": -1}, "n_independent: found -1 (allowed: 0 or more)"),
        ("quantities", {"status": "unclear"}, "found 'unclear' (allowed: agreed, updated, disputed, single)"),
        ("quantities", {"event": None}, "row 1: event: found nothing (allowed: a value)"),
        ("quantities", {"n_facts": 3}, "row 1: n_facts: found 3 (allowed: 2, the facts with its quantity_id)"),
        (
            "quantities",
            {"quantity_id": "q9"},
            "facts break their schema (2 failures):\n  row 1: quantity_id: found 'q1'",
        ),
        ("findings", {"severity": "fatal"}, "severity: found 'fatal' (allowed: error, warning, info)"),
        (
            "findings",
            {"quantity_id": "q9"},
            "quantity_id: found 'q9' (allowed: a quantity_id of the table of quantities)",
        ),
        ("findings", {"fact_ids": ["x", "y"]}, "fact_ids: found x y (allowed: fact_ids of the table of facts)"),
        ("findings", {"fact_ids": []}, "fact_ids: found nothing (allowed: one fact_id or more, each once)"),
        ("findings", {"fact_ids": ["x", "x"]}, "fact_ids: found x x (allowed: one fact_id or more, each once)"),
        ("findings", {"fact_ids": None}, "fact_ids: found nothing (allowed: a value)"),
    ],
)
def test_what_quantities_and_findings_may_not_say(table: str, cells: dict[str, Any], message: str) -> None:
    broken = GOOD._replace(**{table: changed(getattr(GOOD, table), **cells)})
    with pytest.raises(SchemaError) as caught:
        validated(broken)
    assert message in str(caught.value)


def test_empty_tables_are_valid() -> None:
    assert [0] * 6 == [len(table) for table in validated(to_tables(Report((), (), ())))]


def test_tables_of_other_types_are_taken_by_what_they_hold() -> None:
    loose = Tables(*(table.astype(object) for table in GOOD))
    for expected, actual in zip(GOOD, validated(loose), strict=True):
        pd.testing.assert_frame_equal(expected, actual)


def test_a_quote_is_what_the_title_says_too() -> None:
    about = document("a", "Text.", title="Blast kills 12 people")
    fact = told("a", "12 people", 12, document=about, text="Blast kills 12 people", section="title")
    assert [] == find_failures(FactTable, to_frame([fact]))


def test_a_quantity_has_the_slots_that_most_of_its_claims_say() -> None:
    facts = [
        told("a", "12 soldiers", 12, counted="soldier", group="soldier", certainty="confirmed"),
        told("b", "12 soldiers", 12, counted="soldier", group="soldier"),
        told("c", "12 soldiers", 12, counted="soldier", group="soldier", certainty="confirmed"),
    ]
    (row,) = to_tables(check_facts(facts, rules=[])).quantities.to_dict("records")
    assert ("soldier", "total", "confirmed") == (row["group"], row["increment"], row["certainty"])
    assert pd.isna(row["about"])


def test_a_table_of_quantities_without_its_newer_slots_is_read() -> None:
    older = GOOD.quantities.drop(columns=["subject", "group", "about", "increment", "certainty"])
    frame, unreadable = typed(QuantityTable, {str(name): older[name].tolist() for name in older})
    assert [] == find_failures(QuantityTable, frame, unreadable)
    assert ["total"] == list(frame["increment"])
