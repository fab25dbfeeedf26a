"""The options of the commands that read documents: by how many processes, what is let pass, with what noise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import click

from crosstally.facts.source.piece import ignore
from crosstally.facts.source.records import FIELDS, FIGURE_FIELDS
from crosstally.noise import noise, takes_noise
from crosstally.terminal import Progress

if TYPE_CHECKING:
    from crosstally.api import Reading
    from crosstally.facts.source.limits import Limits

Open = Callable[["Limits"], AbstractContextManager["Reading"]]
Inform = Callable[[str], None]
Events = Literal["given", "find"]

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


def takes_engine(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the choice of who does the work."""
    engine = click.option(
        "--engine",
        default="local",
        show_default=True,
        metavar="NAME",
        help="Who does the work: local, processes of this machine; or dask, with the extra of that name.",
    )
    scheduler = click.option(
        "--scheduler",
        metavar="URL",
        help="Where the scheduler of a Dask cluster answers, such as tcp://10.0.0.1:8786. Default: a cluster of --jobs"
        " processes on this machine.",
    )
    return engine(scheduler(command))


def reads_documents(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its inputs, a block to read them in, and a way to say what it did."""

    @click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
    @click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes that read. Default: all cores.")
    @takes_engine
    @click.option("--no-cache", is_flag=True, help="Read every report anew (see crosstally cache --help).")
    @click.option(
        "--map",
        "mapping",
        type=Mapped(),
        multiple=True,
        metavar="FIELD=COLUMN",
        help=f"Which column of rows holds what, where its name does not say so: {', '.join(FIELDS)};"
        f" of tables of figures also {', '.join(FIGURE_FIELDS)}.",
    )
    @takes_noise
    @wraps(command)
    def with_reading(inputs: tuple[str, ...], jobs: int | None, **options: Any) -> Any:
        by, at = options.pop("engine"), options.pop("scheduler")
        asked = _Asked(inputs, jobs, dict(options.pop("mapping")), not options.pop("no_cache"), by, at)
        return command(inputs, partial(_reading, asked), noise().inform, **options)

    return with_reading


class Mapped(click.ParamType[tuple[str, str]]):
    """``FIELD=COLUMN``."""

    name = "mapping"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Take the field and the column apart."""
        field, _, column = value.partition("=")
        allowed = (*FIELDS, *FIGURE_FIELDS)
        if field not in allowed or not column:
            self.fail(f"{value!r} is no FIELD=COLUMN with a field of {', '.join(allowed)}", param, ctx)
        return field, column


class _Asked(NamedTuple):
    """What the options ask for."""

    inputs: tuple[str, ...]
    jobs: int | None
    mapping: dict[str, str]
    cache: bool
    engine: str
    scheduler: str | None


@contextmanager
def _reading(asked: _Asked, limits: Limits) -> Iterator[Reading]:
    from crosstally.api import Reading  # noqa: PLC0415 - --help does without
    from crosstally.run.batches import cores  # noqa: PLC0415
    from crosstally.run.engines import load_engine  # noqa: PLC0415
    from crosstally.run.estimate import estimate  # noqa: PLC0415

    engine = load_engine(asked.engine, asked.scheduler)
    told = noise()
    with Progress(partial(estimate, asked.inputs), quiet=told.quiet) as progress:

        def warn(message: str) -> None:
            progress.clear()
            told.leave_out(message)

        note = ignore if told.quiet else progress.note
        yield Reading(asked.jobs or cores(), asked.cache, warn, progress.done, note, asked.mapping, limits, engine)
