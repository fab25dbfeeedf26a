from __future__ import annotations

import sys
from pathlib import Path

import pytest

from crosstally.errors import InputError
from crosstally.facts.source.reading import read


def pdf(*pages: list[str]) -> bytes:
    """A PDF file with lines of text on its pages."""
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
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
