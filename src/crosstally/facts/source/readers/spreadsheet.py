"""Excel workbooks: a report a row, under a header, on every sheet that has texts."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from crosstally.errors import InputError
from crosstally.facts.source.archives import require_modest
from crosstally.facts.source.columns import holds_text
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".xlsx",)
PACKED = False


def read(given: Given) -> Iterator[Piece]:
    """The rows; a sheet whose header names no texts is left out, and told.

    Raises:
        InputError: It is no workbook; the package that reads it is not installed.
    """
    try:
        import openpyxl  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError("to read .xlsx, run: pip install 'crosstally[office]'", path=given.path) from None
    data = given.data()
    require_modest(data, given)
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = sheet.iter_rows(values_only=True)
            header = [str(cell) for cell in next(rows, ()) if cell is not None]
            if len(book.worksheets) > 1 and not holds_text(header):
                given.on_skip(f"{given.path}: sheet {sheet.title!r} left out: no text column")
                continue
            given.wanted(header)
            for number, row in enumerate(rows, 2):
                cells = {name: cell for name, cell in zip(header, row, strict=False) if cell is not None}
                if cells:
                    place = number if len(book.worksheets) == 1 else f"{sheet.title}:{number}"
                    yield Piece(dict.fromkeys(header) | cells, place, number, is_row=True)
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"cannot be read as .xlsx: {error or type(error).__name__}", path=given.path) from error
