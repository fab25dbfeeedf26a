"""The bytes of a file, unpacked: of regular files alone, so that nothing hangs; every failure is an InputError."""

from __future__ import annotations

import gzip
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from crosstally.errors import InputError
from crosstally.facts.source.packing import taken_apart

STANDARD_INPUT = "-"


def require_file(path: Path) -> None:
    """Make sure that a regular file is there: a pipe or a device might never end.

    Raises:
        InputError: It is not.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        raise InputError("no such file or folder", path=path) from None
    except (OSError, ValueError) as error:  # a name may hold a zero byte
        raise InputError(getattr(error, "strerror", None) or str(error), path=path) from error
    if not stat.S_ISREG(status.st_mode):
        raise InputError("not a regular file", path=path, allowed="files, folders, globs, or - for standard input")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked when its name says that it is packed."""
    if str(path) == STANDARD_INPUT:
        with as_input_errors(path):
            yield _standard_input(path)
        return
    require_file(path)
    with as_input_errors(path), path.open("rb") as stream, unpacked(stream, taken_apart(path)[1], path) as plain:
        yield plain


@contextmanager
def unpacked(stream: BinaryIO, packing: str, path: Path) -> Iterator[BinaryIO]:
    """A stream without its packing: ".gz", ".zst", or none."""
    with ExitStack() as stack:
        if packing == ".gz":
            yield cast("BinaryIO", stack.enter_context(gzip.open(stream)))
        elif packing == ".zst":
            yield stack.enter_context(_zstd(path).ZstdDecompressor().stream_reader(stream, read_across_frames=True))
        else:
            yield stream


@contextmanager
def as_input_errors(path: Path) -> Iterator[None]:
    """Tell of what goes wrong with the bytes of a file as what is wrong with that file."""
    try:
        yield
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(reason, path=path) from error


def _standard_input(path: Path) -> BinaryIO:
    if sys.stdin is None or sys.stdin.buffer.closed:
        raise InputError("standard input is closed", path=path)
    return sys.stdin.buffer


def _zstd(path: Path) -> Any:
    try:
        import zstandard  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError("to read .zst, run: pip install 'crosstally[archive]'", path=path) from None
    return zstandard
