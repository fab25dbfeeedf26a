"""The command that says where the figures of several reports contradict each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosstally.fail_on import exit_code_of, takes_fail_on
from crosstally.formats import Format, Place, places, put
from crosstally.noise import noise
from crosstally.own_rules import takes_rules
from crosstally.project import decided, examine, settle
from crosstally.reading_options import Events, Inform, Open, reads_documents, takes_decisions, takes_events
from crosstally.watch import watches

if TYPE_CHECKING:
    from crosstally.config import Settings
    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Report

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Write all tables and report.html there.")
@click.option(
    "--format",
    "wanted",
    type=Format(),
    multiple=True,
    metavar="F[=FILE]",
    help="text (the default), html, json, markdown, github, gitlab, sarif, junit, annotations, hxl, acled, ucdp, emdat,"
    " montandon or baseline; with =FILE, to a file. May be given several times.",
)
@click.option("--keep-text", is_flag=True, help="With --out, keep the texts too, for crosstally verify.")
@takes_events
@takes_fail_on
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Pass over the findings that it holds (see crosstally baseline --help).",
)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FACTS",
    help="A fact table to hold the figures against: what is gone, new or changed is an error.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Say what changed since the run whose tables are there. May be the folder of --out, run after run.",
)
@click.option("--all", "full", is_flag=True, help="Write the whole report, however long; else about a hundred lines.")
@takes_decisions
@takes_rules
@reads_documents
@watches
def check(  # noqa: PLR0913 - one for each option
    inputs: tuple[str, ...],
    reading: Open,
    inform: Inform,
    *,
    out: Path | None,
    keep_text: bool,
    wanted: tuple[Place, ...],
    events: Events,
    fail_on: str,
    baseline: Path | None,
    against: Path | None,
    since: Path | None,
    decisions: Path | None,
    full: bool,
) -> int:
    """Say where the figures of several reports contradict each other.

    INPUT is a file (.txt, .md, .html, .pdf; .jsonl, .csv or .parquet with a column "text"), a folder, a quoted glob, -
    for standard input, or a fact table that extract or check wrote.

    A folder of reports is one event, and so is each folder inside it, unless a report names another. Rows that name no
    event are grouped by what happened. Behind each finding stand its rule and its id, for crosstally rules and
    crosstally explain.

    \b
    Examples:
      crosstally check reports/
      crosstally check reports/ --out tables/ --fail-on warning
      crosstally check reports/ --out tables/ --since tables/
      crosstally check reports/ --against facts.csv
      crosstally check reports/ --watch
      crosstally check news.jsonl --events find
      crosstally check facts.csv --format json=findings.json
    """
    from crosstally.passed_over import pass_known, pass_waived, tell_stale, today
    from crosstally.rules.history.baseline import read_baseline

    settings = settle()
    targets = places(wanted)
    _require_places(targets, out)
    if keep_text and out is None:
        raise click.UsageError("--keep-text: there is no folder to keep it in (allowed: with --out DIR)")
    known = read_baseline(baseline) if baseline else frozenset()
    kept = _read_table(against) if against else []
    former = _read_run(since, out) if since else None
    settled = decided(inputs, settings, decisions)
    report = examine(inputs, settings, reading, events, settled)
    tell_stale(report.rulings, noise().leave_out)
    if former:
        from crosstally.rules.history.former import changes_between

        report = replace(report, changes=changes_between(former, report))
    if out:
        _write_tables(report.held(), out, settings, keep_text=keep_text)
        inform(f"tables and report.html in {out}")
    if against:
        from crosstally.rules.decisions.readings import reread
        from crosstally.rules.history.against import held_against

        report = held_against(report, reread(kept, settled)[0], against)
    left = pass_waived(report, settings.waivers, inform, today())
    if baseline:
        left = pass_known(left, known, baseline, inform, report)
    for name, file in targets:
        put(left, name, file, full=full, quiet=noise().quiet)
    return exit_code_of((finding.severity for finding in left.findings), fail_on)


def _require_places(targets: list[Place], out: Path | None) -> None:
    """Make sure that all can be written, before there is anything to write."""
    from crosstally.output.tables.whole import require_place

    for _, file in targets:
        if file:
            require_place(file)
    if out:
        require_place(out, folder=True)


def _write_tables(report: Report, out: Path, settings: Settings, *, keep_text: bool) -> None:
    from crosstally.output.html import render
    from crosstally.output.tables.folder import write
    from crosstally.output.tables.rows import tables_of

    found = tables_of(report)
    beside = [*(f"{name}.csv" for name in found), "crosstally.sqlite", "datapackage.json"]
    documents = {fact.document.doc_id: fact.document for fact in report.facts}.values() if keep_text else None
    write(found, out, settings.fingerprint, render(report, beside), documents)


def _read_table(path: Path) -> list[Fact]:
    from crosstally.facts.tables.table import read_facts

    return read_facts(path)


def _read_run(since: Path, out: Path | None) -> Report | None:
    """The former run; None when the one to come will be the first in its folder."""
    from crosstally.output.tables.whole_folder import finish
    from crosstally.rules.tables.former import has_tables, read_report

    finish(since)
    is_first = out is not None and since.resolve() == out.resolve() and not has_tables(since)
    return None if is_first else read_report(since)
