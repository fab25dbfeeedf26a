"""Parquet: a report or a fact a row; only the columns that are needed are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from crosstally.errors import InputError
from crosstally.facts.source.piece import Given, Piece

if TYPE_CHECKING:
    import pyarrow.parquet

SUFFIXES = (".parquet",)
PACKED = False

_BUFFER = 2**16  # bytes of a column in memory at a time
_ROWS = 128


def read(given: Given) -> Iterator[Piece]:
    """The rows, from 1."""
    import pyarrow as pa  # noqa: PLC0415 - only those who give Parquet pay for it

    number = 0
    try:
        with _file(given) as file:
            for batch in file.iter_batches(
                batch_size=_ROWS, columns=given.wanted(file.schema_arrow.names), use_threads=False
            ):  # threads read ahead
                for row in _in_microseconds(batch).to_pylist():
                    number += 1
                    yield Piece(row, number, number, is_row=True)
    except (OSError, pa.ArrowException, ValueError, OverflowError) as error:
        raise InputError(f"not Parquet: {_one_line(error)}", path=given.path, line=number + 1) from error


def columns(given: Given) -> list[str]:
    """The names of the schema."""
    with _file(given) as file:
        return list(file.schema_arrow.names)


def length(given: Given) -> int:
    """How many rows a file says it has.

    Raises:
        InputError: It cannot be read.
    """
    with _file(given) as file:
        return int(file.metadata.num_rows)


def _file(given: Given) -> pyarrow.parquet.ParquetFile:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        return pq.ParquetFile(
            given.stream, buffer_size=_BUFFER, pre_buffer=False
        )  # else a row group is in memory as a whole
    except (OSError, pa.ArrowException, ValueError) as error:
        raise InputError(f"not Parquet: {_one_line(error)}", path=given.path) from error


def _in_microseconds(batch: Any) -> Any:
    """Python's datetime has no nanoseconds."""
    import pyarrow as pa  # noqa: PLC0415

    for index, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            cast = batch.column(index).cast(pa.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(index, field.name, cast)
    return batch


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
