"""The fact table alone, in the format that its file's name ends in."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from crosstally.facts.schema import FactTable
from crosstally.output.tables import csv, jsonl, parquet
from crosstally.output.tables.whole import whole_file


def write(facts: pd.DataFrame, path: Path) -> None:
    """Write a fact table that keeps its schema.

    Args:
        facts: As `crosstally.facts.table.to_frame` gives it.
        path: Ends in .csv, .jsonl or .parquet.

    Raises:
        CrosstallyError: It cannot be written there.
    """
    with whole_file(path) as unfinished:
        match path.suffix:
            case ".csv":
                csv.write(facts, unfinished)
            case ".jsonl":
                jsonl.write(facts, unfinished)
            case ".parquet":
                parquet.write(facts, FactTable, unfinished)
