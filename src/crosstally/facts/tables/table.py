"""The fact table: facts as a typed DataFrame, and back."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pandas as pd

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.tables.failures import Failure, find_failures, raise_failures
from crosstally.facts.tables.flat import fact_of, fact_row
from crosstally.facts.tables.schema import FactTable
from crosstally.facts.tables.typed import frame_of, read_table, rows_of, typed, values_of

ROWS = 8192  # of one piece of a long table


def to_frame(facts: Iterable[Fact]) -> pd.DataFrame:
    """The fact table, in the order of the facts.

    Raises:
        SchemaError: The facts break the schema, or a quote is not what its document says at its span.
    """
    return _frame(facts, before=0)


def to_frames(facts: Iterable[Fact]) -> Iterator[pd.DataFrame]:
    """The fact table in pieces of `ROWS` rows, so that one of any length takes little memory.

    Yields:
        At least one piece; the last may be shorter.

    Raises:
        SchemaError: As `to_frame`; that facts of different pieces share an id is told at the end.
    """
    facts = iter(facts)
    ids = array("Q")  # as numbers, they take 8 bytes each
    more = True
    while more:
        piece = list(islice(facts, ROWS))
        more = len(piece) == ROWS
        if piece or not ids:
            frame = _frame(piece, before=len(ids))
            ids.extend(int(fact_id, 16) for fact_id in frame["fact_id"])
            yield frame
    raise_failures(_repeated(ids), "facts")


def _frame(facts: Iterable[Fact], before: int) -> pd.DataFrame:
    """A typed table that keeps the schema; `before` rows stand above it."""
    failures: list[Failure] = []

    def rows() -> Iterable[dict[str, object]]:
        for number, fact in enumerate(facts, 1):
            failures.extend(_misquotes(fact, number))
            yield fact_row(fact)

    frame = frame_of(FactTable, rows())
    failures = sorted(failures + find_failures(FactTable, frame))
    raise_failures([replace(failure, row=failure.row + before) for failure in failures], "facts")
    return frame


def _repeated(ids: array[int]) -> list[Failure]:
    """The rows that repeat the id of a row above them."""
    numbers = np.frombuffer(ids, dtype=np.uint64)
    order = np.argsort(numbers, kind="stable")
    again = order[1:][numbers[order[1:]] == numbers[order[:-1]]]
    return [Failure(int(row) + 1, ("fact_id",), f"'{ids[row]:016x}'", "each value once") for row in sorted(again)]


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


def _misquotes(fact: Fact, number: int) -> list[Failure]:
    """Where the text is at hand, text[start:end] is the quote. Facts of a table come without it."""
    whole = fact.document.title if fact.section == "title" else fact.document.text
    if not whole or whole[fact.start : fact.end] == fact.quote:
        return []
    found = f"{fact.quote!r} where {fact.document.doc_id} says {whole[fact.start : fact.end]!r}"
    return [Failure(number, ("quote",), found, "text[start:end]")]
