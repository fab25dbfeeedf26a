"""The command that holds every quote of a run against the texts that were kept with it."""

from __future__ import annotations

from pathlib import Path

import click

from crosstally.exit_codes import FINDINGS, NOTHING_FOUND
from crosstally.output.counts import count
from crosstally.terminal import show, tell

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def verify(folder: Path) -> int:
    """Hold every quote of a run against the texts that were kept with it.

    DIR is what check --out DIR --keep-text wrote. Each quote and sentence of its facts.csv (of facts.parquet where that
    is missing) has to stand in the kept text where its fact says, character by character: years later, and without the
    reports.

    \b
    Examples:
      crosstally check reports/ --out tables --keep-text
      crosstally verify tables
    """
    from crosstally import api

    checked = api.verify(folder)
    for fact, found in checked.mismatches:
        said = "its text was not kept" if found is None else f"the kept text says {found!r}"
        show(f"{fact.fact_id} {fact.document.doc_id}: {fact.quote!r}, but {said}\n")
    tell(f"{folder}: {count(checked.facts, 'quote')} held against the kept texts, {len(checked.mismatches)} differ")
    return FINDINGS if checked.mismatches else NOTHING_FOUND
