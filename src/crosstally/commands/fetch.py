"""The command that fetches pages into a folder of reports."""

from __future__ import annotations

from pathlib import Path

import click

from crosstally.exit_codes import FAILED, NOTHING_FOUND
from crosstally.output.counts import count
from crosstally.terminal import tell

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option(
    "--into",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of reports; made if it is not there.",
)
def fetch(urls: tuple[str, ...], into: Path) -> int:
    """Fetch pages into a folder of reports, each with where and when it was fetched.

    A page becomes a web archive (.warc.gz), which check reads: its publisher and time of publication are what the page
    says of itself. The site's robots.txt is kept to, with a second between two pages of it, and an answer has a minute.
    A page that was fetched before is not fetched again, so that a long list can be begun anew. No other command opens
    a connection.

    Exits with 2 when a page could not be fetched.

    \b
    Examples:
      crosstally fetch https://example.org/fire https://example.com/fire --into reports
      crosstally check reports
    """
    from crosstally import api
    from crosstally.config import load_limits
    from crosstally.output.tables.whole import require_place

    require_place(into, folder=True)
    fetched = api.fetch(
        *urls, into=into, limits=load_limits(), on_done=lambda url, path: tell(f"{url}: in {path}"), on_skip=tell
    )
    missed = len(urls) - len(fetched)
    tell(f"{count(len({*fetched}), 'page')} in {into}" + (f", {missed} not fetched" if missed else ""))
    return FAILED if missed else NOTHING_FOUND
