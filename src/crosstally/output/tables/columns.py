"""The columns of all tables, and tables as plain columns: all that writing them needs, without pandas or pandera.

columns.json is made from the schemas, which alone say what a table may hold, by scripts/columns.py; a test compares
the two.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from crosstally.errors import InputError
from crosstally.facts.source.records import to_utc
from crosstally.facts.tables.failure import Failure, raise_failures

Columns = Mapping[str, list[Any]]
"""A table: of each column its values, None where there is none."""


class Column(NamedTuple):
    """A column.

    Attributes:
        name: Its name.
        kind: string, number, integer, boolean, datetime or list.
        description: What it holds.
        nullable: Whether there may be no value.
        unique: Whether each value stands once.
        allowed: The values that there may be; none where there may be any.
        minimum: The least value.
    """

    name: str
    kind: str
    description: str | None
    nullable: bool
    unique: bool
    allowed: list[str]
    minimum: float | None


class Table(NamedTuple):
    """What a table holds, and its columns in order."""

    description: str
    columns: list[Column]


@cache
def tables() -> Mapping[str, Table]:
    """All tables, by name."""
    read = json.loads(files("crosstally.output.tables").joinpath("columns.json").read_text(encoding="utf-8"))
    return {
        name: Table(table["description"], [Column(**column) for column in table["columns"]])
        for name, table in read.items()
    }


def filled(name: str, rows: Iterable[Mapping[str, object]], before: int = 0) -> Columns:
    """A table of rows, column by column, each value of its column's kind.

    Args:
        name: The table.
        rows: With all of its columns.
        before: How many rows stand above them.

    Raises:
        SchemaError: A value is none that its column may hold.
    """
    columns = tables()[name].columns
    given: dict[str, list[object]] = {column.name: [] for column in columns}
    for row in rows:
        for key, values in given.items():
            values.append(row[key])
    failures: list[Failure] = []
    read = {column.name: list(_cells(column, given[column.name], failures, before)) for column in columns}
    raise_failures(sorted(failures), name)
    return read


def _cells(column: Column, values: list[object], failures: list[Failure], before: int) -> Iterator[object]:
    """The values of a column in its kind; what it may not hold is added to failures."""
    parse, told = _KINDS[column.kind]
    times = Counter(values if column.unique else ())
    for row, value in enumerate(values, before + 1):
        try:
            read = None if value is None else parse(value)
            allowed = _broken(column, read)
        except (TypeError, ValueError, OverflowError, InputError):
            read, allowed = None, told
        if column.unique and times[value] > 1:
            allowed = "each value once"
        if allowed is not None:
            failures.append(Failure(row, (column.name,), f"{value!r:.80}", allowed))
        yield read


def _broken(column: Column, value: Any) -> str | None:
    """What a column may hold instead of a value of its kind; None where it may hold that."""
    if value is None:
        return None if column.nullable else "a value"
    if column.allowed and value not in column.allowed:
        return ", ".join(column.allowed)
    if column.minimum is not None and value < column.minimum:
        return f"{column.minimum:g} or more"
    return None


def _string(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    value.encode()  # half of a surrogate pair is no text; its error is a ValueError
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(value)
    return float(value)


def _integer(value: object) -> int:
    number = _number(value)
    if not number.is_integer():
        raise ValueError(value)
    return int(number)


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _list(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError(value)
    return [_string(item) for item in value]


_KINDS: Mapping[str, tuple[Callable[[object], object], str]] = {
    "string": (_string, "text that is not blank"),
    "number": (_number, "a finite number"),
    "integer": (_integer, "a whole number"),
    "boolean": (_boolean, "true or false"),
    "datetime": (to_utc, "an ISO 8601 date or time"),
    "list": (_list, "ids"),
}
