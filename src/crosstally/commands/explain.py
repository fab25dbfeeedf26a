"""The command that says why a finding is there and what would silence it, and why figures are one or are not."""

from __future__ import annotations

import shlex
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosstally.own_rules import takes_rules
from crosstally.project import decided, examine, settle
from crosstally.reading_options import Events, Inform, Open, reads_documents, takes_decisions, takes_events
from crosstally.terminal import show

if TYPE_CHECKING:
    from crosstally.config import Settings
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Report

# ruff: noqa: D301, PLC0415 - see cli.py

_TERM = timedelta(days=90)  # for which a waiver is proposed


@click.command()
@click.argument("name", metavar="WHAT")
@click.option("--and", "other", metavar="WHAT", help="Another quantity or figure: say why they are one, or why not.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FACTS",
    help="The fact table that check held the figures against.",
)
@takes_events
@takes_decisions
@takes_rules
@reads_documents
def explain(  # noqa: PLR0913 - one for each option
    inputs: tuple[str, ...],
    reading: Open,
    _inform: Inform,
    *,
    name: str,
    other: str | None,
    against: Path | None,
    events: Events,
    decisions: Path | None,
) -> None:
    """Say why a finding is there and what would silence it, and why figures are taken for one, or are not.

    WHAT is the id that check shows behind a finding, the id of a quantity, or the beginning of one; a measure, as in
    "killed"; or a figure, by its words. INPUT is what was checked, or the folder that check --out wrote.

    \b
    Examples:
      crosstally explain 1f2e3d4c reports/
      crosstally explain killed reports/
      crosstally explain "over 100" --and "90 others" reports/
      crosstally explain 1f2e3d4c tables/
      crosstally explain 1f2e3d4c reports/ --against facts.csv
    """
    from crosstally.rules.desk.naming import meant, quantity_meant
    from crosstally.rules.finding import Finding
    from crosstally.rules.history.against import held_against

    settings = settle()
    given = [_table_of(item) for item in inputs]
    kept = decided(given, settings, decisions)
    report = examine(given, settings, reading, events, kept)
    if against:
        from crosstally.facts.tables.table import read_facts
        from crosstally.rules.decisions.readings import reread

        report = held_against(report, reread(read_facts(against), kept)[0], against)
    found = quantity_meant(name, report) if other else meant(name, report)
    if isinstance(found, Finding):
        show(_of_finding(found, report, settings, shlex.join(given), against))
    else:
        show(_of_quantities(found, quantity_meant(other, report) if other else None, report))


def _of_finding(finding: Finding, report: Report, settings: Settings, given: str, against: Path | None) -> str:
    from crosstally.output.explanation.finding import explain_finding
    from crosstally.passed_over import today
    from crosstally.rules.codes import codes

    summaries = {rule.code: rule.summary for rule in settings.rules}
    summary = summaries[finding.rule] if finding.rule in summaries else codes()[finding.name].says
    return explain_finding(finding, report, summary) + _silencing(finding, settings, given, against, today())


def _of_quantities(found: Quantity | str, other: Quantity | None, report: Report) -> str:
    from crosstally.output.explanation.quantity import explain_measure, explain_pair, explain_quantity

    if isinstance(found, str):
        return explain_measure(found, report)
    if other is None or other.quantity_id == found.quantity_id:
        return explain_quantity(found, report)
    return explain_pair(found, other, report)


def _table_of(given: str) -> str:
    """The fact table in a folder that check wrote; whatever else is given, itself."""
    from crosstally.output.tables.whole_folder import finish

    folder = Path(given)
    finish(folder)
    written = all((folder / name).is_file() for name in ("facts.csv", "findings.csv"))
    return str(folder / "facts.csv") if written else given


def _silencing(finding: Finding, settings: Settings, given: str, against: Path | None, day: date) -> str:
    """What would silence a finding, ready to paste; first what does already."""
    from crosstally.rules.history.against import RULE as DRIFT

    covering = [waiver for waiver in settings.waivers if waiver.covers(finding)]
    said = "".join(
        f"  {'Its waiver expired on' if waiver.is_expired(day) else 'It is waived until'} {waiver.expires}"
        f" ({waiver.reason}), in {waiver.place}\n\n"
        for waiver in covering
    )
    file = settings.path.name if settings.path else "crosstally.toml"
    table = "tool.crosstally." if file == "pyproject.toml" else ""
    return f"""
WHAT WOULD SILENCE IT
{said}  A waiver, in {file}; from the day after it expires, the finding counts again:

    [[{table}waivers]]
    finding = "{finding.finding_id}"
    reason = "why it may stand"
    expires = {day + _TERM}

{_new_table(given, against) if finding.rule == DRIFT and against else _for_all(finding, given, file, table)}"""


def _new_table(given: str, against: Path) -> str:
    return f"""  The table written anew, where the reports are right:

    crosstally extract {given} --out {shlex.quote(str(against))}
"""


def _for_all(finding: Finding, given: str, file: str, table: str) -> str:
    return f"""  A baseline, for all that is found today:

    crosstally baseline {given} --out known.json
    crosstally check {given} --baseline known.json

  The rule turned off everywhere, in {file} ("info" tells and does not fail):

    [{table}severity]
    {finding.rule} = "off"
"""
