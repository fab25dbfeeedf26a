"""Parquet: typed columns, and in its metadata what made them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.json as pj
import pyarrow.parquet as pq

from crosstally.output.tables import jsonl
from crosstally.output.tables.columns import Columns, tables
from crosstally.output.tables.origin import origin

ROWS = 8192  # of a row group
TYPES = {
    "string": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "datetime": pa.timestamp("us", "UTC"),
    "list": pa.list_(pa.string()),
}


def write(pieces: Iterable[Columns], name: str, path: Path, configuration: str | None = None) -> None:
    """Write a table; the same table gives the same bytes, and `read_table` reads it back.

    Any reader gets plain columns: there is no metadata of pandas.

    Args:
        pieces: The table, in one piece or in several of a multiple of `ROWS` rows: that is a row group.
        name: Its name.
        path: Where to.
        configuration: The fingerprint of the settings it was made under, if there is one.
    """
    metadata = {f"crosstally:{key}": value for key, value in origin(configuration).items()}
    fields = [pa.field(one.name, TYPES[one.kind], nullable=one.nullable) for one in tables()[name].columns]
    schema = pa.schema(fields, metadata=metadata)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for columns in pieces:
            for group in _row_groups(columns, schema):
                writer.write_table(group)


def _row_groups(columns: Columns, schema: pa.Schema) -> Iterator[pa.Table]:
    """A table in pieces of `ROWS` rows, read from JSON: to make arrays of lists, pyarrow loads pandas."""
    parse = pj.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error")
    size = len(next(iter(columns.values())))
    if not size:
        yield pa.Table.from_batches([], schema)
    for start in range(0, size, ROWS):
        rows = {name: values[start : start + ROWS] for name, values in columns.items()}
        text = "".join(jsonl.lines(rows)).encode()
        whole = pj.ReadOptions(use_threads=False, block_size=len(text) + 1)
        read = pj.read_json(io.BytesIO(text), whole, parse)
        yield pa.Table.from_arrays(read.columns, schema=schema)
