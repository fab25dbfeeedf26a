"""The options of the commands that hold rows against texts: formats, baseline, waivers, exit code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosstally.fail_on import exit_code_of, takes_fail_on
from crosstally.formats import AUDITED, Format, Place, places, put_audit
from crosstally.noise import noise

if TYPE_CHECKING:
    from crosstally.rules.audit.audit import Audit
    from crosstally.rules.report import Report


def shows_an_audit(command: Callable[..., Audit]) -> Callable[..., int]:
    """Make a command that gives an audit one that shows it and says with its exit code whether all is well."""

    @click.option(
        "--format",
        "wanted",
        type=Format(AUDITED),
        multiple=True,
        metavar="F[=FILE]",
        help=f"text (the default), {', '.join(name for name in AUDITED if name != 'text')}; with =FILE, to a file."
        " May be given several times.",
    )
    @takes_fail_on
    @click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Pass over the findings that it holds: those that --format baseline=FILE wrote.",
    )
    @wraps(command)
    def shown(*given: Any, wanted: tuple[Place, ...], fail_on: str, baseline: Path | None, **options: Any) -> int:
        from crosstally.output.tables.whole import require_place  # noqa: PLC0415 - --help does without

        targets = places(wanted)
        for _, file in targets:
            if file:
                require_place(file)
        left = _left(lambda: command(*given, **options), baseline)
        for name, file in targets:
            put_audit(left, name, file)
        return exit_code_of((one.severity for one in left.report.findings), fail_on)

    return shown


def _left(hold: Callable[[], Audit], baseline: Path | None) -> Audit:
    """The audit without the findings that are waived or known."""
    from crosstally.passed_over import pass_known, pass_waived, today  # noqa: PLC0415
    from crosstally.project import settle  # noqa: PLC0415
    from crosstally.rules.history.baseline import read_baseline  # noqa: PLC0415

    settings = settle()
    known = read_baseline(baseline) if baseline else frozenset()
    audit = hold()
    left: Report = pass_waived(audit.report, settings.waivers, noise().inform, today())
    if baseline:
        left = pass_known(left, known, baseline, noise().inform, audit.report)
    return replace(audit, report=left)
