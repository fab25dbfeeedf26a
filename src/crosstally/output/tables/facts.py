"""The fact table alone, in the format that its file's name ends in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from crosstally.output.tables import csv, jsonl, parquet
from crosstally.output.tables.columns import Columns
from crosstally.output.tables.whole import whole_file


def write(pieces: Iterable[Columns], path: Path) -> None:
    """Write a fact table that keeps its schema, piece by piece; the file is there when all of them are.

    Args:
        pieces: As `crosstally.output.tables.rows.facts_in_pieces` gives them.
        path: Ends in .csv, .jsonl or .parquet.

    Raises:
        CrosstallyError: It cannot be written there.
    """
    with whole_file(path) as unfinished:
        match path.suffix:
            case ".csv":
                csv.write(pieces, "facts", unfinished)
            case ".jsonl":
                jsonl.write(pieces, unfinished)
            case ".parquet":
                parquet.write(pieces, "facts", unfinished)
