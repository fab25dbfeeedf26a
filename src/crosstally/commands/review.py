"""The command that lets a person settle disputes on a local page."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from crosstally.output.counts import count
from crosstally.project import decided, decision_files, examine, settle
from crosstally.reading_options import Events, Inform, Open, reads_documents, takes_decisions, takes_events
from crosstally.terminal import tell

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.option("--by", default=getpass.getuser, show_default="your login name", metavar="NAME", help="Who decides.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Default: any that is free.")
@click.option("--open", "is_opened", is_flag=True, help="Open the page in a browser.")
@takes_events
@takes_decisions
@reads_documents
def review(  # noqa: PLR0913 - one for each option
    inputs: tuple[str, ...],
    reading: Open,
    inform: Inform,
    *,
    by: str,
    port: int,
    is_opened: bool,
    events: Events,
    decisions: Path | None,
) -> None:
    """Settle disputes on a local page, one after the other, with keys alone.

    Prints an address that only this machine can reach. What is decided is written to decisions.toml beside the
    settings or the reports, and the reports are checked anew. Ends with Ctrl-C.

    \b
    Examples:
      crosstally review reports/
      crosstally review reports/ --by Ana --open
    """
    from crosstally.output.html import render
    from crosstally.passed_over import today
    from crosstally.review.desk import Review
    from crosstally.review.server import ReviewServer
    from crosstally.rules.report import Report

    settings = settle()
    file = decisions or next(iter(decision_files(inputs, settings)))

    def run() -> Report:
        known = decided(inputs, settings, decisions) if decisions is None or decisions.exists() else ()
        return examine(inputs, settings, reading, events, known)

    desk = Review(run, file, by, today())
    with ReviewServer(desk, lambda: render(desk.report), port) as server:
        inform(f"{count(len(desk.disputes), 'dispute')} open; decisions go to {file}")
        tell(f"open {server.address}")
        if is_opened:
            import webbrowser

            webbrowser.open(server.address)
        server.serve_forever()
