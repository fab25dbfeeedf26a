"""The command that holds what a program or a language model extracted against its texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from crosstally.commands.check import SEVERITIES
from crosstally.exit_codes import FINDINGS, NOTHING_FOUND
from crosstally.formats import AUDITED, Format, Place, places, put_audit
from crosstally.project import settle
from crosstally.terminal import tell

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("output", type=click.Path(path_type=Path), metavar="OUTPUT")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option(
    "--format",
    "wanted",
    type=Format(AUDITED),
    multiple=True,
    metavar="F[=FILE]",
    help="text (the default), html, json, markdown, github, gitlab, sarif, junit or baseline; with =FILE, to a file."
    " May be given several times.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="The lowest severity that makes the exit code 1; a span that is off is a warning.",
)
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Pass over the findings it holds.")
def verify(
    output: Path, inputs: tuple[str, ...], *, wanted: tuple[Place, ...], fail_on: str, baseline: Path | None
) -> int:
    """Hold what a language model extracted against the texts it is from.

    OUTPUT is a .json or .jsonl file of rows with quote, start, end, value, hedge, unit, parts ..., or what langextract,
    quantulum3, Recognizers-Text, CQE, spaCy or a tool for Web Annotations writes. INPUT are the texts, as check takes
    them; none where OUTPUT holds them.

    Told is a quote that the text does not have, a span that is off (and where the words stand), a number, a hedge or a
    unit that the text does not say, and a sum that is wrong.

    \b
    Examples:
      crosstally verify output.jsonl reports/
      crosstally verify langextract.jsonl --format json
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
    found = api.verify(output, *inputs, on_skip=lambda line: tell(f"warning: {line}"))
    left = pass_waived(found.report, settings.waivers, tell, today())
    if baseline:
        left = pass_known(left, known, baseline, tell, found.report)
    for name, file in targets:
        put_audit(replace(found, report=left), name, file)
    severities = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return FINDINGS if any(finding.severity in severities for finding in left.findings) else NOTHING_FOUND
