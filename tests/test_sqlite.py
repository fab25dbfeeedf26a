"""The SQLite file, read back with sqlite3."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from told import interval, told

import crosstally
from crosstally.facts.tables.typed import typed, values_of
from crosstally.output.tables import sqlite
from crosstally.output.tables.frames import write
from crosstally.rules.engine import check_facts
from crosstally.rules.tables.table import MODELS, to_tables
from crosstally.rules.tables.tables import Tables


@pytest.fixture(scope="module")
def tables() -> Tables:
    facts = [
        told("Alder Post", "12 people", 12, day="2031-04-05"),
        told("=1+1", "90 residents", 90, "injured", speaker="O'Neill; DROP TABLE facts"),
        told("Moor Radio", "over 100 residents", interval(100, "more_than"), "injured", place="Żółw"),
    ]
    return to_tables(check_facts(facts))


@pytest.fixture
def database(tmp_path: Path, tables: Tables) -> Iterator[sqlite3.Connection]:
    write(tables, tmp_path, "a1b2")
    with closing(sqlite3.connect(tmp_path / "crosstally.sqlite")) as connection:
        yield connection


def ask(database: sqlite3.Connection, query: str) -> list[Any]:
    return database.execute(query).fetchall()


def test_every_table_reads_back_the_same(database: sqlite3.Connection, tables: Tables) -> None:
    for name, expected in tables._asdict().items():
        read = pd.read_sql_query(f"SELECT * FROM {name} ORDER BY rowid", database, dtype=object)  # noqa: S608
        if name == "findings":
            links = pd.read_sql_query("SELECT * FROM finding_facts ORDER BY finding_id, position", database)
            read["fact_ids"] = [list(links[links["finding_id"] == key]["fact_id"]) for key in read["finding_id"]]
        if name == "codings":
            links = pd.read_sql_query("SELECT * FROM coding_facts ORDER BY event, measure, position", database)
            read["fact_ids"] = [list(links[links["measure"] == measure]["fact_id"]) for measure in read["measure"]]
        if name == "decisions":
            read["fact_ids"] = [[] for _ in read["kind"]]
        if name in {"quantities", "codings"}:
            read["decided"] = read["decided"].astype(bool)
        if name == "facts":
            flags = ["low_open", "high_open", "superseded", "definite"]
            read[flags] = read[flags].astype(bool)
        table, unreadable = typed(MODELS[name], values_of(read))
        assert [] == unreadable
        pd.testing.assert_frame_equal(expected, table)


def test_columns_have_types(database: sqlite3.Connection) -> None:
    expected = ("text", "integer", "real", "null", "integer", "text")
    query = "SELECT typeof(quote), typeof(start), typeof(low), typeof(speaker), typeof(low_open), typeof(published)"
    assert [expected] == ask(database, f"{query} FROM facts LIMIT 1")
    assert [("2031-04-05T00:00:00Z", "2031-04-05")] == ask(
        database, "SELECT published, date(published) FROM facts LIMIT 1"
    )


def test_it_says_what_made_it(database: sqlite3.Connection) -> None:
    assert [(1,)] == ask(database, "PRAGMA user_version")
    expected = {"schema": "1", "version": crosstally.__version__, "configuration": "a1b2"}
    assert expected == dict(ask(database, "SELECT * FROM origin"))
    assert "-- The numeric expression" in ask(database, "SELECT sql FROM sqlite_schema WHERE name = 'facts'")[0][0]


def test_it_is_whole(database: sqlite3.Connection) -> None:
    assert [("ok",)] == ask(database, "PRAGMA integrity_check")
    assert [] == ask(database, "PRAGMA foreign_key_check")
    for name in ("quantity_id", "fact_id", "finding_id"):
        table = next(table for table, model in MODELS.items() if next(iter(model.to_schema().columns)) == name)
        assert [(name,)] == ask(database, f"SELECT name FROM pragma_table_info('{table}') WHERE pk")  # noqa: S608


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE facts SET quantity_id = 'q9'",
        "UPDATE facts SET bound = 'exactly'",
        "UPDATE facts SET low_open = 2",
        "UPDATE findings SET message = NULL",
        "UPDATE facts SET fact_id = 'f1'",
        "INSERT INTO finding_facts VALUES ('x', 1, 'y')",
    ],
)
def test_it_keeps_its_schema(database: sqlite3.Connection, edit: str) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(edit)


def test_lookups_use_an_index(database: sqlite3.Connection) -> None:
    for query in (
        "SELECT * FROM facts WHERE quantity_id = 'x'",
        "SELECT * FROM finding_facts WHERE fact_id = 'x'",
        "SELECT * FROM finding_facts JOIN facts USING (fact_id) WHERE finding_id = 'x'",
    ):
        assert not [row for row in ask(database, f"EXPLAIN QUERY PLAN {query}") if "SCAN" in row[3]]


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="unable to open database file"):
        sqlite.write({}, tmp_path / "missing" / "crosstally.sqlite")
