"""The options of commands that ask rules: whose rules of one's own may run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from crosstally.ownership import Trust

_KEY = "crosstally.trust"


def takes_rules(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --rules and --trust, which `trusted` then knows of."""
    trust = click.option(
        "--trust",
        is_flag=True,
        expose_value=False,
        callback=_remember_trust,
        help="Run the rules that the settings of this project name; they are Python code (see SECURITY.md).",
    )
    rules = click.option(
        "--rules",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        expose_value=False,
        callback=_remember_rules,
        help="A folder with rules of your own to ask. May be given several times.",
    )
    return rules(trust(command))


def trusted() -> Trust:
    """What the command line vouches for."""
    return Trust(*click.get_current_context().meta.get(_KEY, ((), False)))


def _remember_trust(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's way
    context.meta[_KEY] = (context.meta.get(_KEY, ((), False))[0], value)


def _remember_rules(context: click.Context, _parameter: click.Parameter, value: tuple[Path, ...]) -> None:
    context.meta[_KEY] = (value, context.meta.get(_KEY, ((), False))[1])
