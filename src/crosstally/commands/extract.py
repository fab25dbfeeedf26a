"""The command that writes the figures of reports to a table."""

from __future__ import annotations

from pathlib import Path

import click

from crosstally.output.counts import count
from crosstally.reading_options import Inform, Open, reads_documents

# ruff: noqa: D301, PLC0415 - see cli.py

_FORMATS = (".jsonl", ".csv", ".parquet")


@click.command()
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="A .csv, .parquet or .jsonl file."
)
@click.option(
    "--skips",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A .csv file: every number that is no figure, and what it is instead.",
)
@reads_documents
def extract(inputs: tuple[str, ...], reading: Open, inform: Inform, out: Path, skips: Path | None) -> None:
    """Write the figures of reports to one table, a row each.

    INPUT is a file (.txt, .md, .html, .pdf; .jsonl, .csv or .parquet with a column "text"; each but .pdf and .parquet
    also as .gz), a folder, a quoted glob, or - for standard input.

    \b
    Examples:
      crosstally extract reports/ --out facts.csv
      crosstally extract 'reports/*/*.txt' --out facts.parquet
      crosstally extract reports/ --out facts.csv --skips skipped.csv
      cat report.txt | crosstally extract - --out facts.jsonl
    """
    from crosstally import api
    from crosstally.config import load_limits
    from crosstally.output.tables.whole import require_place

    if out.suffix not in _FORMATS:
        raise click.UsageError(f"--out {out}: unknown table format {out.suffix!r} (allowed: {', '.join(_FORMATS)})")
    if skips is not None and skips.suffix != ".csv":
        raise click.UsageError(f"--skips {skips}: unknown table format {skips.suffix!r} (allowed: .csv)")
    for place in (out, skips or out):
        require_place(place)
    with reading(load_limits()) as how:
        written = api.tabulate(*inputs, out=out, skips=skips, reading=how)
    if skips is not None:
        inform(f"{count(written.skips, 'number')} that {'is' if written.skips == 1 else 'are'} no figure in {skips}")
    inform(f"{count(written.figures, 'figure')} of {count(written.reports, 'report')} in {out}")
