"""The cells of somebody's table, whatever file holds them: where its header is, which lines below it are rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosstally.errors import InputError
from crosstally.facts.lexicon import load
from crosstally.facts.source.decoding import decoded_lines
from crosstally.facts.source.kinds import kind
from crosstally.facts.source.limits import LIMITS
from crosstally.facts.source.opening import opened, require_file
from crosstally.facts.source.piece import Given, ignore
from crosstally.facts.source.rows import read_rows
from crosstally.facts.source.sheets import OTHERS, sheets
from crosstally.facts.tables.loose.cell import is_blank
from crosstally.facts.tables.loose.headers import column_of, is_ignored, measure_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_EXCEL = (".xlsx", ".xlsm")
SHEETS = (*_EXCEL, *OTHERS)
ABOVE = 20  # lines that may stand above a header
_NAMING = ("source", "event", "place", "doc_id")  # columns in which a row is called "Total"
_PARTED = (".csv", ".tsv")
_SEPARATORS = (",", ";", "\t", "|")

Line = tuple[int, Sequence[object]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        header: The names of its columns.
        rows: Its rows with the line each stands on.
        told: What was left out, for people.
    """

    header: list[str]
    rows: list[Line]
    told: list[str] = field(default_factory=list)

    @property
    def columns(self) -> dict[str, int]:
        """Where each known column is; the first of several."""
        found: dict[str, int] = {}
        for place, name in enumerate(self.header):
            if column := column_of(name):
                found.setdefault(column, place)
        return found

    @property
    def measured(self) -> list[int]:
        """Of a wide table, the columns that are measures."""
        return [] if self.is_long else [i for i, name in enumerate(self.header) if _is_measure(name)]

    @property
    def is_long(self) -> bool:
        """Whether its rows name what they measure."""
        return _is_long(self.columns)

    @property
    def has_figures(self) -> bool:
        """Whether it holds figures, and not documents."""
        return "text" not in self.columns and (self.is_long or bool(self.measured))


def is_loose(path: Path) -> bool:
    """Whether a file is a table of figures as people keep them, told by its header."""
    if path.suffix.lower() in SHEETS:
        return _sheet_grid(path, []).has_figures
    if kind(path) not in {".csv", ".tsv", ".jsonl", ".parquet"}:
        return False
    return _grid(_some_lines(path), path).has_figures


def read_grid(path: Path) -> Grid:
    """The table of a .csv, .jsonl, .parquet, .xlsx, .ods or .xls file.

    Raises:
        InputError: The file cannot be read, or no line of it is a header that names a measure.
    """
    told: list[str] = []
    grid = _sheet_grid(path, told) if path.suffix.lower() in SHEETS else _grid(_lines(path), path)
    _require(grid, path)
    return _without_sums(Grid(grid.header, grid.rows, [*told, *grid.told]))


def grid_of(rows: Iterable[Mapping[str, object]]) -> Grid:
    """The table of rows that are at hand, numbered from 1.

    Raises:
        InputError: They name no measure.
    """
    grid = _of_mappings(enumerate(rows, 1))
    _require(grid, None)
    return _without_sums(grid)


def _without_sums(grid: Grid) -> Grid:
    """The table without the rows that add up those above: no source says what stands there."""
    naming = [grid.columns[name] for name in _NAMING if name in grid.columns]
    rows, told = [], list(grid.told)
    for number, cells in grid.rows:
        if any(str(cells[place]).strip().lower() in load("tables/headers")["sums"] for place in naming):
            told.append(f"line {number}: a sum of other rows, left out: {_said(cells)}")
        else:
            rows.append((number, cells))
    return Grid(grid.header, rows, told)


def _require(grid: Grid, path: Path | None) -> None:
    if grid.has_figures:
        return
    named = ", ".join(filter(None, grid.header)) or "nothing"
    allowed = "source, measure and value, or a column for each measure, such as killed and injured"
    raise InputError(f"no column of figures, but {named}", path=path, allowed=allowed)


def _is_long(columns: Mapping[str, int]) -> bool:
    return "measure" in columns and not {"value", "low", "high"}.isdisjoint(columns)


def _is_measure(name: str) -> bool:
    return column_of(name) is None and not is_ignored(name) and measure_of(name).is_known


def _score(cells: Sequence[object]) -> int:
    """How much a line looks like a header."""
    names = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
    return sum(column_of(name) is not None or _is_measure(name) for name in names)


def _grid(lines: Sequence[Line], path: Path) -> Grid:
    if kind(path) in _PARTED or path.suffix.lower() in SHEETS:
        return _below_header(lines)
    return _of_mappings([(number, cells[0]) for number, cells in lines])  # type: ignore[misc]


