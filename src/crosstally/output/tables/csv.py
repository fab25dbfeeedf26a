"""CSV: UTF-8, lines end in a line feed, null is an empty cell, lists are separated by spaces, no cell is a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TextIO

import pandas as pd

from crosstally.facts.tables.cells import guarded
from crosstally.facts.tables.typed import columns_of

NUMBERS = (pd.Float64Dtype, pd.Int64Dtype)  # csv knows how to write these


def write(pieces: Iterable[pd.DataFrame], path: Path) -> None:
    """Write a table, given in one piece or more; `tables.typed.read_table` reads the same table back."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(_LineFeeds(stream), lineterminator="\r\n")
        for number, frame in enumerate(pieces):
            if number == 0:
                writer.writerow(frame.columns)
            columns = columns_of(frame)
            for name, dtype in frame.dtypes.items():
                if isinstance(dtype, pd.StringDtype):
                    columns[str(name)] = [value and guarded(value) for value in columns[str(name)]]
                elif not isinstance(dtype, NUMBERS):
                    columns[str(name)] = list(map(_cell, columns[str(name)]))
            writer.writerows(zip(*columns.values(), strict=True))


class _LineFeeds:
    """Ends rows in a line feed. csv quotes the characters of its line terminator only: both must be in it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, row: str) -> int:
        return self._stream.write(row.removesuffix("\r\n") + "\n")


def _cell(value: object) -> object:
    match value:
        case bool():
            return str(value).lower()
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case list():
            return " ".join(value)
    return value
