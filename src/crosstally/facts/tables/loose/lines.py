"""The lines of somebody's table, whatever file holds them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosstally.errors import InputError
from crosstally.facts.source.decoding import decoded_lines
from crosstally.facts.source.kinds import kind
from crosstally.facts.source.limits import LIMITS
from crosstally.facts.source.opening import opened
from crosstally.facts.source.piece import Given, ignore
from crosstally.facts.source.readers.csv_rows import SUFFIXES
from crosstally.facts.source.rows import read_rows
from crosstally.facts.source.sheets import EXCEL, OTHERS, excel_data, sheets
from crosstally.facts.tables.loose.headers import score

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_EXCEL = (EXCEL, ".xlsm")
_SEPARATORS = (",", ";", "\t", "|")

SHEETS = (*_EXCEL, *OTHERS)
ABOVE = 20
"""Lines that may stand above a header."""

Line = tuple[int, Sequence[object]]
"""The number of a line, from 1, and its cells; of a file of rows with names, the row alone."""


def some_lines(path: Path) -> list[Line]:
    """Enough of a file to see its header."""
    if kind(path) in SUFFIXES:
        with opened(path) as stream:
            return _csv_lines(list(islice(decoded_lines(stream, path, ignore, LIMITS), ABOVE * 2)), path, whole=False)
    some: list[Line] = []
    with suppress(InputError):  # told when the rest is read
        some.extend((number, [row]) for number, row in islice(read_rows(path), ABOVE))
    return some


def all_lines(path: Path) -> list[Line]:
    """Every line of a file that is no workbook.

    Raises:
        InputError: The file cannot be read.
    """
    if kind(path) in SUFFIXES:
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
        return alike if size > 1 else 0, max(map(score, rows), default=0), separator == ","

    return cells(max(_SEPARATORS, key=rating), lines)


def sheet_lines(path: Path) -> dict[str, list[Line]]:
    """The lines of each sheet of a workbook, by its name.

    Raises:
        InputError: The file cannot be read.
    """
    return _excel_sheets(path) if path.suffix.lower() in _EXCEL else _other_sheets(path)


def _other_sheets(path: Path) -> dict[str, list[Line]]:
    with opened(path) as stream:
        return {name: [*enumerate(rows, 1)] for name, rows in sheets(Given(stream, path, path.suffix.lower()))}


def _excel_sheets(path: Path) -> dict[str, list[Line]]:
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
    return {sheet.title: _unmerged(sheet) for sheet in book.worksheets}


def _unmerged(sheet: Worksheet) -> list[Line]:
    lines: list[list[Any]] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row - 1, area.max_row):
            for column in range(area.min_col - 1, area.max_col):
                lines[row][column] = lines[area.min_row - 1][area.min_col - 1]
    return [(number, cells) for number, cells in enumerate(lines, 1)]
