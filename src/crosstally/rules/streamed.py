"""A row that is read anew each time it is gone through, and never held as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from operator import eq
from typing import TypeVar, overload

Item = TypeVar("Item")


class Streamed(Sequence[Item]):
    """Such a row; equal to every sequence of the same items."""

    def __init__(self, read: Callable[[], Iterator[Item]], size: int) -> None:
        """Take what reads it, and how many items there are."""
        self._read, self._size = read, size

    def __iter__(self) -> Iterator[Item]:
        """Read it."""
        return self._read()

    def __len__(self) -> int:
        """How many items there are."""
        return self._size

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        """One item, for which those before it are read; or some."""
        if isinstance(index, slice):
            return tuple(self)[index]
        at = range(self._size)[index]
        return next(islice(self, at, None))

    def __eq__(self, other: object) -> bool:
        """Whether another sequence has the same items."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    # it may be long, and equal to a list
    __hash__ = None  # type: ignore[assignment]
