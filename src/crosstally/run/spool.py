"""Bytes set aside until they are needed again: in memory while they are few, else in a file that goes with the run."""

from __future__ import annotations

from array import array
from tempfile import SpooledTemporaryFile
from weakref import finalize

IN_MEMORY = 2**24  # bytes


class Spool:
    """A growing row of pieces of bytes, each known by its number."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        """Begin an empty one, with room for so many bytes in memory."""
        self._file = SpooledTemporaryFile(in_memory)  # noqa: SIM115 - there are readers of it behind any block
        finalize(self, self._file.close)
        self._ends = array("Q", [0])

    def put(self, piece: bytes) -> int:
        """Set a piece aside and say its number."""
        self._file.seek(self._ends[-1])
        self._file.write(piece)
        self._ends.append(self._ends[-1] + len(piece))
        return len(self._ends) - 2

    def get(self, number: int) -> bytes:
        """The piece of a number."""
        start, end = self._ends[number], self._ends[number + 1]
        self._file.seek(start)
        return self._file.read(end - start)
