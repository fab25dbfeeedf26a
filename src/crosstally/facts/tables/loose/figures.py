"""The figures of a row: a value, the ends of what it may be, or a column for each measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosstally.facts.tables.loose.cell import ALLOWED, Cell, read_cell
from crosstally.facts.tables.loose.ends import interval_of
from crosstally.facts.tables.loose.grid import Grid
from crosstally.facts.tables.loose.headers import measure_of
from crosstally.facts.tables.loose.unread import Unread


class Figures:
    """Reads the figures of the rows of one table."""

    def __init__(self, grid: Grid, unread: Unread) -> None:
        """Begin a table; cells that cannot be read go to `unread`."""
        self._grid = grid
        self._unread = unread

    def of_row(
        self, fields: Mapping[str, object], cells: Sequence[object], line: int
    ) -> list[tuple[object, Cell | None]]:
        """The figures of a row, each behind what its row or its header says is measured.

        Args:
            fields: Its cells by the known columns.
            cells: All its cells.
            line: The line it stands on.
        """
        return [(fields.get("measure"), self._long(fields, line))] if self._grid.is_long else self._wide(cells, line)

    def _long(self, fields: Mapping[str, object], line: int) -> Cell | None:
        """The figure of a long row: a value, or the ends of what it may be, or all three."""
        value, low, high = (self._cell(fields.get(column), line, column) for column in ("value", "low", "high"))
        return self._between(line, value, low, high)

    def _wide(self, cells: Sequence[object], line: int) -> list[tuple[object, Cell | None]]:
        """The figures of a wide row by their headers; the least and the most of a measure are the ends of one."""
        found: dict[tuple[str, str | None], dict[str | None, tuple[str, Cell | None]]] = {}
        alone: list[tuple[object, Cell | None]] = []
        for place in self._grid.measured:
            header = self._grid.header[place]
            named, cell = measure_of(header), self._cell(cells[place], line, header)
            ends = found.setdefault((named.measure, named.noun), {})
            if named.end in ends:
                alone.append((header, cell))  # a column of the same name: a figure of its own
            else:
                ends[named.end] = (header, cell)
        told: list[tuple[object, Cell | None]] = []
        for ends in found.values():
            value, low, high = (ends.get(end, ("", None))[1] for end in (None, "low", "high"))
            told.append((next(iter(ends.values()))[0], self._between(line, value, low, high)))
        return [*told, *alone]

    def _between(self, line: int, value: Cell | None, low: Cell | None, high: Cell | None) -> Cell | None:
        if low is None and high is None:
            return value
        ends = [None if end is None else end.interval.value for end in (low, high)]
        middle = None if value is None else value.interval.value
        first = value or low or high
        is_one = value or None in ends or ends[0] == ends[1]
        words = first.words if first and is_one else f"{ends[0]:,.10g}-{ends[1]:,.10g}"
        interval = interval_of(middle, *ends)
        if interval is None:
            found = ", ".join(map(_shown, (ends[0], middle, ends[1])))
            self._unread.add(line, "low, value, high", found, "low <= value <= high")
            return None
        return Cell(words, interval, first.unit if first else None)

    def _cell(self, value: object, line: int, column: str) -> Cell | None:
        try:
            return read_cell(value)
        except ValueError as error:
            self._unread.add(line, column, str(error), ALLOWED)
            return None


def _shown(value: float | None) -> str:
    return "nothing" if value is None else f"{value:,.10g}"
