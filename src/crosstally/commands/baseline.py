"""The command that writes down what is found today."""

from __future__ import annotations

from pathlib import Path

import click

from crosstally.formats import put
from crosstally.output.counts import count
from crosstally.own_rules import takes_rules
from crosstally.project import decided, examine, settle
from crosstally.reading_options import Events, Inform, Open, reads_documents, takes_decisions, takes_events

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="A JSON file.")
@takes_events
@takes_decisions
@takes_rules
@reads_documents
def baseline(  # noqa: PLR0913 - one for each option
    inputs: tuple[str, ...], reading: Open, inform: Inform, *, out: Path, events: Events, decisions: Path | None
) -> None:
    """Write down what is found today, for check to pass over.

    Then check fails on what is new alone. Keep the file with the reports. A known finding is told by who says which
    words of what: edits elsewhere in a report do not change it. Run this again to drop what was mended. What is waived
    is left out.

    \b
    Examples:
      crosstally baseline reports/ --out known.json
      crosstally check reports/ --baseline known.json
    """
    from crosstally.output.tables.whole import require_place
    from crosstally.passed_over import pass_waived, today

    settings = settle()
    require_place(out)
    report = examine(inputs, settings, reading, events, decided(inputs, settings, decisions))
    report = pass_waived(report, settings.waivers, inform, today())
    put(report, "baseline", out)
    inform(f"{count(len(report.findings), 'finding')} in {out}")
