"""How many documents inputs hold, about: enough to say how long reading them will take."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from crosstally.errors import CrosstallyError
from crosstally.facts.source.files import expand
from crosstally.facts.source.kinds import is_table
from crosstally.facts.source.packing import taken_apart
from crosstally.facts.source.piece import Given
from crosstally.facts.source.readers.parquet import length

_SAMPLE = 2**20  # bytes from which the length of a file's rows is told


def estimate(inputs: Iterable[str | Path]) -> int | None:
    """The number of documents, counted where that is cheap and told from a sample where it is not.

    Returns:
        None where it cannot be told: for standard input and packed rows.
    """
    total = 0
    with suppress(CrosstallyError, OSError, csv.Error):  # what is wrong with an input is told when it is read
        for found in expand(inputs):
            count = (
                None if found.is_standard_input else 1 if not is_table(found.path) else _rows(found.path, found.kind)
            )
            if count is None:
                return None
            total += count
        return total
    return None


def _rows(path: Path, kind: str) -> int | None:
    if kind == ".parquet":
        with path.open("rb") as stream:
            return length(Given(stream, path, kind))
    if taken_apart(path)[1]:
        return None
    with path.open("rb") as stream:
        sample = stream.read(_SAMPLE)
    if kind == ".csv":
        rows = sum(1 for _ in csv.reader(sample.decode(errors="replace").splitlines(keepends=True))) - 1
    else:
        rows = sample.count(b"\n")
    return max(1, round(rows * path.stat().st_size / len(sample))) if sample else 0
