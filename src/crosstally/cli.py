"""The command line: parse, call, print. Findings go to standard output, everything else to standard error."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

import click

import crosstally
from crosstally.cache_command import cache
from crosstally.errors import CrosstallyError, RuleError
from crosstally.facts.source.files import ROWS
from crosstally.formats import Format, Place, places, put
from crosstally.reading_options import Inform, Open, reads_documents
from crosstally.terminal import count, show, tell

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
    except Exception:  # noqa: BLE001 - a bug must not look like "findings": Python itself would exit with 1
        traceback.print_exc()
        return _fail("a bug in crosstally, not in your reports; please report it with the lines above")
    return code or 0


def _fail(message: str) -> int:
    tell(f"error: {message}")
    return FAILED


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


commands.add_command(cache)


@commands.command()
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="A .csv, .parquet or .jsonl file."
)
@reads_documents
def extract(inputs: tuple[str, ...], reading: Open, inform: Inform, out: Path) -> None:
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
    from crosstally.output.tables.whole import require_place

    require_place(out)
    with reading() as how:
        written = api.tabulate(*inputs, out=out, reading=how)
    inform(f"{count(written.figures, 'figure')} of {count(written.reports, 'report')} in {out}")


_takes_events = click.option(
    "--events",
    type=click.Choice(["given", "find"]),
    default="given",
    show_default=True,
    help="Whether to take the events that folders and reports name, or to group all reports by what happened.",
)


@commands.command()
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Write all tables and report.html there.")
@click.option(
    "--format",
    "wanted",
    type=Format(),
    multiple=True,
    metavar="F[=FILE]",
    help="text (the default), html, json, markdown, github, gitlab, sarif or junit; with =FILE, to a file."
    " May be given several times.",
)
@_takes_events
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Pass over the findings that it holds (see crosstally baseline --help).",
)
@reads_documents
def check(  # noqa: PLR0913 - one for each option
    inputs: tuple[str, ...],
    reading: Open,
    inform: Inform,
    *,
    out: Path | None,
    wanted: tuple[Place, ...],
    events: Literal["given", "find"],
    fail_on: str,
    baseline: Path | None,
) -> int:
    """Say where the figures of several reports contradict each other.

    INPUT is what extract takes, or a fact table that extract or check wrote. A folder of reports is one event, and so
    is each folder inside it, unless a report names another. Rows that name no event are grouped by what happened.

    \b
    Examples:
      crosstally check reports/
      crosstally check reports/ --out tables/ --fail-on warning
      crosstally check news.jsonl --events find
      crosstally check facts.csv --format json=findings.json
    """
    from crosstally import api
    from crosstally.config import load_settings
    from crosstally.output.tables.whole import require_place
    from crosstally.rules.baseline import read_baseline, without_known

    settings = load_settings()
    targets = places(wanted)
    for _, file in targets:
        if file:
            require_place(file)
    if out:
        require_place(out, folder=True)
    known = read_baseline(baseline) if baseline else frozenset()
    with reading() as how:
        report = api.examine(*inputs, policy=settings.policy, events=events, reading=how, rules=settings.rules)
    if out:
        from crosstally.rules.tables.table import to_tables

        api.write(to_tables(report), out)
        put(report, "html", out / "report.html")
        inform(f"tables and report.html in {out}")
    if baseline:
        _tell_known(report, known, baseline, inform)
        report = without_known(report, known)
    for name, file in targets:
        put(report, name, file)
    return _exit_code(report, fail_on)


def _tell_known(report: Report, known: frozenset[str], baseline: Path, inform: Inform) -> None:
    from crosstally.rules.baseline import mended

    gone = len(mended(report, known))
    if len(known) > gone:
        inform(f"{count(len(known) - gone, 'known finding')} of {baseline} passed over")
    if gone:
        verb, them = ("is", "it") if gone == 1 else ("are", "them")
        inform(f"{count(gone, 'finding')} of {baseline} {verb} mended: crosstally baseline drops {them}")


def _exit_code(report: Report, fail_on: str) -> int:
    severities = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return FINDINGS if any(finding.severity in severities for finding in report.findings) else 0


@commands.command()
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="A JSON file.")
@_takes_events
@reads_documents
def baseline(
    inputs: tuple[str, ...], reading: Open, inform: Inform, *, out: Path, events: Literal["given", "find"]
) -> None:
    """Write down what is found today, so that check fails on what is new alone.

    Keep the file with the reports. A known finding is told by who says which words of what: edits elsewhere in a
    report do not change it. Run this again to drop what was mended.

    \b
    Examples:
      crosstally baseline reports/ --out known.json
      crosstally check reports/ --baseline known.json
    """
    from crosstally import api
    from crosstally.config import load_settings
    from crosstally.output.tables.whole import require_place

    settings = load_settings()
    require_place(out)
    with reading() as how:
        report = api.examine(*inputs, policy=settings.policy, events=events, reading=how, rules=settings.rules)
    put(report, "baseline", out)
    inform(f"{count(len(report.findings), 'finding')} in {out}")


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
    from crosstally.rules.tables.table import inspect

    failures = inspect(tables)
    show("".join(f"{path}: {failure}\n" for path, found in failures.items() for failure in found))
    for path, found in failures.items():
        tell(f"{path}: {count(len(found), 'failure') if found else 'valid'}")
    return FINDINGS if any(failures.values()) else 0


@commands.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules, or show the page of one.

    A page says what the rule says, why it matters and when it is silent. CODE is a rule's code or its name. Rules and
    severities of your own, from crosstally.toml or pyproject.toml, are shown as set.

    \b
    Examples:
      crosstally rules
      crosstally rules XT101
    """
    from crosstally.config import load_settings
    from crosstally.rules.page import render_page

    known = load_settings().rules
    if code is None:
        width = max(len(rule.name) for rule in known)
        show("".join(f"{rule.code}  {rule.name:{width}}  {rule.severity:7}  {rule.summary}\n" for rule in known))
        return
    for rule in known:
        if code.upper() == rule.code or code.lower() == rule.name:
            show(render_page(rule))
            return
    names = [name for rule in known for name in (rule.code, rule.name)]
    near = get_close_matches(code, names) or get_close_matches(code.upper(), names) or [rule.code for rule in known]
    raise RuleError(f"unknown rule {code!r}", allowed=", ".join(near))
