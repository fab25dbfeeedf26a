"""A value that a schema does not allow, and the end of a run at such. Needs no pandas."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crosstally.errors import SchemaError


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One value, or several of one row, that the schema does not allow.

    Attributes:
        row: The row, from 1; 0 is the table as a whole.
        columns: The columns concerned.
        found: Their values.
        allowed: What they may be.
    """

    row: int
    columns: tuple[str, ...]
    found: str
    allowed: str

    def __str__(self) -> str:
        """``row 3: low, high: found 12.0, 9.0 (allowed: low <= high)``."""
        where = f"row {self.row}: " if self.row else ""
        return f"{where}{', '.join(self.columns)}: found {self.found} (allowed: {self.allowed})"


def raise_failures(failures: list[Failure], name: str, path: Path | None = None) -> None:
    """Stop at a broken table.

    Raises:
        SchemaError: There are failures; the message lists all of them, a line each.
    """
    if failures:
        count = "1 failure" if len(failures) == 1 else f"{len(failures)} failures"
        lines = "".join(f"\n  {failure}" for failure in failures)
        raise SchemaError(f"{name} break their schema ({count}):{lines}", path=path)
