"""The sheets of a workbook, whichever program wrote it: cells as strings, numbers, dates, times or None."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from zipfile import ZipFile

from crosstally.errors import InputError
from crosstally.facts.source.archives import require_modest
from crosstally.facts.source.piece import Given
from crosstally.facts.source.spread import excel_spread, open_document_spread

EXCEL = ".xlsx"
OTHERS = (".ods", ".xls")  # of LibreOffice, and of Excel before 2007

Row = Sequence[object]


def sheets(given: Given) -> Iterator[tuple[str, Iterable[Row]]]:
    """The name of each sheet and its rows, the first of them on line 1.

    Raises:
        InputError: It is no workbook; the package that reads it is not installed.
    """
    try:
        yield from _of_excel(given) if given.kind == EXCEL else _of_others(given)
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"cannot be read as {given.kind}: {error or type(error).__name__}", path=given.path) from error


def excel_data(given: Given) -> bytes:
    """The bytes of a workbook of Excel, of which no sheet spreads its cells over more than the limits allow.

    Raises:
        InputError: One does; it is no archive.
    """
    data = given.data()
    require_modest(data, given)
    with ZipFile(BytesIO(data)) as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                given.limits.require("cells", excel_spread(book.read(name)), given.path)
    return data


def _of_excel(given: Given) -> Iterator[tuple[str, Iterable[Row]]]:
    try:
        import openpyxl  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError("to read .xlsx, run: pip install 'crosstally[office]'", path=given.path) from None
    data = excel_data(given)
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a file says of its own size may be anything
        yield sheet.title, sheet.iter_rows(values_only=True)


def _of_others(given: Given) -> Iterator[tuple[str, Iterable[Row]]]:
    try:
        import python_calamine  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError(f"to read {given.kind}, run: pip install 'crosstally[office]'", path=given.path) from None
    data = given.data()
    if given.kind != ".xls":  # which is no archive
        with require_modest(data, given) as archive:
            given.limits.require("cells", open_document_spread(archive.read("content.xml")), given.path)
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        given.limits.require("cells", sheet.total_height * sheet.total_width, given.path)
        rows = sheet.to_python(skip_empty_area=False)
        yield name, ([_as_typed(cell) for cell in row] for row in rows)


def _as_typed(cell: object) -> object:
    """A cell as Excel's are read: empty ones are None, and numbers without a fraction whole."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return None if cell == "" else cell
