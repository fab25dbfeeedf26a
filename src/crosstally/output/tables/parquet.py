"""Parquet: typed columns, and in its metadata what made them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from crosstally.facts.tables.failures import Model
from crosstally.facts.tables.table import ROWS
from crosstally.facts.tables.typed import columns_of, kinds
from crosstally.output.tables.origin import origin

TYPES = {
    "string": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "datetime": pa.timestamp("us", "UTC"),
    "list": pa.list_(pa.string()),
}


def write(pieces: Iterable[pd.DataFrame], model: Model, path: Path, configuration: str | None = None) -> None:
    """Write a table; the same table gives the same bytes, and `read_table` reads it back.

    The pandas metadata is left out on purpose: any reader gets plain columns.

    Args:
        pieces: The table, in one piece or in several of a multiple of `ROWS` rows: that is a row group.
        model: Its schema.
        path: Where to.
        configuration: The fingerprint of the settings it was made under, if there is one.
    """
    metadata = {f"crosstally:{name}": value for name, value in origin(configuration).items()}
    nullable = {name: column.nullable for name, column in model.to_schema().columns.items()}
    fields = [pa.field(name, TYPES[kind], nullable=nullable[name]) for name, kind in kinds(model).items()]
    schema = pa.schema(fields, metadata=metadata)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for frame in pieces:
            writer.write_table(pa.Table.from_pydict(columns_of(frame), schema=schema), row_group_size=ROWS)
