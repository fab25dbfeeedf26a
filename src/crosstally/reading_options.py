"""The options of the commands that read documents: how many processes, with or without the cache, with what noise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from crosstally.terminal import Progress, tell

if TYPE_CHECKING:
    from crosstally.api import Reading

Open = Callable[[], AbstractContextManager["Reading"]]
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
    @click.option("-q", "--quiet", is_flag=True, help="Tell of errors and warnings only.")
    @wraps(command)
    def with_reading(inputs: tuple[str, ...], jobs: int | None, **options: Any) -> Any:
        no_cache, quiet = options.pop("no_cache"), options.pop("quiet")
        click.get_current_context().meta[_QUIET] = quiet
        reading = partial(_reading, inputs, jobs, cache=not no_cache, quiet=quiet)
        return command(inputs, reading, _ignore if quiet else tell, **options)

    return with_reading


def is_quiet() -> bool:
    """Whether the command that runs is to tell of errors and warnings only."""
    return bool(click.get_current_context().meta[_QUIET])


@contextmanager
def _reading(inputs: tuple[str, ...], jobs: int | None, *, cache: bool, quiet: bool) -> Iterator[Reading]:
    from crosstally.api import Reading  # noqa: PLC0415 - --help does without
    from crosstally.run.batches import cores  # noqa: PLC0415
    from crosstally.run.estimate import estimate  # noqa: PLC0415

    with Progress(partial(estimate, inputs), quiet=quiet) as progress:
        yield Reading(jobs or cores(), cache, progress.warn, progress.done)


def _ignore(_message: str) -> None:
    """Say nothing of what was done."""
