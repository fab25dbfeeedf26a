"""SQLite: the tables in one file, with keys; `finding_facts` and the like say what each row rests on.

The file tells the version of its columns as `user_version`, and in the table `origin` what made it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pandas as pd

from crosstally.facts.tables.failures import Model
from crosstally.facts.tables.schema import VERSION
from crosstally.facts.tables.typed import columns_of, kinds, rows_of
from crosstally.output.json import plain
from crosstally.output.tables.origin import origin
from crosstally.rules.tables.schema import QUANTITY_IDS
from crosstally.rules.tables.table import MODELS
from crosstally.rules.tables.tables import Tables

TYPES = {"string": "TEXT", "number": "REAL", "integer": "INTEGER", "boolean": "INTEGER", "datetime": "TEXT"}
_ORDER = ("quantities", "facts", "findings", "codings", "decisions", "held_apart")  # what is referred to stands first

_LINKS = """CREATE TABLE finding_facts (
  finding_id TEXT NOT NULL REFERENCES findings, -- The finding
  position INTEGER NOT NULL, -- From 1, in the order of the documents
  fact_id TEXT NOT NULL REFERENCES facts, -- A fact it rests on
  PRIMARY KEY (finding_id, position)
)"""
_CODED = """CREATE TABLE coding_facts (
  event TEXT NOT NULL, -- The event of the coding
  measure TEXT NOT NULL, -- Its measure
  "group" TEXT, -- Its group; NULL for all
  position INTEGER NOT NULL, -- From 1, in the order of the documents
  fact_id TEXT NOT NULL REFERENCES facts -- A fact it is added up from
)"""
_DECIDED = """CREATE TABLE decision_facts (
  decision INTEGER NOT NULL, -- The rowid of the decision
  position INTEGER NOT NULL, -- From 1, in the order of the documents
  fact_id TEXT NOT NULL REFERENCES facts, -- A fact it is about
  PRIMARY KEY (decision, position)
)"""
_ORIGIN = "CREATE TABLE origin (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
_INDEXES = {
    "facts": ("quantity_id", "doc_id", "event, measure"),
    "quantities": ("event, measure", "status"),
    "findings": ("quantity_id", "event"),
    "codings": ("event, measure",),
    "held_apart": ("quantity_a", "quantity_b"),
    "finding_facts": ("fact_id",),
    "coding_facts": ("event, measure", "fact_id"),
}


def write(tables: Tables, path: Path, configuration: str | None = None) -> None:
    """Write validated tables to a new file; the same tables give the same bytes, as far as SQLite itself is the same.

    Rows keep their order (`rowid`). Times are ISO 8601 text in UTC, booleans 0 and 1, what is unknown is NULL.

    Args:
        tables: Facts, quantities and findings.
        path: Where to; nothing stands there yet.
        configuration: The fingerprint of the settings they were made under, if there is one.

    Raises:
        OSError: It cannot be written there.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _write(database, tables, configuration)
    except sqlite3.Error as error:  # what SQLite says of a full disk
        raise OSError(str(error)) from error


def _write(database: sqlite3.Connection, tables: Tables, configuration: str | None) -> None:
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; BEGIN")
    database.execute(f"PRAGMA user_version = {VERSION}")
    database.execute(_ORIGIN)
    database.executemany("INSERT INTO origin VALUES (?, ?)", origin(configuration).items())
    for name in _ORDER:
        database.execute(_definition(name, MODELS[name]))
        _fill(database, name, getattr(tables, name))
    database.execute(_LINKS)
    database.executemany("INSERT INTO finding_facts VALUES (?, ?, ?)", _links(tables.findings))
    database.execute(_CODED)
    database.executemany("INSERT INTO coding_facts VALUES (?, ?, ?, ?, ?)", _coded(tables.codings))
    database.execute(_DECIDED)
    database.executemany("INSERT INTO decision_facts VALUES (?, ?, ?)", _decided(tables.decisions))
    for name, indexed in _INDEXES.items():
        for columns in indexed:
            database.execute(f"CREATE INDEX {name}_{columns.replace(', ', '_')} ON {name} ({columns})")
    database.execute("COMMIT")


def _definition(name: str, model: Model) -> str:
    """A table with the names, types, constraints and descriptions of its schema."""
    described = [_column(model, column) for column, kind in kinds(model).items() if kind != "list"]
    lines = [f"  {column}, -- {meaning}\n" for column, meaning in described[:-1]]
    column, meaning = described[-1]
    return f"CREATE TABLE {name} (\n{''.join(lines)}  {column} -- {meaning}\n)"


def _column(model: Model, name: str) -> tuple[str, str]:
    """How a column is defined, and what it means."""
    column, kind = model.to_schema().columns[name], kinds(model)[name]
    words = [f'"{name}"', TYPES[kind]]
    if not column.nullable:
        words.append("NOT NULL")
    if column.unique:
        words.append("PRIMARY KEY")
    elif name in QUANTITY_IDS:
        words.append("REFERENCES quantities")
    allowed = [value for check in column.checks for value in (check.statistics or {}).get("allowed_values", ())]
    if kind == "boolean":
        allowed = [0, 1]
    if allowed:
        words.append(f'CHECK ("{name}" IN ({", ".join(map(repr, allowed))}))')
    return " ".join(words), column.description


def _fill(database: sqlite3.Connection, name: str, frame: pd.DataFrame) -> None:
    columns = columns_of(frame.drop(columns="fact_ids", errors="ignore"))
    for column in frame.select_dtypes("datetimetz"):
        columns[str(column)] = [value and plain(value) for value in columns[str(column)]]
    places = ", ".join("?" * len(columns))
    database.executemany(f"INSERT INTO {name} VALUES ({places})", zip(*columns.values(), strict=True))  # noqa: S608 - our own names


def _links(findings: pd.DataFrame) -> Iterator[tuple[str, int, str]]:
    for finding_id, fact_ids in zip(findings["finding_id"], findings["fact_ids"], strict=True):
        yield from ((finding_id, position, fact_id) for position, fact_id in enumerate(fact_ids, 1))


def _coded(codings: pd.DataFrame) -> Iterator[tuple[str, str, str | None, int, str]]:
    for row in rows_of(codings):
        key = row["event"], row["measure"], row["group"]
        yield from ((*key, position, fact_id) for position, fact_id in enumerate(row["fact_ids"], 1))


def _decided(decisions: pd.DataFrame) -> Iterator[tuple[int, int, str]]:
    for number, fact_ids in enumerate(decisions["fact_ids"], 1):
        yield from ((number, position, fact_id) for position, fact_id in enumerate(fact_ids, 1))
