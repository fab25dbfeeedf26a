"""JSONL: one object a row, every column in it, null where there is no value."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from crosstally.facts.typed import rows_of
from crosstally.output.json import plain


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write a table; `crosstally.facts.typed.read_table` reads the same table back."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False, default=plain) + "\n" for row in rows_of(frame))
