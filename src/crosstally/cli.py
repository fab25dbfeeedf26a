"""The command line: parse, call, print. Findings go to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from pkgutil import iter_modules
from typing import NoReturn

import click

import crosstally
from crosstally import commands as room
from crosstally.errors import CrosstallyError
from crosstally.exit_codes import FAILED, INTERRUPTED, NOTHING_FOUND
from crosstally.terminal import tell

# Whatever a command needs is imported in it, so that --help and rules answer at once.
# A backspace in a docstring tells click to keep the line breaks of a paragraph.
# ruff: noqa: D301


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit: 0 nothing found, 1 findings, 2 the run failed."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # it was closed when the command began: nobody wants to hear
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack "∞"
    try:
        code = commands.main(args=arguments, prog_name="crosstally", standalone_mode=False)
    except click.ClickException as error:
        return _fail(_explained(error))
    except CrosstallyError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - a bug must not look like "findings": Python itself would exit with 1
        traceback.print_exc()
        return _fail("a bug in crosstally, not in your reports; please report it with the lines above")
    return code or NOTHING_FOUND


def _explained(error: click.ClickException) -> str:
    """What is wrong with what was asked; of an option that is missing also what it takes."""
    message = error.format_message()
    option = error.param if isinstance(error, click.MissingParameter) else None
    if not isinstance(option, click.Option) or not option.help:
        return message
    return f"{message.rstrip('.')} ({option.opts[0]} {option.metavar or option.type.name.upper()}: {option.help})"


def _fail(message: str) -> int:
    tell(f"error: {message}")
    return FAILED


@click.group(
    invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(crosstally.__version__, message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> int:
    """Read several reports of one event and say where their figures contradict each other.

    \b
    An event is a folder of reports. Try:
      crosstally check reports/
      crosstally check reports/ --out tables/
      crosstally init

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the run itself failed, 130 interrupted.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return FAILED
    return NOTHING_FOUND


for _file in iter_modules(room.__path__):
    commands.add_command(getattr(import_module(f"{room.__name__}.{_file.name}"), _file.name))
