"""The command that shows the cache and clears it."""

from __future__ import annotations

import click

from crosstally.output.counts import count
from crosstally.terminal import show

# ruff: noqa: D301, PLC0415 - see cli.py


@click.group(invoke_without_command=True)
@click.pass_context
def cache(context: click.Context) -> None:
    """Show what is kept of reports that were read, or clear it.

    extract and check keep the figures of each report, with their sentences, in your cache folder, and check what it
    found of each event. A report is found again by its text, wherever it stands. Another version of crosstally reads
    anew.

    \b
    Examples:
      crosstally cache
      crosstally cache clear
    """
    if context.invoked_subcommand is None:
        from crosstally.run.cache import content, folder

        kept = content(folder())
        show(f"{folder()}: {count(kept.documents, 'report')}, {kept.size / 1e6:.1f} MB\n")


@cache.command()
def clear() -> None:
    """Remove all of it."""
    from crosstally.run.cache import clear, folder

    clear(folder())
