"""Files that are written whole or not at all: first beside their place, then moved into it."""

from __future__ import annotations

import glob
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crosstally.errors import CrosstallyError
from crosstally.output.tables.locks import is_left_over, locked

_UNFINISHED = ".unfinished"


def require_place(path: Path, *, folder: bool = False) -> None:
    """Make sure that a file, or a folder, can stand at a path: before the work, not after it.

    A folder is made with those above it, a file needs the folder above.

    Raises:
        CrosstallyError: The folder above a file is not there, or something else stands in its place.
    """
    if folder:
        path = next((above for above in (path, *path.parents) if above.exists()), path)
    elif not path.parent.is_dir():
        raise CrosstallyError("no such folder", path=path.parent, allowed="a folder that is there")
    if path.exists() and not (path.is_dir() if folder else path.is_file()):
        raise CrosstallyError(f"is not a {'folder' if folder else 'file'}", path=path)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A name to write to; it becomes `path` when nothing goes wrong, and is gone otherwise.

    What a run that was killed left beside it is cleared away.

    Raises:
        CrosstallyError: It cannot be written there.
    """
    require_place(path)
    place = path.resolve()  # a link stays a link
    unfinished = place.with_name(f".{place.name}.{secrets.token_hex(8)}{_UNFINISHED}")
    try:
        for left in place.parent.glob(f".{glob.escape(place.name)}.*{_UNFINISHED}"):
            if is_left_over(left):
                left.unlink(missing_ok=True)
        unfinished.touch(exist_ok=False)
        with locked(unfinished):
            yield unfinished
            unfinished.replace(place)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        unfinished.unlink(missing_ok=True)


def unwritable(path: Path, error: OSError) -> CrosstallyError:
    """What is said of a place that cannot be written to."""
    return CrosstallyError(f"cannot be written: {error.strerror or error}", path=path)
