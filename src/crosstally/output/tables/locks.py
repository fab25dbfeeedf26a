"""Locks on files and folders that end with the process that holds them, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: nobody is kept out, and nothing is taken for left over
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold a file or folder that is there, if nobody else does; says whether.

    Where the system knows of no such locks, or the disk of none, it is held in name.
    """
    if fcntl is None:
        yield True
        return
    held = os.open(path, os.O_RDONLY)
    try:
        is_ours = True
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            is_ours = False
        except OSError:
            pass
        yield is_ours
    finally:
        os.close(held)


def is_left_over(path: Path) -> bool:
    """Whether nobody holds a file or folder any more; never where that cannot be known."""
    if fcntl is None:
        return False
    with suppress(OSError), locked(path) as is_ours:
        return is_ours
    return False
