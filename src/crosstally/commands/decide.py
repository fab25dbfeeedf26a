"""The command that keeps what a person decides."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosstally.project import decided, decision_files, examine, settle
from crosstally.reading_options import Events, Inform, Open, reads_documents, takes_decisions, takes_events

if TYPE_CHECKING:
    from crosstally.rules.decisions.decision import Decision
    from crosstally.rules.desk.disputes import OpenDispute
    from crosstally.rules.desk.making import Desk
    from crosstally.rules.report import Report

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.option("--take", type=float, metavar="N", help="The figure that is taken for --measure.")
@click.option("--measure", metavar="NAME", help="Of which measure --take is: killed, injured ...")
@click.option("--event", metavar="NAME", help="Of which event, where there are several.")
@click.option("--group", metavar="NAME", help="Of which of them: civilian, child ... Default: all.")
@click.option("--low", type=float, metavar="N", help="The least that --take may be.")
@click.option("--high", type=float, metavar="N", help="The most that --take may be.")
@click.option("--no-figure", "dropped", multiple=True, metavar="FIGURE", help="This is no figure.")
@click.option("--read", metavar="FIGURE", help="This figure is to be read as --set says.")
@click.option("--set", "columns", multiple=True, metavar="COLUMN=VALUE", help="A column of --read: measure=injured.")
@click.option(
    "--same", multiple=True, metavar="FIGURE", help="These are claims on one quantity. Give it twice or more."
)
@click.option("--apart", multiple=True, metavar="FIGURE", help="These two are not. Give it twice.")
@click.option("--by", default=getpass.getuser, show_default="your login name", metavar="NAME", help="Who decides.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="When. Default: today.")
@click.option("--reason", metavar="TEXT", help="Why. Asked for where it is not given.")
@takes_events
@takes_decisions
@reads_documents
def decide(  # noqa: PLR0913 - one for each option
    inputs: tuple[str, ...],
    reading: Open,
    inform: Inform,
    *,
    by: str,
    day: datetime | None,
    reason: str | None,
    events: Events,
    decisions: Path | None,
    **what: object,
) -> None:
    """Keep what a person decides, for every run to come.

    The decision is added to decisions.toml beside the settings or the reports, by the words of the reports: it
    outlives new reports, edits elsewhere and renamed files. FIGURE is a fact_id or the beginning of one, or words of
    the figure or of its sentence that no other has. Without anything to decide, it asks, one dispute after the other.

    \b
    Examples:
      crosstally decide reports/ --measure injured --take 90 --high 110 --reason "evening summary"
      crosstally decide reports/ --no-figure "one shoe" --reason "nobody counts shoes"
      crosstally decide reports/ --read "90 others" --set group=civilian --reason "as the caption says"
      crosstally decide reports/ --apart "90 others" --apart "over 100" --reason "district against city"
      crosstally decide reports/
    """
    if reason is not None and not reason.strip():
        raise click.UsageError("--reason is blank (allowed: why it is decided so; without it, it is asked for)")
    from crosstally import api
    from crosstally.passed_over import today
    from crosstally.rules.desk.making import Desk

    settings = settle()
    known = decided(inputs, settings, decisions) if decisions is None or decisions.exists() else ()
    report = examine(inputs, settings, reading, events, known).held()
    file = decisions or next(iter(decision_files(inputs, settings)))
    on = day.date() if day else today()
    if any(what.values()):
        made = list(_made(Desk(report, by, on, reason or _reason()), what))
    else:
        made = list(_asked(report, by, on))
    for decision in made:
        api.decide(decision, file)
        inform(f"{decision}: kept in {file}")


def _because() -> str:
    """The reason that a person gives at the terminal."""
    return str(click.prompt("because", err=True))


def _reason() -> str:
    """The same, of who decides by options and may not sit at one."""
    try:
        return _because()
    except click.Abort:
        if sys.stdin.isatty():
            raise
        told = "--reason is missing, and nobody is there to ask (allowed: why it is decided so)"
        raise click.UsageError(told) from None


def _made(desk: Desk, what: dict[str, object]) -> Iterator[Decision]:
    """The decisions that options spell."""
    from crosstally.rules.decisions.mentions import figure_named

    facts = desk.report.facts
    take, measure, columns = what["take"], what["measure"], what["columns"]
    if (take is None) != (measure is None):
        raise click.UsageError("--take and --measure go together")
    if bool(what["read"]) != bool(columns):
        raise click.UsageError("--read and --set go together")
    if isinstance(take, float) and isinstance(measure, str):
        ends = {name: what[name] for name in ("event", "group", "low", "high")}
        yield desk.adjudication(measure, take, **ends)  # type: ignore[arg-type]  # as their options have them
    for name in _texts(what["dropped"]):
        yield desk.no_figure(figure_named(name, facts))
    if isinstance(what["read"], str):
        pairs = [text.partition("=") for text in _texts(columns)]
        yield desk.reading(figure_named(what["read"], facts), {name: value for name, _, value in pairs})
    if same := _texts(what["same"]):
        yield desk.alignment("same", [figure_named(name, facts) for name in same])
    if apart := _texts(what["apart"]):
        yield desk.alignment("apart", [figure_named(name, facts) for name in apart])


def _texts(given: object) -> tuple[str, ...]:
    return given if isinstance(given, tuple) else ()


def _asked(report: Report, by: str, on: date) -> Iterator[Decision]:
    """What a person says of each dispute that nobody has settled, one after the other."""
    from crosstally.rules.desk.disputes import open_disputes
    from crosstally.rules.desk.making import Desk

    disputes = open_disputes(report)
    if not disputes:
        click.echo("nothing is disputed that nobody has settled", err=True)
    for number, dispute in enumerate(disputes, 1):
        click.echo(f"\n{number} of {len(disputes)}  {dispute.event}: {dispute.message}", err=True)
        for place, fact in enumerate(dispute.facts, 1):
            click.echo(f"  {place}  {fact.document.source}: {' '.join(fact.sentence.split())}", err=True)
        answer = click.prompt("t take a figure, a apart, n no figure, s skip, q quit", default="s", err=True).strip()
        if answer == "q":
            return
        if answer in {"t", "a", "n"}:
            yield _answered(answer, dispute, Desk(report, by, on, ""))


def _answered(answer: str, dispute: OpenDispute, desk: Desk) -> Decision:
    """What a person says of one dispute."""
    from dataclasses import replace

    if answer == "t":
        best = click.prompt("the figure", type=float, err=True)
        reasoned = replace(desk, reason=_because())
        return reasoned.adjudication(dispute.measure, best, event=dispute.event)
    if answer == "n":
        place = click.prompt("which is no figure", type=click.IntRange(1, len(dispute.facts)), err=True)
        return replace(desk, reason=_because()).no_figure(dispute.facts[place - 1])
    reasoned = replace(desk, reason=_because())
    return reasoned.alignment("apart", dispute.sides)