def _below_header(lines: Sequence[Line]) -> Grid:
    """The table below the line of the first ones that looks most like a header."""
    if not lines:
        return Grid([], [])
    place = max(range(min(ABOVE, len(lines))), key=lambda i: (_score(lines[i][1]), -i))
    header = ["" if cell is None else str(cell).strip() for cell in lines[place][1]]
    while header and not header[-1]:
        header.pop()
    above = ((number, _said(cells)) for number, cells in lines[:place])
    told = [f"line {number}: above the header, left out: {said}" for number, said in above if said]
    rows: list[Line] = []
    for number, cells in lines[place + 1 :]:
        filled = [cell for cell in cells if not is_blank(cell)]
        if len(filled) == 1 and len(header) > 2 and isinstance(filled[0], str):  # noqa: PLR2004 - a source and a figure are two
            told.append(f"line {number}: a note, left out: {_said(cells)}")
        elif filled:
            rows.append((number, [*cells, *[None] * (len(header) - len(cells))]))
    return Grid(header, rows, told)


def _said(cells: Sequence[object]) -> str:
    return " ".join(str(cell).strip() for cell in dict.fromkeys(cells) if not is_blank(cell))[:60]


def _of_mappings(rows: Iterable[tuple[int, Mapping[str, object]]]) -> Grid:
    held = list(rows)
    header = list(dict.fromkeys(str(name) for _, row in held for name in row))
    named = [(number, {str(name): value for name, value in row.items()}) for number, row in held]
    return Grid(header, [(number, [row.get(name) for name in header]) for number, row in named])


def _some_lines(path: Path) -> list[Line]:
    """Enough of a file to see its header."""
    if kind(path) in _PARTED:
        with opened(path) as stream:
            return _csv_lines(list(islice(decoded_lines(stream, path, ignore, LIMITS), ABOVE * 2)), path, whole=False)
    return [(number, [row]) for number, row in islice(read_rows(path), ABOVE)]


def _lines(path: Path) -> list[Line]:
    if kind(path) in _PARTED:
        with opened(path) as stream:
            return _csv_lines(list(decoded_lines(stream, path, ignore, LIMITS)), path)
    return [(number, [row]) for number, row in read_rows(path)]


def _csv_lines(lines: Sequence[str], path: Path, *, whole: bool = True) -> list[Line]:
    """The cells of a CSV file, between whatever separator gives it the best header."""

    def cells(separator: str, some: Sequence[str]) -> list[Line]:
        reader = csv.reader(some, delimiter=separator)
        try:
            return [(reader.line_num, row) for row in reader]
        except csv.Error as error:
            if not whole:
                return []
            raise InputError(f"not CSV: {error}", path=path, line=reader.line_num) from error

    def rating(separator: str) -> int:
        return max((_score(row) for _, row in cells(separator, lines[:ABOVE])), default=0)

    return cells(max(_SEPARATORS, key=lambda separator: (rating(separator), separator == ",")), lines)


def _sheet_grid(path: Path, told: list[str]) -> Grid:
    """The first sheet with a header that names figures."""
    held = _excel_lines(path) if path.suffix.lower() in _EXCEL else _other_lines(path)
    grids = {name: _below_header(lines) for name, lines in held.items()}
    chosen = next((name for name, grid in grids.items() if grid.has_figures), None)
    told += [f"sheet {name!r} left out" for name in grids if name != chosen and grids[name].header]
    return grids[chosen] if chosen else next(iter(grids.values()), Grid([], []))


def _other_lines(path: Path) -> dict[str, list[Line]]:
    with opened(path) as stream:
        return {name: [*enumerate(rows, 1)] for name, rows in sheets(Given(stream, path, path.suffix.lower()))}


def _excel_lines(path: Path) -> dict[str, list[Line]]:
    """The lines of each sheet; of merged cells, each holds what they hold together."""
    try:
        import openpyxl  # noqa: PLC0415 - only those who give Excel pay for it
    except ImportError:
        missing = "Excel needs the package openpyxl"
        raise InputError(missing, path=path, allowed="pip install 'crosstally[office]'") from None
    require_file(path)
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except Exception as error:  # zipfile, xml and openpyxl each raise their own
        raise InputError(f"not Excel: {error}", path=path) from error
    return {sheet.title: _sheet_lines(sheet) for sheet in book.worksheets}


def _sheet_lines(sheet: Worksheet) -> list[Line]:
    lines: list[list[Any]] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row - 1, area.max_row):
            for column in range(area.min_col - 1, area.max_col):
                lines[row][column] = lines[area.min_row - 1][area.min_col - 1]
    return [(number, cells) for number, cells in enumerate(lines, 1)]
