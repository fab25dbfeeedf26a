from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from crosstally.errors import InputError
from crosstally.facts.source.reading import read


def pdf(*pages: list[str]) -> bytes:
    """A PDF file with lines of text on its pages."""
    shown = (" T* ".join(f"({line}) Tj" for line in lines) for lines in pages)
    return drawn(*(f"BT /F1 12 Tf 14 TL 72 720 Td {lines} ET" for lines in shown))


def drawn(*pages: str) -> bytes:
    """A PDF file whose pages are drawn by the operators given."""
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in zip(numbers, pages, strict=True):
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {font} /Contents {number + 1} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body, places = "%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj\n{told}\nendobj\n"
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{''.join(places)}"
    return f"{body}{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n".encode()


def test_pages_are_read_in_order_and_parted_words_are_whole(tmp_path: Path) -> None:
    pages = ["The fire killed nine people and in-", "jured 31, the brigade said."], ["It burned for six hours."]
    (tmp_path / "fire.pdf").write_bytes(pdf(*pages))
    (document,) = read(tmp_path)
    expected = "The fire killed nine people and injured 31, the brigade said.\n\nIt burned for six hours."
    assert (expected, "fire", None) == (document.text, document.source, document.line)


def test_a_bullet_without_a_letter_is_one(tmp_path: Path) -> None:
    (tmp_path / "fire.pdf").write_bytes(pdf(["\x7f 12 people died.", "\x7f 31 were hurt."]))
    (document,) = read(tmp_path)
    assert "• 12 people died.\n• 31 were hurt." == document.text


LEFT = """The fire at the harbour killed
12 people on Monday, officials
said. It burned for two days
before rain put it out, and
the port will stay closed for
a week, the mayor told us.""".splitlines()
RIGHT = """In Loja, a bus crash injured
31 passengers, nine of whom
are in a critical condition in
the hospital of the province.
The driver, aged 44, was held
by police for questioning.""".splitlines()


def at(x: int, y: int, words: str) -> str:
    return f"BT /F1 10 Tf {x} {y} Td ({words}) Tj ET "


def beside(left: list[str], right: list[str]) -> str:
    """Two columns, drawn line by line across both."""
    lines = enumerate(zip(left, right, strict=True))
    return "".join(at(50, 700 - 14 * n, one) + at(320, 700 - 14 * n, other) for n, (one, other) in lines)


def text_of(tmp_path: Path, page: str) -> str:
    (tmp_path / "a.pdf").write_bytes(drawn(page))
    (document,) = read(tmp_path / "a.pdf")
    return document.text


def test_columns_are_read_one_after_the_other_however_they_were_drawn(tmp_path: Path) -> None:
    head, foot = at(50, 740, "Two accidents in one week, and what the mayor said of both"), at(50, 590, "Page 3 of 8")
    one_by_one = "".join(at(50, 700 - 14 * n, line) for n, line in enumerate(LEFT))
    one_by_one += "".join(at(320, 700 - 14 * n, line) for n, line in enumerate(RIGHT))
    for drawn_so in (beside(LEFT, RIGHT), one_by_one):
        text = text_of(tmp_path, head + drawn_so + foot)
        assert " ".join([*LEFT, *RIGHT]) in " ".join(text.split())
        assert text.startswith("Two accidents")
        assert text.endswith("Page 3 of 8")


def test_columns_are_read_word_by_word_too(tmp_path: Path) -> None:
    def words(x: int, y: int, line: str) -> str:
        return "".join(at(x + 6 * at_, y, word) for word, at_ in zip(line.split(), starts(line), strict=True))

    lines = enumerate(zip(LEFT, RIGHT, strict=True))
    page = "".join(words(50, 700 - 14 * n, one) + words(320, 700 - 14 * n, other) for n, (one, other) in lines)
    assert " ".join([*LEFT, *RIGHT]) == " ".join(text_of(tmp_path, page).split())
    alone = "".join(words(50, 700 - 14 * n, line) for n, line in enumerate([*LEFT, *RIGHT]))
    assert " ".join([*LEFT, *RIGHT]) == " ".join(text_of(tmp_path, alone).split())


def starts(line: str) -> list[int]:
    return [found.start() for found in re.finditer(r"\S+", line)]


def test_rows_of_a_table_stay_rows(tmp_path: Path) -> None:
    names = ["Dead", "Injured", "Missing", "Houses burned", "Roads closed", "Bridges lost"]
    text = text_of(tmp_path, beside(names, ["12", "31", "4", "120", "7", "3"]))
    assert ["Dead 12", "Injured 31"] == [" ".join(line.split()) for line in text.splitlines()[:2]]


def test_pages_that_are_pictures_have_no_text(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    with pytest.raises(InputError, match=r"scan\.pdf: no text found in it"):
        list(read(tmp_path, on_skip=lambda _: None))


@pytest.mark.parametrize("data", [b"", b"no pdf", pdf(["Nine people died."])[:200]])
def test_what_is_no_pdf_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "fire.pdf").write_bytes(data)
    with pytest.raises(InputError, match=r"fire\.pdf: cannot be read as PDF: "):
        list(read(tmp_path, on_skip=lambda _: None))


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fire.pdf").write_bytes(pdf(["Nine people died."]))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(InputError, match=r"fire\.pdf: to read \.pdf, run: pip install 'crosstally\[pdf\]'"):
        list(read(tmp_path, on_skip=lambda _: None))
