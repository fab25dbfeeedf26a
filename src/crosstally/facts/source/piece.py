"""What a reader is given, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from crosstally.errors import InputError
from crosstally.facts.source.limits import LIMITS, Limits


def ignore(_message: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be read.

    Attributes:
        stream: Its bytes, unpacked.
        path: Where it is, for messages; a member of an archive has the archive above it.
        kind: The suffix that says how to read it: ".csv".
        limits: How much of it may be read.
        on_skip: Told in one line of each part that is left out.
        on_note: Told in one line of what was guessed.
        wanted: Which of the columns of a table are read.
        depth: How many archives it is in.
    """

    stream: BinaryIO
    path: Path
    kind: str
    limits: Limits = LIMITS
    on_skip: Callable[[str], None] = field(default=ignore)
    on_note: Callable[[str], None] = field(default=ignore)
    wanted: Callable[[list[str]], list[str]] = field(default=list)
    depth: int = 0

    def data(self) -> bytes:
        """All of it, as one document.

        Raises:
            InputError: It is more than a document may hold.
        """
        return self.limits.read(self.stream, self.path)


@dataclass(frozen=True, slots=True)
class Piece:
    """A report that a file holds.

    Attributes:
        fields: Values by name, as they stand there: see `crosstally.facts.source.columns`.
        part: Which part of its file it is, as its id goes on behind a colon; None where the file is one report.
        line: The line on which its text begins, or which is its row.
        is_row: Whether it is a row of a table, so that its text has no lines of its own.
        fault: Why it cannot be read; the next one may be.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    part: int | str | None = None
    line: int | None = None
    is_row: bool = False
    fault: InputError | None = None


class Reader(Protocol):
    """A file of `crosstally.facts.source.readers`."""

    SUFFIXES: tuple[str, ...]
    """The names it reads end in one of these, in lower case."""

    PACKED: bool
    """Whether such files come packed by gzip or zstd too; those that are packed in themselves do not."""

    def read(self, given: Given) -> Iterator[Piece]:
        """The reports of a file; raises InputError where the rest of it cannot be read."""


class TableReader(Reader, Protocol):
    """A reader of rows, which may also be facts."""

    def columns(self, given: Given) -> list[str]:
        """The names of its columns."""
