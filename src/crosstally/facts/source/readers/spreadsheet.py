"""Workbooks of Excel and LibreOffice: a report a row, under a header, on every sheet that has texts."""

from __future__ import annotations

from collections.abc import Iterator

from crosstally.facts.source.columns import holds_text
from crosstally.facts.source.piece import Given, Piece
from crosstally.facts.source.sheets import EXCEL, OTHERS, sheets

SUFFIXES = (EXCEL, *OTHERS)
PACKED = False


def read(given: Given) -> Iterator[Piece]:
    """The rows; a sheet whose header names no texts is left out, and told.

    Raises:
        InputError: It is no workbook; the package that reads it is not installed.
    """
    held = list(sheets(given))
    for title, cells in held:
        rows = iter(cells)
        named = {place: str(cell) for place, cell in enumerate(next(rows, ())) if cell is not None}
        header = [*named.values()]
        if len(held) > 1 and not holds_text(header):
            given.on_skip(f"{given.path}: sheet {title!r} left out: no text column")
            continue
        given.wanted(header)
        for number, row in enumerate(rows, 2):
            filled = {named[place]: cell for place, cell in enumerate(row) if place in named and cell is not None}
            if filled:
                place = number if len(held) == 1 else f"{title}:{number}"
                yield Piece(dict.fromkeys(header) | filled, place, number, is_row=True)
