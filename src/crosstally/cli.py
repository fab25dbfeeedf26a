"""The command line: parse, call, print. Findings go to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, NoReturn

import click

import crosstally
from crosstally.errors import CrosstallyError, RuleError
from crosstally.facts.files import ROWS

if TYPE_CHECKING:
    from crosstally.rules.report import Report

# Whatever a command needs is imported in it, so that --help and rules answer at once.
# A backspace in a docstring tells click to keep the line breaks of a paragraph.
# ruff: noqa: D301, PLC0415

FINDINGS = 1
FAILED = 2
INTERRUPTED = 130
SEVERITIES = ("error", "warning", "info")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit: 0 nothing found, 1 findings, 2 the run failed."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack "∞"
    try:
        code = commands.main(args=arguments, prog_name="crosstally", standalone_mode=False)
    except click.ClickException as error:
        return _fail(error.format_message())
    except CrosstallyError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    return code or 0


def _fail(message: str) -> int:
    _tell(f"error: {message}")
    return FAILED


def _tell(message: str) -> None:
    click.echo(f"crosstally: {message}", err=True)


def _skipped(message: str) -> None:
    _tell(f"warning: {message}")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(crosstally.__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Read several reports of one event and say where their figures contradict each other.

    \b
    An event is a folder of reports. Try:
      crosstally check reports/
      crosstally check reports/ --out tables/

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the run itself failed.
    """


@commands.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="A .csv, .parquet or .jsonl file."
)
def extract(inputs: tuple[str, ...], out: Path) -> None:
    """Write the figures of reports to one table, a row each.

    INPUT is a file (.txt, .md; .jsonl, .csv or .parquet with a column "text"; each but .parquet also as .gz), a folder,
    a quoted glob, or - for standard input.

    \b
    Examples:
      crosstally extract reports/ --out facts.csv
      crosstally extract 'reports/*/*.txt' --out facts.parquet
      cat report.txt | crosstally extract - --out facts.jsonl
    """
    if out.suffix not in ROWS:
        raise click.UsageError(f"--out {out}: unknown table format {out.suffix!r} (allowed: {', '.join(ROWS)})")
    from crosstally import api
    from crosstally.output.tables.facts import write
    from crosstally.output.tables.whole import require_place

    require_place(out)
    facts = api.extract(api.read(*inputs, on_skip=_skipped))
    write(facts, out)
    _tell(f"{_count(len(facts), 'figure')} of {_count(facts['doc_id'].nunique(), 'report')} in {out}")


class Format(click.ParamType[tuple[str, Path | None]]):
    """``F`` or ``F=FILE``."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Path | None]:
        """Take the format and the file apart."""
        name, _, file = value.partition("=")
        if name not in formats():
            self.fail(f"unknown format {name!r} (allowed: {', '.join(formats())})", param, ctx)
        return name, Path(file) if file else None


def formats() -> list[str]:
    """Formats of a report: the modules of `crosstally.output` that render one."""
    from crosstally import output

    names = (module.name for module in iter_modules(output.__path__) if not module.ispkg)
    return sorted(name for name in names if hasattr(import_module(f"crosstally.output.{name}"), "render"))


@commands.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Write the three tables there.")
@click.option(
    "--format",
    "wanted",
    type=Format(),
    multiple=True,
    metavar="F[=FILE]",
    help="How to report: text (the default) or json; with =FILE, to a file. May be given several times.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)
def check(inputs: tuple[str, ...], out: Path | None, wanted: tuple[tuple[str, Path | None], ...], fail_on: str) -> int:
    """Say where the figures of several reports contradict each other.

    INPUT is what extract takes, or a fact table that extract or check wrote. A folder of reports is one event, and so
    is each folder inside it, unless a report names another.

    \b
    Examples:
      crosstally check reports/
      crosstally check reports/ --out tables/ --fail-on warning
      crosstally check facts.csv --format json=findings.json
    """
    from crosstally import api
    from crosstally.output.tables.whole import require_place

    places = _places(wanted)
    for _, file in places:
        if file:
            require_place(file)
    if out:
        require_place(out, folder=True)
    report = api.examine(*inputs, on_skip=_skipped)
    if out:
        from crosstally.rules.table import to_tables

        api.write(to_tables(report), out)
        _tell(f"tables in {out}")
    for name, file in places:
        _report(report, name, file)
    return _exit_code(report, fail_on)


def _places(wanted: Sequence[tuple[str, Path | None]]) -> list[tuple[str, Path | None]]:
    """Which format goes where; one goes to standard output, text unless another is asked for."""
    printed = [name for name, file in wanted if file is None]
    if len(printed) > 1:
        raise click.UsageError(f"--format: {' and '.join(printed)} cannot both go to standard output; add =FILE to one")
    return [*wanted] if printed else [("text", None), *wanted]


def _report(report: Report, name: str, file: Path | None) -> None:
    render = import_module(f"crosstally.output.{name}").render
    if file is None:
        in_colour = name == "text" and "NO_COLOR" not in os.environ  # click takes colours out where nobody sees them
        _print(render(report, colour=True) if in_colour else render(report))
        return
    from crosstally.output.tables.whole import whole_file

    with whole_file(file) as unfinished:
        unfinished.write_text(render(report), encoding="utf-8", newline="\n")


def _exit_code(report: Report, fail_on: str) -> int:
    severities = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return FINDINGS if any(finding.severity in severities for finding in report.findings) else 0


@commands.command()
@click.argument("tables", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TABLE...")
def validate(tables: tuple[Path, ...]) -> int:
    """Hold an edited table against its schema.

    Every failing row and column is listed, with what was found and what is allowed. TABLE is a fact table (.csv,
    .parquet, .jsonl), or the quantities or findings that check wrote. Given all three of a run, what they say of each
    other is looked at too.

    \b
    Examples:
      crosstally validate facts.csv
      crosstally validate tables/*.csv
    """
    from crosstally.rules.table import inspect

    failures = inspect(tables)
    _print("".join(f"{path}: {failure}\n" for path, found in failures.items() for failure in found))
    for path, found in failures.items():
        _tell(f"{path}: {_count(len(found), 'failure') if found else 'valid'}")
    return FINDINGS if any(failures.values()) else 0


@commands.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules, or show the page of one.

    A page says what the rule says, why it matters and when it is silent. CODE is a rule's code or its name.

    \b
    Examples:
      crosstally rules
      crosstally rules XT101
    """
    from crosstally.rules.page import render_page
    from crosstally.rules.rule import load_rules

    known = load_rules()
    if code is None:
        width = max(len(rule.name) for rule in known)
        _print("".join(f"{rule.code}  {rule.name:{width}}  {rule.severity:7}  {rule.summary}\n" for rule in known))
        return
    for rule in known:
        if code.upper() == rule.code or code.lower() == rule.name:
            _print(render_page(rule))
            return
    names = [name for rule in known for name in (rule.code, rule.name)]
    near = get_close_matches(code, names) or get_close_matches(code.upper(), names) or [rule.code for rule in known]
    raise RuleError(f"unknown rule {code!r}", allowed=", ".join(near))


def _print(text: str) -> None:
    """Write to standard output; a reader who has seen enough and left is no error."""
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
