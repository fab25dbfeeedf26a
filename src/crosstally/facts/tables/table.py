"""The fact table: facts as a typed DataFrame, and back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.tables.failure import Failure, raise_failures
from crosstally.facts.tables.failures import find_failures
from crosstally.facts.tables.flat import fact_of, fact_row
from crosstally.facts.tables.quotes import misquotes
from crosstally.facts.tables.schema import FactTable
from crosstally.facts.tables.typed import frame_of, read_table, rows_of, typed, values_of


def to_frame(facts: Iterable[Fact]) -> pd.DataFrame:
    """The fact table, in the order of the facts.

    Raises:
        SchemaError: The facts break the schema, or a quote is not what its document says at its span.
    """
    failures: list[Failure] = []

    def rows() -> Iterable[dict[str, object]]:
        for number, fact in enumerate(facts, 1):
            failures.extend(misquotes(fact, number))
            yield fact_row(fact)

    frame = frame_of(FactTable, rows())
    raise_failures(sorted(failures + find_failures(FactTable, frame)), "facts")
    return frame


def from_frame(frame: pd.DataFrame) -> list[Fact]:
    """The facts of a table. Their documents have no text: the table does not hold it.

    Args:
        frame: A table with the columns of `FactTable`, of their types or of types that hold the same values.

    Raises:
        SchemaError: The table breaks the schema; the message lists every failing row and column.
    """
    table, unreadable = typed(FactTable, values_of(frame))
    raise_failures(find_failures(FactTable, table, unreadable), "facts")
    return _facts(table)


def read_facts(path: Path) -> list[Fact]:
    """The facts of a .csv, .parquet or .jsonl file.

    Raises:
        InputError: The file is missing or malformed as a whole.
        SchemaError: The table breaks the schema; the message lists every failing row and column.
    """
    table, unreadable = read_table(path, FactTable)
    raise_failures(find_failures(FactTable, table, unreadable), "facts", path)
    return _facts(table)


def _facts(table: pd.DataFrame) -> list[Fact]:
    documents: dict[str, Document] = {}
    return [fact_of(row, documents) for row in rows_of(table)]
