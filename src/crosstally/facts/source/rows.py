"""The rows of a JSONL, CSV or Parquet file, one at a time, each with the line it stands on."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosstally.errors import InputError
from crosstally.facts.source.files import ROWS, decoded_lines, kind, opened, require_file

if TYPE_CHECKING:
    import pyarrow.parquet

Row = tuple[int, dict[str, object]]

_BUFFER = 2**16  # bytes of a Parquet column in memory at a time
_ROWS = 128  # of a Parquet file

csv.field_size_limit(2**31 - 1)  # a report may be longer than the 131,072 characters that are csv's default


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file.

    Args:
        path: A .jsonl, .csv or .parquet file, the first two also as .gz.

    Yields:
        The line (of Parquet the row), from 1, and the values by column. CSV gives strings.

    Raises:
        InputError: The file cannot be read or a line is malformed.
    """
    if kind(path) == ".parquet":
        yield from _parquet_rows(path)
        return
    with opened(path) as stream:
        lines = decoded_lines(stream, path)
        yield from _csv_rows(lines, path) if kind(path) == ".csv" else jsonl_rows(lines, path)


def column_names(path: Path) -> list[str]:
    """The names of a file's columns: a header, a Parquet schema, the keys of the first JSON object.

    Raises:
        InputError: The file is of another type, or cannot be read.
    """
    if kind(path) not in ROWS:
        raise InputError("not a table", path=path, allowed=", ".join(ROWS))
    if kind(path) == ".parquet":
        return list(_parquet_file(path).schema_arrow.names)
    with opened(path) as stream:
        lines = decoded_lines(stream, path)
        if kind(path) == ".csv":
            return next(csv.reader(lines), [])
        return [name for _, row in _first(jsonl_rows(lines, path)) for name in row]


def is_fact_table(path: Path) -> bool:
    """Whether a file holds facts and not documents, told by its columns."""
    return {"fact_id", "quote"} <= set(column_names(path))


def _first(rows: Iterator[Row]) -> list[Row]:
    return [row for row in [next(rows, None)] if row is not None]


def jsonl_rows(lines: Iterable[str], path: Path) -> Iterator[Row]:
    """One JSON object a line; blank lines are none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"not JSON: {error}", path=path, line=number) from error
        if not isinstance(row, dict):
            raise InputError(f"not a JSON object: {line.strip():.40}", path=path, line=number)
        yield number, row


def _csv_rows(lines: Iterable[str], path: Path) -> Iterator[Row]:
    reader = csv.reader(lines, strict=True)
    try:
        header = next(reader, [])
        if len(set(header)) < len(header):
            twice = sorted({name for name in header if header.count(name) > 1})
            raise InputError(f"columns named twice: {', '.join(twice)}", path=path, line=1)
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                found = f"{len(cells)} cells under {len(header)} columns"
                raise InputError(found, path=path, line=reader.line_num)
            yield reader.line_num, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", path=path, line=reader.line_num) from error


def _parquet_file(path: Path) -> pyarrow.parquet.ParquetFile:
    import pyarrow as pa  # noqa: PLC0415 - only those who give Parquet pay for it
    import pyarrow.parquet as pq  # noqa: PLC0415

    require_file(path)
    try:
        return pq.ParquetFile(path, buffer_size=_BUFFER, pre_buffer=False)  # else a row group is in memory as a whole
    except (OSError, pa.ArrowException) as error:
        raise InputError(f"not Parquet: {_one_line(error)}", path=path) from error


def parquet_length(path: Path) -> int:
    """How many rows a Parquet file says it has.

    Raises:
        InputError: It cannot be read.
    """
    with _parquet_file(path) as file:
        return int(file.metadata.num_rows)


def _parquet_rows(path: Path) -> Iterator[Row]:
    import pyarrow as pa  # noqa: PLC0415

    try:
        number = 0
        with _parquet_file(path) as file:
            for batch in file.iter_batches(batch_size=_ROWS, use_threads=False):  # threads read ahead
                for row in _in_microseconds(batch).to_pylist():
                    number += 1
                    yield number, row
    except (OSError, pa.ArrowException) as error:
        raise InputError(f"not Parquet: {_one_line(error)}", path=path) from error


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
