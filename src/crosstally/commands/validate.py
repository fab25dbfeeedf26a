"""The command that holds edited tables against their schemas."""

from __future__ import annotations

from pathlib import Path

import click

from crosstally.exit_codes import FINDINGS, NOTHING_FOUND
from crosstally.output.counts import count
from crosstally.terminal import show, tell

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("tables", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TABLE...")
def validate(tables: tuple[Path, ...]) -> int:
    """Hold an edited table against its schema.

    Every failing row and column is listed, with what was found and what is allowed. TABLE is a fact table (.csv,
    .parquet, .jsonl), or the quantities or findings that check wrote. Given all three of a run, what they say of each
    other is looked at too.

    \b
    Examples:
      crosstally validate facts.csv
      crosstally validate tables/*.csv
    """
    from crosstally.rules.tables.table import inspect

    failures = inspect(tables)
    show("".join(f"{path}: {failure}\n" for path, found in failures.items() for failure in found))
    for path, found in failures.items():
        tell(f"{path}: {count(len(found), 'failure') if found else 'valid'}")
    return FINDINGS if any(failures.values()) else NOTHING_FOUND
