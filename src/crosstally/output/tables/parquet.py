"""Parquet: typed columns, and in its metadata the versions of the schema and of the tool that wrote it."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from crosstally.facts.failures import Model
from crosstally.facts.schema import VERSION
from crosstally.facts.typed import kinds, rows_of

TYPES = {
    "string": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "datetime": pa.timestamp("us", "UTC"),
    "list": pa.list_(pa.string()),
}


def write(frame: pd.DataFrame, model: Model, path: Path) -> None:
    """Write a table; the same table gives the same bytes, and `read_table` reads it back.

    The pandas metadata is left out on purpose: any reader gets plain columns.
    """
    metadata = {"crosstally:schema": VERSION, "crosstally:version": version("crosstally")}
    nullable = {name: column.nullable for name, column in model.to_schema().columns.items()}
    fields = [pa.field(name, TYPES[kind], nullable=nullable[name]) for name, kind in kinds(model).items()]
    table = pa.Table.from_pylist(list(rows_of(frame)), schema=pa.schema(fields, metadata=metadata))
    pq.write_table(table, path, compression="zstd")
