"""What is kept of a run: its tables in a folder, and what people decided."""

from __future__ import annotations

from pathlib import Path

from crosstally.rules.decisions.decision import Decision
from crosstally.rules.decisions.writing import append
from crosstally.rules.tables import tables as frames


def write(tables: frames.Tables, folder: str | Path) -> None:
    """Write tables to a folder: each as .csv and .parquet, all in crosstally.sqlite, and a datapackage.json about them.

    Args:
        tables: As `check` gives them.
        folder: Where to; it is made where it is missing. Files of the same names are replaced.

    Raises:
        SchemaError: A table breaks its schema; nothing is written.
        CrosstallyError: The folder cannot be made or written to.
    """
    from crosstally.output.tables.frames import write as write_frames  # noqa: PLC0415

    write_frames(tables, Path(folder))


def decide(decision: Decision, path: str | Path) -> None:
    """Keep a decision: add it to a file of decisions, below what is there.

    Args:
        decision: A `Reading`, an `Alignment` or an `Adjudication` (see `crosstally.rules.decisions.decision`).
        path: The file; it is made if there is none.

    Raises:
        ConfigError: What is there is malformed, or says the contrary.
        CrosstallyError: The file cannot be written.
    """
    append(decision, Path(path))
