"""The command that holds a table of figures against the sources that its rows cite."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from crosstally.commands.check import SEVERITIES
from crosstally.exit_codes import FINDINGS, NOTHING_FOUND
from crosstally.formats import AUDITED, Format, Place, places, put_audit
from crosstally.project import settle
from crosstally.reading_options import Inform, Open, reads_documents

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("table", type=click.Path(path_type=Path), metavar="TABLE")
@click.option(
    "--format",
    "wanted",
    type=Format(AUDITED),
    multiple=True,
    metavar="F[=FILE]",
    help="text (the default), html, json, markdown, github, gitlab, sarif, junit, annotations or baseline; with"
    " =FILE, to a file. May be given several times.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="The lowest severity that makes the exit code 1: error (other figure, other measure, absent), warning (source"
    " missing) or info (unclear).",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Pass over the findings that it holds: those that --format baseline=FILE wrote.",
)
@reads_documents
def audit(  # noqa: PLR0913 - one for each option
    inputs: tuple[str, ...],
    reading: Open,
    inform: Inform,
    *,
    table: Path,
    wanted: tuple[Place, ...],
    fail_on: str,
    baseline: Path | None,
) -> int:
    """Hold every figure of a table against the sources that its row cites.

    TABLE is a .csv, .xlsx, .jsonl or .parquet file with a measure and a value a row, or a column for each measure
    (crosstally init --table begins one). INPUT are its sources, as check takes them. A row cites those of its url, its
    doc_id, its source and its event, as far as it names them.

    Each figure is supported, other figure (the sources give the same thing another number), other measure (the number
    is there for something else), decided, absent, source missing, or unclear.

    \b
    Examples:
      crosstally audit figures.csv reports/
      crosstally audit figures.csv reports/ --format html=audit.html --format github
      crosstally audit figures.csv reports/ --format baseline=known.json --fail-on never
      crosstally audit figures.csv reports/ --baseline known.json
    """
    from crosstally import api
    from crosstally.output.tables.whole import require_place
    from crosstally.passed_over import pass_known, pass_waived, today
    from crosstally.rules.history.baseline import read_baseline

    settings = settle()
    targets = places(wanted)
    for _, file in targets:
        if file:
            require_place(file)
    known = read_baseline(baseline) if baseline else frozenset()
    with reading() as how:
        found = api.audit(table, *inputs, reading=how)
    left = pass_waived(found.report, settings.waivers, inform, today())
    if baseline:
        left = pass_known(left, known, baseline, inform, found.report)
    for name, file in targets:
        put_audit(replace(found, report=left), name, file)
    severities = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return FINDINGS if any(finding.severity in severities for finding in left.findings) else NOTHING_FOUND
