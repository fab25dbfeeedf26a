"""The option to run a command again whenever a file that it reads changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial, wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from crosstally.errors import CrosstallyError, InputError
from crosstally.output.counts import count
from crosstally.own_rules import trusted
from crosstally.project import decision_files
from crosstally.reading_options import Inform
from crosstally.terminal import tell

Files = dict[Path, tuple[int, int]]  # when each was modified, in nanoseconds, and how many bytes it has

_EVERY = 0.5  # seconds from one look at the files to the next
_NAMED = 3  # files that are named when they change; the others are counted


def watches(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that reads documents the option --watch."""

    @click.option("--watch", is_flag=True, help="Run again whenever a file that is read changes, until Ctrl-C.")
    @wraps(command)
    def with_watch(inputs: tuple[str, ...], reading: object, inform: Inform, *, watch: bool, **options: Any) -> Any:
        once = partial(command, inputs, reading, inform, **options)
        if not watch:
            return once()
        from crosstally.config import load_settings  # noqa: PLC0415 - --help does without
        from crosstally.facts.source.files import expand  # noqa: PLC0415
        from crosstally.facts.source.opening import STANDARD_INPUT  # noqa: PLC0415

        if STANDARD_INPUT in inputs:
            raise click.UsageError("--watch: standard input does not change (allowed: files, folders, globs)")
        expand(inputs)  # what is missing now is a mistake, later somebody is at work
        settings = load_settings(trust=trusted())
        also = [
            options["against"],
            options["baseline"],
            settings.path,
            *(rule.path for rule in settings.rules if rule.is_own),
            *([options["decisions"]] if options["decisions"] else decision_files(inputs, settings)),
        ]
        written = [options["out"], *(file for _, file in options["wanted"])]
        look = partial(_look, inputs, [path for path in also if path], [path for path in written if path])
        _run_on_change(once, look, inform)

    return with_watch


def _run_on_change(once: Callable[[], object], look: Callable[[], Files], inform: Inform) -> NoReturn:
    """Run now and after each change. What fails a run is told and ends nothing: the next change may mend it."""
    seen = look()
    inform(f"{_clock()} watching {count(len(seen), 'file')}, Ctrl-C ends it")
    while True:
        try:
            once()
        except (CrosstallyError, OSError) as error:
            tell(f"error: {error}")
        before, seen = seen, _settled(look, seen)
        inform(f"{_clock()} {_named([*_changes(before, seen)])}")


def _look(inputs: tuple[str, ...], also: Iterable[Path], written: Iterable[Path]) -> Files:
    """The files that a run reads, but for those that it writes."""
    from crosstally.facts.source.files import expand  # noqa: PLC0415

    own = [os.path.abspath(path) for path in written]  # noqa: PTH100 - asks no disk, and there may be many files
    paths = [*also]
    with suppress(InputError):  # a folder that is empty for a moment
        paths += (found.path for found in expand(inputs))
    files: Files = {}
    for path in paths:
        with suppress(OSError):
            if not any(f"{os.path.abspath(path)}{os.sep}".startswith(f"{name}{os.sep}") for name in own):  # noqa: PTH100
                status = path.stat()
                files[path] = status.st_mtime_ns, status.st_size
    return files


def _settled(look: Callable[[], Files], seen: Files) -> Files:
    """Wait until the files are others than those seen, and stay so from one look to the next."""
    last = seen
    while True:
        time.sleep(_EVERY)
        now = look()
        if now == last != seen:
            return now
        last = now


def _changes(before: Files, after: Files) -> Iterator[str]:
    for path in sorted({**before, **after}):
        if before.get(path) != after.get(path):
            yield f"{path} {'new' if path not in before else 'gone' if path not in after else 'changed'}"


def _named(changes: list[str]) -> str:
    more = len(changes) - _NAMED
    return ", ".join(changes[:_NAMED] + ([f"{more} more"] if more > 0 else []))


def _clock() -> str:
    return time.strftime("%H:%M:%S")
