"""A folder of files that changes as a whole: a generation is written inside, and one step makes it the one that counts.

    .crosstally-3f9a.../    the generation, while it is written
    .crosstally-commit      its name: from the moment this file is there, it counts, and its files move into place

A run that ends before that step, however it ends, has changed nothing. One that ends after it has written everything:
whoever comes next finishes the moves.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crosstally.errors import CrosstallyError
from crosstally.output.tables.locks import locked
from crosstally.output.tables.whole import require_place, unwritable

_PREFIX = ".crosstally-"
_COMMIT = f"{_PREFIX}commit"


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A folder to write to; its files move to `folder` all together, when nothing goes wrong, and are gone otherwise.

    Raises:
        CrosstallyError: They cannot be written there, or another run is writing there.
    """
    require_place(folder, folder=True)
    made = [above for above in (folder, *folder.parents) if not above.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder) as is_ours:
            if not is_ours:
                raise CrosstallyError("another run is writing there", path=folder, allowed="a folder for each run")
            _finish(folder)
            generation = folder / f"{_PREFIX}{secrets.token_hex(8)}"
            generation.mkdir()
            yield generation
            _commit(generation)
            _finish(folder)
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        with suppress(OSError), locked(folder) as is_ours:
            if is_ours:
                _finish(folder)
        with suppress(OSError):  # there is something in it
            for above in made:
                above.rmdir()


def finish(folder: Path) -> None:
    """Move into place what a run that was killed had decided on, and clear away what it had not.

    Raises:
        CrosstallyError: There is something to move, and it cannot be moved.
    """
    if not any(folder.glob(f"{_PREFIX}*")):
        return
    try:
        with locked(folder) as is_ours:
            if is_ours:
                _finish(folder)
    except OSError as error:
        raise unwritable(folder, error) from error


def _commit(generation: Path) -> None:
    """Make a generation the one that counts, once all of it is on the disk."""
    for file in generation.iterdir():
        _onto_disk(file)
    name = generation / _COMMIT
    name.write_text(generation.name, encoding="utf-8")
    _onto_disk(name)
    name.replace(generation.parent / _COMMIT)


def _finish(folder: Path) -> None:
    """Roll a generation that counts forward, and remove those that do not; nobody else is at work."""
    commit = folder / _COMMIT
    if commit.is_file():
        generation = folder / commit.read_text(encoding="utf-8")
        if generation.parent == folder and generation.is_dir():
            for file in sorted(generation.iterdir()):
                file.replace(folder / file.name)
        commit.unlink()
    for left in folder.glob(f"{_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)


def _onto_disk(file: Path) -> None:
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
