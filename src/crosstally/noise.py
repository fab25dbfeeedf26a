"""How much a command says, and whether it may leave anything out: the options --quiet and --strict."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from crosstally.exit_codes import FAILED
from crosstally.output.counts import count
from crosstally.terminal import tell

_KEY = "crosstally.noise"


class Noise:
    """What a command has to say on standard error.

    Attributes:
        quiet: Whether it tells of errors and warnings only.
        left_out: What was left out or set aside, a line for each.
    """

    def __init__(self, *, quiet: bool) -> None:
        """Nothing is left out yet."""
        self.quiet = quiet
        self.left_out: list[str] = []

    def inform(self, message: str) -> None:
        """Tell what was done."""
        if not self.quiet:
            tell(message)

    def leave_out(self, message: str) -> None:
        """Tell what was left out or set aside."""
        self.left_out.append(message)
        tell(f"warning: {message}")


def takes_noise(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; with --strict, what was left out makes its exit code 2."""

    @click.option("--strict", is_flag=True, help="Exit with 2 when anything was left out or set aside.")
    @click.option("-q", "--quiet", is_flag=True, help="Tell of errors and warnings only.")
    @wraps(command)
    def with_noise(*given: Any, strict: bool, quiet: bool, **options: Any) -> Any:
        made = click.get_current_context().meta[_KEY] = Noise(quiet=quiet)
        code = command(*given, **options)
        if made.left_out:
            made.inform(f"{count(len(made.left_out), 'warning')}: what was left out or set aside is named above")
        if made.left_out and strict:
            tell("error: something was left out, and --strict allows nothing to be")
            return FAILED
        return code

    return with_noise


def noise() -> Noise:
    """That of the command that runs."""
    made: Noise = click.get_current_context().meta[_KEY]
    return made
