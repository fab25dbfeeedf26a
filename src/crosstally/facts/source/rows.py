"""Tables row by row, for those who read all of their columns: fact tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from crosstally.errors import InputError
from crosstally.facts.source.kinds import is_table, kind, readers
from crosstally.facts.source.opening import opened
from crosstally.facts.source.piece import Given, TableReader

Row = tuple[int, dict[str, object]]


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a table.

    Yields:
        The line (of Parquet the row), from 1, and the values by column. CSV gives strings.

    Raises:
        InputError: The file cannot be read or a line is malformed.
    """
    with _given(path) as (reader, given):
        for piece in reader.read(given):
            if piece.fault:
                raise piece.fault
            yield piece.line or 0, dict(piece.fields)


def column_names(path: Path) -> list[str]:
    """The names of a table's columns: a header, a Parquet schema, the keys of the first JSON object.

    Raises:
        InputError: The file is of another type, or cannot be read.
    """
    with _given(path) as (reader, given):
        return reader.columns(given)


def is_fact_table(path: Path) -> bool:
    """Whether a file holds facts and not documents, told by its columns."""
    return {"fact_id", "quote"} <= set(column_names(path))


@contextmanager
def _given(path: Path) -> Iterator[tuple[TableReader, Given]]:
    if not is_table(path):
        tables = [suffix for suffix, reader in readers().items() if hasattr(reader, "columns")]
        raise InputError("not a table", path=path, allowed=", ".join(tables))
    with opened(path) as stream:
        yield cast("TableReader", readers()[kind(path)]), Given(stream, path, kind(path))
