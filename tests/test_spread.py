"""How far the cells of a sheet spread."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from test_readers import open_workbook

from crosstally.errors import InputError
from crosstally.facts.source.reading import read
from crosstally.facts.source.spread import excel_spread, open_document_spread
from crosstally.facts.tables.loose.loose import read_loose

NOTHING = "<table:table-row><table:table-cell/></table:table-row>"
ROWS, COLUMNS = "number-rows-repeated", "number-columns-repeated"


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:{ROWS}="{repeated}">{"".join(cells)}</table:table-row>'


def cell(text: str = "", repeated: int = 1) -> str:
    typed, held = (' office:value-type="string"', f"<text:p>{text}</text:p>") if text else ("", "")
    return f'<table:table-cell table:{COLUMNS}="{repeated}"{typed}>{held}</table:table-cell>'


def content(*sheets: str) -> bytes:
    return f"<doc>{''.join(f'<table:table>{sheet}</table:table>' for sheet in sheets)}</doc>".encode()


@pytest.mark.parametrize(
    ("sheets", "cells"),
    [
        ([row(cell("Alder"), cell("12"))], 2),
        ([row(cell("Alder"), cell(repeated=16382)) + row(cell(repeated=16384), repeated=1_048_575)], 1),
        (
            [row(cell(repeated=16383) + cell("12")) + row(cell(), repeated=1_048_574) + row(cell("1"))],
            16384 * 1_048_576,
        ),
        ([row(cell("12", repeated=16384), repeated=1_048_576)], 16384 * 1_048_576),
        ([row(cell("1")) * 3, row(cell("1")) * 2], 3),
        ([row("<table:covered-table-cell office:value='1'/>")], 1),
        ([], 0),
    ],
)
def test_what_an_ods_says_twice_is_counted_and_what_is_empty_at_its_end_is_not(sheets: list[str], cells: int) -> None:
    assert cells == open_document_spread(content(*sheets))


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [
        ("<row r='2'><c r='B2'/></row>", 4),
        ("<x:row r='1'><x:c r='XFD1048576'/></x:row>", 16384 * 1_048_576),
        ("<row><c/><c/></row><row><c/></row>", 4),
        ("<mergeCell ref='A1:B3'/><mergeCell ref='C1'/>", 7),
        ("<row r='3'/>", 0),
    ],
)
def test_an_xlsx_reaches_to_its_last_row_and_column(sheet: str, cells: int) -> None:
    assert cells == excel_spread(f"<sheet>{sheet}</sheet>".encode())


def big_workbook(path: Path, body: str) -> Path:
    """A workbook of LibreOffice whose second row is this."""
    path.write_bytes(open_workbook(("source", "killed"), (None,)))
    with zipfile.ZipFile(path) as small:
        parts = {name: small.read(name).decode() for name in small.namelist()}
    assert NOTHING in parts["content.xml"]
    parts["content.xml"] = parts["content.xml"].replace(NOTHING, body)
    with zipfile.ZipFile(path, "w") as big:
        for name, text in parts.items():
            big.writestr(name, text)
    return path


@pytest.mark.parametrize("repeated", [1_048_576, 2**31, 10**20])
def test_an_ods_that_spreads_over_everything_is_refused(tmp_path: Path, repeated: int) -> None:
    path = big_workbook(tmp_path / "a.ods", row(cell("12", repeated=16384), repeated=repeated))
    told = r"a\.ods: its cells is more than 5,000,000 \(allowed: cells in \[limits\]"
    with pytest.raises(InputError, match=told):
        read_loose(path)
    with pytest.raises(InputError, match=told):
        list(read(path, on_skip=print))


def test_an_ods_that_is_formatted_to_its_end_is_read(tmp_path: Path) -> None:
    far = row(cell(repeated=16384), repeated=1_048_574)
    path = big_workbook(tmp_path / "a.ods", row(cell("Alder"), cell("12"), cell(repeated=16382)) + far)
    assert [("Alder", 12)] == [(fact.document.source, fact.interval.value) for fact in read_loose(path).facts]


@pytest.mark.parametrize("repeated", ["-5", "many", ""])
def test_an_ods_that_repeats_as_often_as_no_number_says_is_refused(tmp_path: Path, repeated: str) -> None:
    bad = f'<table:table-row table:{ROWS}="{repeated}">{cell("Alder")}{cell("12")}</table:table-row>'
    with pytest.raises(InputError, match=r"a\.ods"):
        read_loose(big_workbook(tmp_path / "a.ods", bad))


def test_what_a_sheet_says_of_its_own_size_is_not_believed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (("text", "source"), ("The raid killed 12 people.", "Alder")):
        book.worksheets[0].append(line)
    book.save(tmp_path / "small.xlsx")
    with zipfile.ZipFile(tmp_path / "small.xlsx") as small, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as big:
        for name in small.namelist():
            big.writestr(name, small.read(name).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    assert ["Alder"] == [document.source for document in read(tmp_path / "a.xlsx")]
