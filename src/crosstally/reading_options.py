"""The options of the commands that read documents: by how many processes, what is let pass, with what noise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import click

from crosstally.exit_codes import FAILED
from crosstally.facts.source.records import FIELDS
from crosstally.terminal import Progress, count, tell

if TYPE_CHECKING:
    from crosstally.api import Reading
    from crosstally.facts.source.limits import Limits

Open = Callable[["Limits"], AbstractContextManager["Reading"]]
Inform = Callable[[str], None]
Events = Literal["given", "find"]

_QUIET = "crosstally.quiet"

takes_events = click.option(
    "--events",
    type=click.Choice(["given", "find"]),
    default="given",
    show_default=True,
    help="Whether to take the events that folders and reports name, or to group all reports by what happened.",
)


takes_decisions = click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What people decided. Default: decisions.toml beside the settings and the inputs.",
)


def reads_documents(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its inputs, a block to read them in, and a way to say what it did."""

    @click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
    @click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that read. Default: all cores.")
    @click.option("--no-cache", is_flag=True, help="Read every report anew (see crosstally cache --help).")
    @click.option(
        "--map",
        "mapping",
        type=Mapped(),
        multiple=True,
        metavar="FIELD=COLUMN",
        help=f"Which column of rows holds what, where its name does not say so: {', '.join(FIELDS)}.",
    )
    @click.option("--strict", is_flag=True, help="Exit with 2 when anything was left out or set aside.")
    @click.option("-q", "--quiet", is_flag=True, help="Tell of errors and warnings only.")
    @wraps(command)
    def with_reading(inputs: tuple[str, ...], jobs: int | None, **options: Any) -> Any:
        cache, quiet, strict = not options.pop("no_cache"), options.pop("quiet"), options.pop("strict")
        left_out: list[str] = []
        asked = _Asked(inputs, jobs, dict(options.pop("mapping")), cache, quiet, left_out)
        inform = _ignore if quiet else tell
        click.get_current_context().meta[_QUIET] = quiet
        code = command(inputs, partial(_reading, asked), inform, **options)
        if left_out:
            inform(f"{count(len(left_out), 'warning')}: what was left out or set aside is named above")
        if left_out and strict:
            tell("error: something was left out, and --strict allows nothing to be")
            return FAILED
        return code

    return with_reading


def is_quiet() -> bool:
    """Whether the command that runs is to tell of errors and warnings only."""
    return bool(click.get_current_context().meta[_QUIET])


class Mapped(click.ParamType[tuple[str, str]]):
    """``FIELD=COLUMN``."""

    name = "mapping"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Take the field and the column apart."""
        field, _, column = value.partition("=")
        if field not in FIELDS or not column:
            self.fail(f"{value!r} is no FIELD=COLUMN with a field of {', '.join(FIELDS)}", param, ctx)
        return field, column


class _Asked(NamedTuple):
    """What the options ask for; `left_out` grows by each warning."""

    inputs: tuple[str, ...]
    jobs: int | None
    mapping: dict[str, str]
    cache: bool
    quiet: bool
    left_out: list[str]


@contextmanager
def _reading(asked: _Asked, limits: Limits) -> Iterator[Reading]:
    from crosstally.api import Reading  # noqa: PLC0415 - --help does without
    from crosstally.run.batches import cores  # noqa: PLC0415
    from crosstally.run.estimate import estimate  # noqa: PLC0415

    with Progress(partial(estimate, asked.inputs), quiet=asked.quiet) as progress:

        def warn(message: str) -> None:
            asked.left_out.append(message)
            progress.warn(message)

        note = _ignore if asked.quiet else progress.note
        yield Reading(asked.jobs or cores(), asked.cache, warn, progress.done, note, asked.mapping, limits)


def _ignore(_message: str) -> None:
    """Say nothing of what was done."""
