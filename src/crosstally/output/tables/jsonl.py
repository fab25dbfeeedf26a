"""JSONL: one object a row, every column in it, null where there is no value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from crosstally.output.json import plain
from crosstally.output.tables.columns import Columns


def write(pieces: Iterable[Columns], path: Path) -> None:
    """Write a table, given in one piece or more; `tables.typed.read_table` reads the same table back."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for columns in pieces:
            stream.writelines(lines(columns))


def lines(columns: Columns) -> Iterator[str]:
    """The rows of a table, a line each."""
    encode = json.JSONEncoder(ensure_ascii=False, default=plain).encode
    rows = (dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True))
    return (encode(row) + "\n" for row in rows)
