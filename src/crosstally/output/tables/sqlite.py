"""SQLite: the tables in one file, with keys; `finding_facts` and the like say what each row rests on.

The file tells the version of its columns as `user_version`, and in the table `origin` what made it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from crosstally.facts.tables.flat import VERSION
from crosstally.output.json import plain
from crosstally.output.tables.columns import Column, Columns, tables
from crosstally.output.tables.origin import origin
from crosstally.rules.tables.flat import QUANTITY_IDS

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


def write(found: Mapping[str, Columns], path: Path, configuration: str | None = None) -> None:
    """Write tables to a new file; the same tables give the same bytes, as far as SQLite itself is the same.

    Rows keep their order (`rowid`). Times are ISO 8601 text in UTC, booleans 0 and 1, what is unknown is NULL.

    Args:
        found: The tables, by name.
        path: Where to; nothing stands there yet.
        configuration: The fingerprint of the settings they were made under, if there is one.

    Raises:
        OSError: It cannot be written there.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _write(database, found, configuration)
    except sqlite3.Error as error:  # what SQLite says of a full disk
        raise OSError(str(error)) from error


def _write(database: sqlite3.Connection, found: Mapping[str, Columns], configuration: str | None) -> None:
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; BEGIN")
    database.execute(f"PRAGMA user_version = {VERSION}")
    database.execute(_ORIGIN)
    database.executemany("INSERT INTO origin VALUES (?, ?)", origin(configuration).items())
    for name in _ORDER:
        database.execute(_definition(name))
        _fill(database, name, found[name])
    database.execute(_LINKS)
    database.executemany("INSERT INTO finding_facts VALUES (?, ?, ?)", _links(found["findings"]))
    database.execute(_CODED)
    database.executemany("INSERT INTO coding_facts VALUES (?, ?, ?, ?, ?)", _coded(found["codings"]))
    database.execute(_DECIDED)
    database.executemany("INSERT INTO decision_facts VALUES (?, ?, ?)", _decided(found["decisions"]))
    for name, indexed in _INDEXES.items():
        for columns in indexed:
            database.execute(f"CREATE INDEX {name}_{columns.replace(', ', '_')} ON {name} ({columns})")
    database.execute("COMMIT")


def _definition(name: str) -> str:
    """A table with the names, types, constraints and descriptions of its schema."""
    described = [(_column(column), column.description) for column in tables()[name].columns if column.kind != "list"]
    lines = [f"  {column}, -- {meaning}\n" for column, meaning in described[:-1]]
    column, meaning = described[-1]
    return f"CREATE TABLE {name} (\n{''.join(lines)}  {column} -- {meaning}\n)"


def _column(column: Column) -> str:
    """How a column is defined."""
    words = [f'"{column.name}"', TYPES[column.kind]]
    if not column.nullable:
        words.append("NOT NULL")
    if column.unique:
        words.append("PRIMARY KEY")
    elif column.name in QUANTITY_IDS:
        words.append("REFERENCES quantities")
    allowed: list[object] = [0, 1] if column.kind == "boolean" else [*column.allowed]
    if allowed:
        words.append(f'CHECK ("{column.name}" IN ({", ".join(map(repr, allowed))}))')
    return " ".join(words)


def _fill(database: sqlite3.Connection, name: str, columns: Columns) -> None:
    written = [
        [value and plain(value) for value in columns[column.name]]
        if column.kind == "datetime"
        else columns[column.name]
        for column in tables()[name].columns
        if column.kind != "list"
    ]
    places = ", ".join("?" * len(written))
    database.executemany(f"INSERT INTO {name} VALUES ({places})", zip(*written, strict=True))  # noqa: S608 - our own names


def _links(findings: Columns) -> Iterator[tuple[str, int, str]]:
    for finding_id, fact_ids in zip(findings["finding_id"], findings["fact_ids"], strict=True):
        yield from ((finding_id, position, fact_id) for position, fact_id in enumerate(fact_ids, 1))


def _coded(codings: Columns) -> Iterator[tuple[str, str, str | None, int, str]]:
    for *key, fact_ids in zip(*(codings[name] for name in ("event", "measure", "group", "fact_ids")), strict=True):
        event, measure, group = key
        yield from ((event, measure, group, position, fact_id) for position, fact_id in enumerate(fact_ids, 1))


def _decided(decisions: Columns) -> Iterator[tuple[int, int, str]]:
    for number, fact_ids in enumerate(decisions["fact_ids"], 1):
        yield from ((number, position, fact_id) for position, fact_id in enumerate(fact_ids, 1))
