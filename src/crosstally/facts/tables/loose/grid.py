"""Somebody's table: where its header is, which of the lines below it are rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crosstally.errors import InputError
from crosstally.facts.lexicon import load
from crosstally.facts.source.kinds import is_table, kind
from crosstally.facts.source.readers.csv_rows import SUFFIXES
from crosstally.facts.tables.loose.cell import is_blank
from crosstally.facts.tables.loose.commas import without_decimal_commas
from crosstally.facts.tables.loose.headers import column_of, is_measure, is_numeral, measure_of, score
from crosstally.facts.tables.loose.lines import ABOVE, SHEETS, Line, all_lines, sheet_lines, some_lines

_NAMING = ("source", "event", "place", "doc_id")  # columns in which a row is called "Total"
_FIGURES = ("value", "low", "high")


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
        return [] if self.is_long else [i for i, name in enumerate(self.header) if is_measure(name)]

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
        grid = _grid(some_lines(path), path, mapping)
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
    grid = _sheet_grid(path, mapping, told) if is_sheet else _grid(all_lines(path), path, mapping)
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


def _grid(lines: Sequence[Line], path: Path, mapping: Mapping[str, str] | None) -> Grid:
    if kind(path) in SUFFIXES:
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
    place = max(range(min(ABOVE, len(lines))), key=lambda i: (score(lines[i][1]), -i))
    if any(map(is_numeral, lines[place][1])) and score(lines[place][1]) <= 0:
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


def _sheet_grid(path: Path, mapping: Mapping[str, str] | None, told: list[str]) -> Grid:
    """The first sheet with a header that names figures."""
    held = sheet_lines(path)
    grids = {name: _below_header(lines, mapping) for name, lines in held.items()}
    chosen = next((name for name, grid in grids.items() if grid.has_figures), None)
    told += [f"sheet {name!r} left out" for name in grids if name != chosen and grids[name].header]
    return grids[chosen] if chosen else next(iter(grids.values()), Grid([], []))
