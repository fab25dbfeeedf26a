"""The command that holds what a program or a language model extracted against its texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosstally.audit_options import shows_an_audit
from crosstally.noise import noise, takes_noise

if TYPE_CHECKING:
    from crosstally.rules.audit.audit import Audit

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("output", type=click.Path(path_type=Path), metavar="OUTPUT")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@takes_noise
@shows_an_audit
def vet(output: Path, inputs: tuple[str, ...]) -> Audit:
    """Hold what a language model extracted against the texts it is from.

    OUTPUT is a .json or .jsonl file of rows with quote, start, end, value, hedge, unit, parts ..., or what langextract,
    quantulum3, Recognizers-Text, CQE, spaCy or a tool for Web Annotations writes. INPUT are the texts, as check takes
    them; none where OUTPUT holds them.

    Told is a quote that the text does not have, a span that is off (and where the words stand; a warning), a number, a
    hedge or a unit that the text does not say, and a sum that is wrong.

    \b
    Examples:
      crosstally vet output.jsonl reports/
      crosstally vet langextract.jsonl --format json
    """
    from crosstally import api

    return api.vet(output, *inputs, on_skip=noise().leave_out)
