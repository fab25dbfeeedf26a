"""The option that says which findings make a command exit with 1, and the answer."""

from __future__ import annotations

from collections.abc import Iterable

import click

from crosstally.exit_codes import FINDINGS, NOTHING_FOUND
from crosstally.rules.finding import SEVERITIES

takes_fail_on = click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)


def exit_code_of(found: Iterable[str], fail_on: str) -> int:
    """The exit code of a run that found something of these severities."""
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return FINDINGS if any(severity in counted for severity in found) else NOTHING_FOUND
