"""Where a report goes and in which format: the modules of `crosstally.output` that render one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import click

from crosstally.printable import SPACED
from crosstally.terminal import show

if TYPE_CHECKING:
    from crosstally.rules.audit.audit import Audit
    from crosstally.rules.report import Report

NARROW = 60  # columns of a terminal below which nothing is laid out any more
_JSON, _MARKUP = "\\u%04x", "&#%d;"  # how a sign is written so that it reads the same
_INSTEAD = dict.fromkeys(("json", "sarif", "gitlab", "annotations", "baseline"), _JSON) | dict.fromkeys(
    ("html", "junit"), _MARKUP
)

Place = tuple[str, Path | None]  # the format, and the file or standard output


def formats() -> list[str]:
    """The names of all formats."""
    from crosstally import output  # noqa: PLC0415 - --help does without

    names = (module.name for module in iter_modules(output.__path__) if not module.ispkg)
    return sorted(name for name in names if hasattr(import_module(f"crosstally.output.{name}"), "render"))


AUDITED = ("annotations", "baseline", "github", "gitlab", "html", "json", "junit", "markdown", "sarif", "text")
"""The formats of an audit: those that show findings."""


class Format(click.ParamType[Place]):
    """``F`` or ``F=FILE``."""

    name = "format"

    def __init__(self, among: Sequence[str] = ()) -> None:
        """Take some formats; all that there are by default."""
        self._among = among

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Place:
        """Take the format and the file apart."""
        name, equals, file = value.partition("=")
        known = self._among or formats()
        if name not in known:
            self.fail(f"unknown format {name!r} (allowed: {', '.join(known)})", param, ctx)
        if equals and not file:
            self.fail(f"{value!r} names no file behind the =", param, ctx)
        return name, Path(file) if file else None


def places(wanted: Sequence[Place]) -> list[Place]:
    """Which format goes where; one goes to standard output, text unless another is asked for.

    Raises:
        UsageError: Two would go to standard output.
    """
    printed = [name for name, file in wanted if file is None]
    if len(printed) > 1:
        raise click.UsageError(f"--format: {' and '.join(printed)} cannot both go to standard output; add =FILE to one")
    return [*wanted] if printed else [("text", None), *wanted]


def put(report: Report, name: str, file: Path | None, *, full: bool = False, quiet: bool = False) -> None:
    """Write a report in a format to its place.

    Args:
        report: The report.
        name: The format.
        file: Where to; None is standard output.
        full: Whether text is written whole, however long.
        quiet: Whether text on standard output is what accuses alone.

    Raises:
        CrosstallyError: The file cannot be written.
    """
    render = import_module(f"crosstally.output.{name}").render
    if name == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        from crosstally.output.markdown import render as summarise  # noqa: PLC0415

        with Path(summary).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(summarise(report))
    if name == "sarif" and "GITHUB_ACTIONS" in os.environ:
        report = replace(report, passed=())  # code scanning would open an alert for each, whatever suppresses it
    if file is None:
        told = _printed(report, full=full, quiet=quiet) if name == "text" else render(report)
        show(told, instead=None if name == "github" else _INSTEAD.get(name, SPACED))
        return
    write(render(report, full=full) if name == "text" else render(report), file)


def put_audit(audit: Audit, name: str, file: Path | None) -> None:
    """Write an audit in a format to its place: every row where the format has room for them, else its findings.

    Raises:
        CrosstallyError: The file cannot be written.
    """
    from crosstally.output import audit as room  # noqa: PLC0415 - --help does without

    own = {module.name: f"{room.__name__}.{module.name}" for module in iter_modules(room.__path__)}
    if name == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(import_module(own["markdown"]).render(audit))
    if name not in own:
        rendered = import_module(f"crosstally.output.{name}").render(audit.report)
    elif name == "text":
        rendered = import_module(own[name]).render(audit, colour=file is None and "NO_COLOR" not in os.environ)
    else:
        rendered = import_module(own[name]).render(audit)
    if file is None:
        show(rendered, instead=None if name == "github" else _INSTEAD.get(name, SPACED))
    else:
        write(rendered, file)


def write(text: str, file: Path) -> None:
    """Write a file whole, or not at all.

    Raises:
        CrosstallyError: It cannot be written.
    """
    from crosstally.output.tables.whole import whole_file  # noqa: PLC0415

    with whole_file(file) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="\n")


def _printed(report: Report, *, full: bool, quiet: bool) -> str:
    """Text as wide as the terminal; colours are taken out by click where nobody sees them."""
    from crosstally.output.text import WIDTH, accusations, render  # noqa: PLC0415

    if quiet:
        return accusations(report)
    width = shutil.get_terminal_size((WIDTH, 0)).columns if sys.stdout.isatty() else WIDTH
    return render(report, colour="NO_COLOR" not in os.environ, width=max(width, NARROW), full=full)
