"""Tables typed by a schema: from rows of plain values, from files, and back to rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from crosstally.errors import InputError
from crosstally.facts.source.kinds import kind
from crosstally.facts.source.records import to_utc
from crosstally.facts.source.rows import column_names, read_rows
from crosstally.facts.tables.cells import unguarded
from crosstally.facts.tables.failure import Failure
from crosstally.facts.tables.failures import Model

Kind = Literal["string", "number", "integer", "boolean", "datetime", "list"]
KINDS: dict[str, Kind] = {"Float64": "number", "Int64": "integer", "boolean": "boolean", "object": "list"}


def kinds(model: Model) -> dict[str, Kind]:
    """The kind of each column of a schema, in order; but for "list" they are the names that Table Schema uses."""
    names = {name: str(column.dtype) for name, column in model.to_schema().columns.items()}
    return {
        name: KINDS.get(dtype) or ("datetime" if dtype.startswith("datetime") else "string")
        for name, dtype in names.items()
    }


def frame_of(model: Model, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """A typed table of rows whose values are of the right types."""
    columns: dict[str, list[object]] = {name: [] for name in kinds(model)}
    for row in rows:
        for name, values in columns.items():
            values.append(row[name])
    return _frame(model, columns)


def columns_of(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """The columns of a table as plain values; null is None."""
    return {str(name): _plain(frame[name]) for name in frame.columns}


def rows_of(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows of a table as plain values; null is None."""
    columns = columns_of(frame)
    return (dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True))


def values_of(frame: pd.DataFrame) -> dict[str, list[object]]:
    """The columns of a table, as `typed` takes them."""
    return {str(name): frame[name].tolist() for name in frame.columns}


def typed(model: Model, columns: Mapping[str, Sequence[object]]) -> tuple[pd.DataFrame, list[Failure]]:
    """A typed table of whatever values somebody wrote.

    Args:
        model: The schema; columns that it does not name are left out, and those that a table may lack are filled.
        columns: Values by column: of the right type, or text that spells them; blank text is null.

    Returns:
        The table, with null for what cannot be read as its column's type, and these cells.
    """
    failures = []
    cells: dict[str, list[object]] = {}
    rows = len(next(iter(columns.values()), ()))
    absent = _absent(model)
    for name, column_kind in kinds(model).items():
        if name not in columns:
            if name in absent:
                cells[name] = [absent[name]] * rows
            continue
        parse, allowed = PARSERS[column_kind]
        cells[name] = []
        for row, value in enumerate(columns[name], 1):
            try:
                cells[name].append(None if _is_null(value) else parse(value))
            except (TypeError, ValueError, OverflowError, InputError):
                cells[name].append(None)
                failures.append(Failure(row, (name,), f"{value!r:.80}", allowed))
    return _frame(model, cells), failures


def read_table(path: Path, model: Model) -> tuple[pd.DataFrame, list[Failure]]:
    """A typed table of a .csv, .jsonl or .parquet file, and the cells that cannot be read as their column's type.

    Raises:
        InputError: The file is missing, of another type, or malformed as a whole.
    """
    columns: dict[str, list[object]] = {name: [] for name in kinds(model)}
    is_csv = kind(path) == ".csv"
    named = set(column_names(path)) or (set(columns) if kind(path) == ".jsonl" else set())  # no rows name no columns
    if not named:
        raise InputError("the table is empty", path=path)
    for _, row in read_rows(path):
        named |= row.keys()
        for name, values in columns.items():
            value = row.get(name)
            values.append(unguarded(value) if is_csv and isinstance(value, str) else value)
    return typed(model, {name: values for name, values in columns.items() if name in named})


def _frame(model: Model, columns: Mapping[str, list[object]]) -> pd.DataFrame:
    dtypes = {name: column.dtype.type for name, column in model.to_schema().columns.items()}
    return pd.DataFrame({name: pd.Series(values, dtype=dtypes[name]) for name, values in columns.items()})


def _absent(model: Model) -> dict[str, object]:
    """The columns that a table may lack, each with the value that its rows are then read with."""
    told = {name: column.metadata or {} for name, column in model.to_schema().columns.items()}
    return {name: metadata["absent"] for name, metadata in told.items() if "absent" in metadata}


def _plain(column: pd.Series[Any]) -> list[object]:
    values = column.astype(object).where(column.notna(), None).tolist()
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        return [value and value.to_pydatetime() for value in values]
    return values


def _is_null(value: object) -> bool:
    if isinstance(value, str):
        return not value
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value))


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()  # half of a surrogate pair is no text; its error is a ValueError
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str) or "_" in str(value):
        raise ValueError(value)
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _integer(value: object) -> int:
    number = _number(value)
    if not number.is_integer() or abs(number) >= 2**53:
        raise ValueError(value)
    return int(number)


def _boolean(value: object) -> bool:
    if not isinstance(value, bool) and str(value).lower() not in {"true", "false"}:
        raise ValueError(value)
    return str(value).lower() == "true"


def _list(value: object) -> list[str]:
    items = value.split() if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError(value)
    return items


PARSERS: dict[Kind, tuple[Callable[[object], object], str]] = {
    "string": (_string, "a string"),
    "number": (_number, "a finite number"),
    "integer": (_integer, "a whole number"),
    "boolean": (_boolean, "true or false"),
    "datetime": (to_utc, "an ISO 8601 date or time"),
    "list": (_list, "ids separated by spaces"),
}
