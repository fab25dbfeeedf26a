"""How far the cells of a sheet spread, told from its XML before anything fills the memory with them.

One cell in the last corner, one merged area, or one cell that says that it repeats, makes a file of some KB a sheet of
17 thousand million cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

_COORDINATE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,9})")


def excel_spread(sheet: bytes) -> int:
    """The cells of a sheet of .xlsx up to its last row and column, and those of its merged areas.

    Raises:
        xml.parsers.expat.ExpatError: It is no XML.
        ValueError: A row or cell stands nowhere.
    """
    return _read(sheet, _ExcelSheet())


def open_document_spread(content: bytes) -> int:
    """The cells of the largest sheet of an .ods file up to its last row and column that hold something.

    Args:
        content: Its content.xml.

    Raises:
        xml.parsers.expat.ExpatError: It is no XML.
        ValueError: Something repeats as often as no number says.
    """
    return _read(content, _OpenDocument())


def _read(xml: bytes, into: _ExcelSheet | _OpenDocument) -> int:
    parser = expat.ParserCreate()
    parser.StartElementHandler = into.start
    parser.EndElementHandler = into.end
    parser.Parse(xml, True)  # noqa: FBT003 - expat takes no keyword
    return into.cells


@dataclass(slots=True)
class _ExcelSheet:
    """Where rows and cells say that they stand; those that do not say it follow the one before."""

    row: int = 0
    column: int = 0
    rows: int = 0
    columns: int = 0
    merged: int = 0

    @property
    def cells(self) -> int:
        return self.rows * self.columns + self.merged

    def start(self, name: str, has: Mapping[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                self.row, self.column = int(float(has.get("r", self.row + 1))), 0
                self.rows = max(self.rows, self.row)
            case "c":
                row, self.column = _standing(has["r"]) if has.get("r") else (self.row, self.column + 1)
                self.rows, self.columns = max(self.rows, row), max(self.columns, self.column)
            case "mergeCell":
                first, _, last = has.get("ref", "").partition(":")
                (above, left), (below, right) = _standing(first), _standing(last or first)
                self.merged += (below - above + 1) * (right - left + 1)

    def end(self, name: str) -> None:
        """Nothing: what a row holds is known where it begins."""


def _standing(coordinate: str) -> tuple[int, int]:
    """Row and column, from 1: B7 is 7, 2."""
    match = _COORDINATE.fullmatch(coordinate)
    if match is None:
        raise ValueError(f"no place of a cell: {coordinate[:20]!r}")
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(match[2]), column


@dataclass(slots=True)
class _OpenDocument:
    """The sheet that is being read; what is empty at the end of a row or of a sheet is nothing.

    Attributes:
        row: The last row that was read.
        column: The last column of it.
        width: Its last column that holds something.
        repeated: How often it stands there.
        columns: The last column of the sheet that holds something.
        cells: Those of the largest sheet.
    """

    row: int = 0
    column: int = 0
    width: int = 0
    repeated: int = 1
    columns: int = 0
    cells: int = 0

    def start(self, name: str, has: Mapping[str, str]) -> None:
        match name:
            case "table:table":
                self.row = self.columns = 0
            case "table:table-row":
                self.repeated = int(has.get("table:number-rows-repeated", 1))
                self.column = self.width = 0
            case "table:table-cell" | "table:covered-table-cell":
                self.column += int(has.get("table:number-columns-repeated", 1))
                if any(key.startswith("office:") for key in has):
                    self.width = self.column
            case "text:p":
                self.width = self.column

    def end(self, name: str) -> None:
        if name != "table:table-row":
            return
        self.row += self.repeated
        if self.width:
            self.columns = max(self.columns, self.width)
            self.cells = max(self.cells, self.row * self.columns)
