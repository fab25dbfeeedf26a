"""JSONL: one object a row, every column in it, null where there is no value."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from crosstally.facts.tables.typed import rows_of
from crosstally.output.json import plain


def write(pieces: Iterable[pd.DataFrame], path: Path) -> None:
    """Write a table, given in one piece or more; `tables.typed.read_table` reads the same table back."""
    line = json.JSONEncoder(ensure_ascii=False, default=plain).encode
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for frame in pieces:
            stream.writelines(line(row) + "\n" for row in rows_of(frame))
