"""CSV: UTF-8, lines end in a line feed, null is an empty cell, lists are separated by spaces, no cell is a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TextIO

from crosstally.facts.tables.cells import guarded
from crosstally.output.tables.columns import Columns, tables


def write(pieces: Iterable[Columns], name: str, path: Path) -> None:
    """Write a table, given in one piece or more; `tables.typed.read_table` reads the same table back."""
    columns = tables()[name].columns
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(_LineFeeds(stream), lineterminator="\r\n")
        writer.writerow(column.name for column in columns)
        for piece in pieces:
            cells = [_cells(column.kind, piece[column.name]) for column in columns]
            writer.writerows(zip(*cells, strict=True))


class _LineFeeds:
    """Ends rows in a line feed. csv quotes the characters of its line terminator only: both must be in it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, row: str) -> int:
        return self._stream.write(row.removesuffix("\r\n") + "\n")


def _cells(kind: str, values: list[object]) -> list[object]:
    if kind == "string":
        return [value and guarded(str(value)) for value in values]
    return values if kind in {"number", "integer"} else list(map(_cell, values))  # csv knows how to write these


def _cell(value: object) -> object:
    match value:
        case bool():
            return str(value).lower()
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case list():
            return " ".join(value)
    return value
