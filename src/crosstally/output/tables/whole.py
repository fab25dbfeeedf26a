"""Files that are written whole or not at all: first beside their place, then moved into it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crosstally.errors import CrosstallyError


def require_place(path: Path, *, folder: bool = False) -> None:
    """Make sure that a file, or a folder, can stand at a path: before the work, not after it.

    Raises:
        CrosstallyError: The folder above is not there, or something else stands in its place.
    """
    if not path.parent.is_dir():
        raise CrosstallyError("no such folder", path=path.parent, allowed="a folder that is there")
    if path.exists() and not (path.is_dir() if folder else path.is_file()):
        raise CrosstallyError(f"is not a {'folder' if folder else 'file'}", path=path)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A name to write to; it becomes `path` when nothing goes wrong, and is gone otherwise.

    Raises:
        CrosstallyError: It cannot be written there.
    """
    require_place(path)
    place = path.resolve()  # a link stays a link
    unfinished = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        yield unfinished
        unfinished.replace(place)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A folder to write to; its files move to `folder` when nothing goes wrong, and are gone otherwise.

    Raises:
        CrosstallyError: They cannot be written there.
    """
    require_place(folder, folder=True)
    is_new = not folder.exists()
    unfinished = folder / f".unfinished.{os.getpid()}"  # inside: what is beside it may be another disk
    try:
        unfinished.mkdir(parents=True)
        yield unfinished
        for file in sorted(unfinished.iterdir()):
            file.replace(folder / file.name)
    except BaseException as error:
        shutil.rmtree(folder if is_new else unfinished, ignore_errors=True)
        if isinstance(error, OSError):
            raise _unwritable(folder, error) from error
        raise
    unfinished.rmdir()


def _unwritable(path: Path, error: OSError) -> CrosstallyError:
    return CrosstallyError(f"cannot be written: {error.strerror or error}", path=path)
