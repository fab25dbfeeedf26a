"""The cells of somebody's table, whatever file holds them: where its header is, which lines below it are rows."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosstally.errors import InputError
from crosstally.facts.lexicon import load
from crosstally.facts.source.decoding import decoded_lines
from crosstally.facts.source.kinds import is_table, kind
from crosstally.facts.source.limits import LIMITS
from crosstally.facts.source.opening import opened
from crosstally.facts.source.piece import Given, ignore
from crosstally.facts.source.rows import read_rows
from crosstally.facts.source.sheets import EXCEL, OTHERS, excel_data, sheets
from crosstally.facts.tables.loose.cell import is_blank
from crosstally.facts.tables.loose.commas import without_decimal_commas
from crosstally.facts.tables.loose.headers import column_of, is_ignored, measure_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_EXCEL = (EXCEL, ".xlsm")
SHEETS = (*_EXCEL, *OTHERS)
ABOVE = 20  # lines that may stand above a header
_NAMING = ("source", "event", "place", "doc_id")  # columns in which a row is called "Total"
_FIGURES = ("value", "low", "high")
_PARTED = (".csv", ".tsv")
_NUMERAL = re.compile(r"\d[\d.,\s]*%?")
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

    @property
    def is_turned(self) -> bool:
        """Whether its rows name what they measure, and no column is known to hold the figures: it may be anyone's."""
        place = self.columns.get("measure", 0)
        named = [str(cells[place]) for _, cells in self.rows if not is_blank(cells[place])]
        return 2 * sum(measure_of(name).is_known for name in named) > len(named)


def is_loose(path: Path, mapping: Mapping[str, str] | None = None) -> bool:
    """Whether a file is a table of figures as people keep them, told by its header."""
    if path.suffix.lower() in SHEETS:
        grid = _sheet_grid(path, mapping, [])
    elif is_table(path):
        grid = _grid(_some_lines(path), path, mapping)
    else:
        return False
    return grid.has_figures or ("text" not in grid.columns and grid.is_turned)


def read_grid(path: Path, mapping: Mapping[str, str] | None = None) -> Grid:
    """The table of a .csv, .json, .jsonl, .parquet, .xlsx, .ods or .xls file.

    Args:
        path: The file.
        mapping: By field the column that holds it, where the user says so.

    Raises:
        InputError: The file cannot be read, or no line of it is a header that names a measure.
    """
    told: list[str] = []
    is_sheet = path.suffix.lower() in SHEETS
    grid = _sheet_grid(path, mapping, told) if is_sheet else _grid(_lines(path), path, mapping)
    _require(grid, path)
    return _finished(Grid(grid.header, grid.rows, [*told, *grid.told]))


def grid_of(rows: Iterable[Mapping[str, object]]) -> Grid:
    """The table of rows that are at hand, numbered from 1.

    Raises:
        InputError: They name no measure.
    """
    grid = _of_mappings(enumerate(rows, 1))
    _require(grid, None)
    return _finished(grid)


def _finished(grid: Grid) -> Grid:
    """The table without sums, and with the numbers as English writes them."""
    figures = {*grid.measured, *(grid.columns[end] for end in _FIGURES if end in grid.columns)}
    grid = _without_sums(grid)
    return Grid(grid.header, without_decimal_commas(grid.rows, figures), grid.told)


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
    if grid.is_turned:
        allowed = "a row for each figure, with source, measure and value, or a row for each source; --map value=COLUMN"
    raise InputError(f"no column of figures, but {named}", path=path, allowed=allowed)


def _is_long(columns: Mapping[str, int]) -> bool:
    return "measure" in columns and not columns.keys().isdisjoint(_FIGURES)


def _is_measure(name: str) -> bool:
    return column_of(name) is None and not is_ignored(name) and measure_of(name).is_known


def _score(cells: Sequence[object]) -> int:
    """How much a line looks like a header."""
    names = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
    return sum(column_of(name) is not None or _is_measure(name) for name in names) - sum(map(_is_numeral, cells))


