"""The command that holds a table of figures against the sources that its rows cite."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosstally.audit_options import shows_an_audit
from crosstally.reading_options import Inform, Open, reads_documents, takes_decisions

if TYPE_CHECKING:
    from crosstally.rules.audit.audit import Audit

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("table", type=click.Path(path_type=Path), metavar="TABLE")
@takes_decisions
@reads_documents
@shows_an_audit
def audit(inputs: tuple[str, ...], reading: Open, _inform: Inform, *, table: Path, decisions: Path | None) -> Audit:
    """Hold every figure of a table against the sources that its row cites.

    TABLE is a .csv, .xlsx, .jsonl or .parquet file with a measure and a value a row, or a column for each measure
    (crosstally init --table begins one). INPUT are its sources, as check takes them. A row cites those of its url, its
    doc_id, its source and its event, as far as it names them.

    Each figure is supported, other figure (the sources give the same thing another number), other measure (the number
    is there for something else), absent, source missing (a warning), or unclear (an info). What people decided on the
    sources counts: a figure that was taken is decided.

    \b
    Examples:
      crosstally audit figures.csv reports/
      crosstally audit figures.csv reports/ --format html=audit.html --format github
      crosstally audit figures.csv reports/ --format baseline=known.json --fail-on never
      crosstally audit figures.csv reports/ --baseline known.json
    """
    from crosstally import api
    from crosstally.project import decided, settle

    settings = settle()
    kept = decided([str(table), *inputs], settings, decisions)
    with reading(settings.limits) as how:
        return api.audit(table, *inputs, reading=how, decisions=kept)
