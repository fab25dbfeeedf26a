"""Which files an input stands for, and their bytes as text: folders, globs, gzip, UTF-8."""

from __future__ import annotations

import glob
import gzip
import os
import sys
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from crosstally.errors import InputError

PROSE = (".txt", ".md", ".html", ".htm", ".pdf")
ROWS = (".jsonl", ".csv", ".parquet")
UNPACKED = (".pdf", ".parquet")  # which gain nothing by gzip
ALLOWED = f"{', '.join(PROSE + ROWS)}, and .gz of all but {' and '.join(UNPACKED)}"
STANDARD_INPUT = "-"
UNNAMED = "reports"  # the event of files that stand in no named folder


@dataclass(frozen=True, slots=True)
class Found:
    """A file that holds one document or rows of them.

    Attributes:
        path: Where it is, as the user would write it; "-" is standard input.
        doc_id: Its path relative to the input given.
        event: The event that its place in the folders gives it; None where it gives none.
    """

    path: Path
    doc_id: str
    event: str | None

    @property
    def kind(self) -> str:
        """The suffix without .gz, lower case: ".txt"."""
        return kind(self.path)

    @property
    def stem(self) -> str:
        """The file's name without its suffixes: it stands for the source where nothing else does."""
        return "stdin" if self.is_standard_input else self.path.name[: -len(_suffix(self.path))]

    @property
    def is_standard_input(self) -> bool:
        """Whether the bytes come from standard input."""
        return str(self.path) == STANDARD_INPUT


def kind(path: Path) -> str:
    """The suffix that says how to read a file, without .gz: ".csv" of "reports.csv.gz"; "" when it is not known."""
    suffix = _suffix(path)
    known = suffix.removesuffix(".gz")
    return "" if known not in PROSE + ROWS or (known in UNPACKED and suffix != known) else known


def _suffix(path: Path) -> str:
    return "".join(path.suffixes[-2:]).lower() if path.suffix.lower() == ".gz" else path.suffix.lower()


def expand(inputs: Iterable[str | Path]) -> Iterator[Found]:
    """The files that inputs stand for, in the order given; inside folders by name, files before folders.

    Raises:
        InputError: An input is missing, is of no known type, or holds no file of a known type.
    """
    given = [Path(item) for item in inputs]
    if not given:
        raise InputError("no input given", allowed="files, folders, globs, or - for standard input")
    for path in given:
        _require(path)
    named = _common_folder([path for path in given if path.is_file() and kind(path) in PROSE])
    return (found for path in given for found in _expand_one(path, named))


def require_file(path: Path) -> None:
    """Make sure that a file is there.

    Raises:
        InputError: It is not.
    """
    if not path.exists():
        raise InputError("no such file or folder", path=path)


def _require(path: Path) -> None:
    if str(path) == STANDARD_INPUT or path.is_dir() or _is_glob(path):
        return
    require_file(path)
    if not kind(path):
        raise InputError(f"unknown file type {path.suffix or path.name!r}", path=path, allowed=ALLOWED)


def _expand_one(path: Path, named: str) -> Iterator[Found]:
    if str(path) == STANDARD_INPUT:
        yield Found(path, "stdin", named)
    elif path.is_dir():
        yield from _inside(path, _walk(path), "the folder holds no documents")
    elif _is_glob(path):
        fixed = Path(*_fixed_parts(path))
        matches = (Path(match) for match in sorted(glob.glob(str(path), recursive=True)))  # noqa: PTH207 - takes absolute patterns
        files = {file: None for match in matches for file in (_walk(match) if match.is_dir() else [match])}
        yield from _inside(fixed, files, "no document matches", path)
    else:
        yield Found(path, path.name, named if kind(path) in PROSE else None)


def _inside(base: Path, files: Iterable[Path], none_message: str, given: Path | None = None) -> Iterator[Found]:
    """Files under a folder: those of an inner folder are an event of their own."""
    empty = True
    for file in files:
        if not kind(file):
            continue
        empty = False
        relative = file.relative_to(base)
        inner = relative.parent.as_posix()
        yield Found(file, relative.as_posix(), _folder_name(base) if inner == "." else inner)
    if empty:
        raise InputError(none_message, path=given or base, allowed=ALLOWED)


def _walk(folder: Path) -> Iterator[Path]:
    def stop(error: OSError) -> None:
        raise InputError(error.strerror or str(error), path=error.filename)

    for top, folders, files in os.walk(folder, onerror=stop):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(top, name) for name in sorted(files) if not name.startswith("."))


def _is_glob(path: Path) -> bool:
    return glob.has_magic(str(path)) and not path.exists()


def _fixed_parts(pattern: Path) -> list[str]:
    magic = next(index for index, part in enumerate(pattern.parts) if glob.has_magic(part))
    return list(pattern.parts[:magic])


def _common_folder(files: list[Path]) -> str:
    """One event for files named directly: the folder that holds them all.

    Taken from the paths as written, never from the working directory, so that the same command gives the same bytes
    in every checkout.
    """
    try:
        return _folder_name(Path(os.path.commonpath([path.parent for path in files])))
    except ValueError:  # none, or relative beside absolute
        return UNNAMED


def _folder_name(folder: Path) -> str:
    return UNNAMED if folder.name in {"", ".."} else folder.name


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked when it ends in .gz; every failure to read them is an InputError."""
    if str(path) != STANDARD_INPUT:
        require_file(path)
    try:
        if str(path) == STANDARD_INPUT:
            yield sys.stdin.buffer
        else:
            with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
                yield cast("BinaryIO", stream)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(reason, path=path) from error


def decode(data: bytes, path: Path, offset: int = 0) -> str:
    """UTF-8 text without its byte order mark.

    Args:
        data: The bytes.
        path: The file they are from, for the message.
        offset: How many bytes of the file came before.

    Raises:
        InputError: They are not UTF-8; names the byte.
    """
    if offset == 0 and data.startswith(BOM_UTF8):
        data, offset = data[len(BOM_UTF8) :], len(BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        found = f"not UTF-8: byte {offset + error.start} is 0x{data[error.start]:02x}"
        raise InputError(found, path=path, allowed="text in UTF-8") from error


def decoded_lines(stream: Iterable[bytes], path: Path) -> Iterator[str]:
    """Lines of text with their line ends, decoded one by one."""
    offset = 0
    for line in stream:
        yield decode(line, path, offset)
        offset += len(line)
