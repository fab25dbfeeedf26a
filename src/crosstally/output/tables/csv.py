"""CSV: UTF-8, lines end in a line feed, null is an empty cell, lists are separated by spaces."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pandas as pd

from crosstally.facts.typed import rows_of


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write a table; `crosstally.facts.typed.read_table` reads the same table back."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(frame.columns)
        writer.writerows([_cell(value) for value in row.values()] for row in rows_of(frame))


def _cell(value: object) -> object:
    match value:
        case bool():
            return str(value).lower()
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case list():
            return " ".join(value)
    return value