def _is_numeral(cell: object) -> bool:
    return isinstance(cell, int | float) or (isinstance(cell, str) and _NUMERAL.fullmatch(cell.strip()) is not None)


def _grid(lines: Sequence[Line], path: Path, mapping: Mapping[str, str] | None) -> Grid:
    if kind(path) in _PARTED:
        return _below_header(lines, mapping)
    return _renamed(_of_mappings([(number, cells[0]) for number, cells in lines]), mapping)  # type: ignore[misc]


def _renamed(grid: Grid, mapping: Mapping[str, str] | None) -> Grid:
    """The table with its columns named as the user says."""
    fields = {column.casefold(): "doc_id" if field == "id" else field for field, column in (mapping or {}).items()}
    return Grid([fields.get(name.casefold(), name) for name in grid.header], grid.rows, grid.told)


def _below_header(lines: Sequence[Line], mapping: Mapping[str, str] | None) -> Grid:
    """The table below the line of the first ones that looks most like a header."""
    if not lines:
        return Grid([], [])
    place = max(range(min(ABOVE, len(lines))), key=lambda i: (_score(lines[i][1]), -i))
    if any(map(_is_numeral, lines[place][1])) and _score(lines[place][1]) <= 0:
        return Grid([], [])  # figures from the first line on: no header says of what
    header = ["" if cell is None else str(cell).strip() for cell in lines[place][1]]
    while header and not header[-1]:
        header.pop()
    above = ((number, _said(cells)) for number, cells in lines[:place])
    told = [f"line {number}: above the header, left out: {said}" for number, said in above if said]
    rows: list[Line] = []
    for number, cells in lines[place + 1 :]:
        filled = [cell for cell in cells if not is_blank(cell)]
        if filled and cells == lines[place][1]:
            told.append(f"line {number}: the header again, left out")
        elif len(filled) == 1 and len(header) > 2 and isinstance(filled[0], str):  # noqa: PLR2004 - a source and a figure are two
            told.append(f"line {number}: a note, left out: {_said(cells)}")
        elif filled:
            rows.append((number, [*cells, *[None] * (len(header) - len(cells))]))
    return _renamed(Grid(header, rows, told), mapping)


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
    some: list[Line] = []
    with suppress(InputError):  # told when the rest is read
        some.extend((number, [row]) for number, row in islice(read_rows(path), ABOVE))
    return some


def _lines(path: Path) -> list[Line]:
    if kind(path) in _PARTED:
        with opened(path) as stream:
            return _csv_lines(list(decoded_lines(stream, path, ignore, LIMITS)), path)
    return [(number, [row]) for number, row in read_rows(path)]


def _csv_lines(lines: Sequence[str], path: Path, *, whole: bool = True) -> list[Line]:
    """The cells of a CSV file, between whatever separator gives most lines as many cells, and then the best header."""

    def cells(separator: str, some: Sequence[str]) -> list[Line]:
        reader = csv.reader(some, delimiter=separator)
        try:
            return [(reader.line_num, row) for row in reader]
        except csv.Error as error:
            if not whole:
                return []
            raise InputError(f"not CSV: {error}", path=path, line=reader.line_num) from error

    def rating(separator: str) -> tuple[int, int, bool]:
        rows = [row for _, row in cells(separator, lines[:ABOVE]) if row]
        sizes = Counter(map(len, rows))
        size, alike = max(sizes.items(), key=lambda item: (item[0] > 1, item[1]), default=(0, 0))
        return alike if size > 1 else 0, max(map(_score, rows), default=0), separator == ","

    return cells(max(_SEPARATORS, key=rating), lines)


def _sheet_grid(path: Path, mapping: Mapping[str, str] | None, told: list[str]) -> Grid:
    """The first sheet with a header that names figures."""
    held = _excel_lines(path) if path.suffix.lower() in _EXCEL else _other_lines(path)
    grids = {name: _below_header(lines, mapping) for name, lines in held.items()}
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
    try:
        with opened(path) as stream:
            book = openpyxl.load_workbook(BytesIO(excel_data(Given(stream, path, EXCEL))), data_only=True)
    except InputError:
        raise
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
