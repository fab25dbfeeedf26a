"""Cells of a table that cannot be read, kept for one error that tells of all."""

from __future__ import annotations

from pathlib import Path

from crosstally.errors import SchemaError

_SAME = 8  # failures before one that may be of the same row


class Unread:
    """The cells of one table that cannot be read."""

    def __init__(self) -> None:
        """Begin a table."""
        self._failures: list[str] = []

    def add(self, line: int, column: str, found: str, allowed: str) -> None:
        """Keep a cell.

        Args:
            line: The line it stands on.
            column: Its column.
            found: What it holds.
            allowed: What would do.
        """
        failure = f"line {line}: {column}: found {found} (allowed: {allowed})"
        if failure not in self._failures[-_SAME:]:  # a cell that several figures of a row share
            self._failures.append(failure)

    def stop(self, path: Path | None) -> None:
        """Stop where there is any.

        Raises:
            SchemaError: There is; the message lists all of them, a line each.
        """
        if self._failures:
            count = "1 cell" if len(self._failures) == 1 else f"{len(self._failures)} cells"
            lines = "".join(f"\n  {failure}" for failure in self._failures)
            raise SchemaError(f"{count} cannot be read:{lines}", path=path)
