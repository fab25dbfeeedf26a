from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pytest
import zstandard
from test_pdf import pdf
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crosstally.errors import InputError
from crosstally.facts.document import Document
from crosstally.facts.source.limits import Limits
from crosstally.facts.source.reading import read

SAID = "The fire at the harbour killed 12 people, officials said."
PAGE = f"""<html><head><title>Fire</title></head><body><article><h1>Fire</h1><p>{SAID} {SAID}</p>
    <p>It burned.</p></article></body></html>"""


def mail(text: str = SAID, *, attached: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = "Harbour Desk <desk@harbour.example>"
    message["Subject"] = "Twelve dead in fire"
    message["Date"] = "Mon, 09 Jun 2031 14:05:00 +0200"
    message.set_content(text)
    if attached:
        message.add_attachment(b"x", maintype="image", subtype="png", filename="photo.png")
    return bytes(message)


def word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(SAID)
    row = document.add_table(1, 2).rows[0].cells
    row[0].text, row[1].text = "injured", "90"
    document.save(out)
    return out.getvalue()


def workbook() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.append(["Outlet", "Text", "Colour"])
    sheet.append(["Alder Gazette", SAID, "red"])
    sheet.append([None, None, None])
    sheet.append(["Brook Times", "The fire killed 13 people.", None])
    book.create_sheet("Notes").append(["nothing"])
    book.save(out)
    return out.getvalue()


OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"


def open_workbook(*rows: tuple[object, ...]) -> bytes:
    """A workbook as LibreOffice saves it."""
    spaces = " ".join(f'xmlns:{name}="{OPEN_DOCUMENT}:{name}:1.0"' for name in ("office", "table", "text"))
    lines = "".join(f"<table:table-row>{''.join(map(open_cell, row))}</table:table-row>" for row in rows)
    sheet = f'<table:table table:name="Sheet">{lines}</table:table>'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "META-INF/manifest.xml", f'<m:manifest xmlns:m="{OPEN_DOCUMENT}:manifest:1.0">{entry}</m:manifest>'
        )
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
    return out.getvalue()


def open_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    kind = "string" if isinstance(value, str) else "float"
    figure = "" if isinstance(value, str) else f' office:value="{value}"'
    words = "".join(f"<text:p>{line}</text:p>" for line in str(value).splitlines())
    return f'<table:table-cell office:value-type="{kind}"{figure}>{words}</table:table-cell>'


def chat() -> bytes:
    words = ["The fire killed ", {"type": "bold", "text": "12 people"}, "."]
    messages = [
        {"id": 1, "type": "service", "text": ""},
        {"id": 2, "type": "message", "date": "2031-06-09T14:05:00", "from": "Harbour Watch", "text": words},
    ]
    return json.dumps({"name": "Harbour", "type": "public_channel", "messages": messages}).encode()


def feed() -> bytes:
    return f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Wire</title><item><title>Fire</title>
        <link>https://harbour.example/1</link><pubDate>Mon, 09 Jun 2031 14:05:00 GMT</pubDate>
        <description>&lt;p&gt;{SAID}&lt;/p&gt;</description></item></channel></rss>""".encode()


def web_archive(*, packed: bool) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for address, kind in (
        ("https://harbour.example/1", "text/html; charset=utf-8"),
        ("https://harbour.example/2", "image/png"),
    ):
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(PAGE.encode()), http_headers=headers)
        )
    return out.getvalue()


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_", ".")), data)  # of 1980, not of now
    return out.getvalue()


def reading(path: Path, data: bytes) -> tuple[list[Document], list[str]]:
    path.write_bytes(data)
    said: list[str] = []
    return list(read(path, on_skip=said.append)), said


def test_a_folder_of_seven_kinds_reads_all_seven(tmp_path: Path) -> None:
    files = {
        "a.pdf": pdf([SAID]),
        "b.html": PAGE.encode(),
        "c.docx": word(),
        "d.xlsx": workbook(),
        "e.eml": mail(),
        "f.json": chat(),
        "g.txt": "In San José, the fire killed 12 people.".encode("latin-1"),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    documents = list(read(tmp_path, on_skip=lambda _: None))
    assert [*files] == sorted({document.doc_id.partition(":")[0] for document in documents})
    assert all("12 people" in document.text or "13 people" in document.text for document in documents)


def test_mails_say_from_whom_and_when(tmp_path: Path) -> None:
    (document,), said = reading(tmp_path / "a.eml", mail(attached=True))
    assert ("Harbour Desk", "Twelve dead in fire", SAID) == (document.source, document.title, document.text.strip())
    assert "2031-06-09T12:05:00+00:00" == document.published.isoformat() if document.published else None
    assert [f"{tmp_path}/a.eml: attachments left out: photo.png"] == said


def test_word_documents_have_their_tables_in_place(tmp_path: Path) -> None:
    ((document,), _) = reading(tmp_path / "a.docx", word())
    assert f"{SAID}\n\ninjured | 90" == document.text


def test_workbooks_are_read_row_by_row(tmp_path: Path) -> None:
    documents, said = reading(tmp_path / "a.xlsx", workbook())
    assert [("a.xlsx:Sheet:2", "Alder Gazette"), ("a.xlsx:Sheet:4", "Brook Times")] == [
        (document.doc_id, document.source) for document in documents
    ]
    assert {
        f"{tmp_path}/a.xlsx: left out: Colour",
        f"{tmp_path}/a.xlsx: sheet 'Notes' left out: no text column",
    } == set(said)


def test_workbooks_of_libreoffice_are_read_row_by_row(tmp_path: Path) -> None:
    rows = (
        ("ID", None, "Text", "Outlet"),
        (7, "x", f"{SAID}\nIt burned.", "Alder Gazette"),
        (8, None, "13 died.", None),
    )
    documents, said = reading(tmp_path / "a.ods", open_workbook(*rows))
    assert [("7", "Alder Gazette"), ("8", "a")] == [(document.doc_id, document.source) for document in documents]
    assert f"{SAID}\nIt burned." == documents[0].text
    assert [] == said


def test_a_header_with_a_gap_names_the_columns_below_it(tmp_path: Path) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (["Text", None, "Outlet"], [SAID, "note", "Alder Gazette"]):
        book.worksheets[0].append(row)
    book.save(out)
    ((document,), _) = reading(tmp_path / "a.xlsx", out.getvalue())
    assert "Alder Gazette" == document.source


def test_chats_are_read_message_by_message(tmp_path: Path) -> None:
    (document,), said = reading(tmp_path / "result.json", chat())
    assert ("result.json:2", "Harbour Watch", "The fire killed 12 people.") == (
        document.doc_id,
        document.source,
        document.text,
    )
    assert [] == said


def test_feeds_are_read_entry_by_entry(tmp_path: Path) -> None:
    ((document,), _) = reading(tmp_path / "a.rss", feed())
    assert ("Harbour Wire", "Fire", "https://harbour.example/1", SAID) == (
        document.source,
        document.title,
        document.url,
        document.text,
    )


def test_a_feed_opens_no_file_and_no_address(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("12 people")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'
    data = f"<?xml version='1.0'?>{entity}<rss><item><title>t</title><description>a &e; b</description></item></rss>"
    documents, _ = reading(tmp_path / "a.rss", data.encode())
    assert not any("12 people" in document.text for document in documents)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of who writes the archive
@pytest.mark.parametrize("packed", [False, True])
def test_web_archives_are_read_page_by_page(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001
    (document,), _ = reading(tmp_path / f"a.warc{'.gz' if packed else ''}", web_archive(packed=packed))
    assert ("harbour.example", "https://harbour.example/1", "Fire") == (document.source, document.url, document.title)
    assert SAID in document.text


def test_a_web_archive_that_is_damaged_writes_nothing_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 60\r\n\r\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nThe fire killed 12 people.\r\n"
    (document,), _ = reading(tmp_path / "a.warc", head + answer + b"::error ::pwned\r\n")
    assert document.text.startswith("The fire")
    assert ("", "") == capsys.readouterr()


def test_rich_text_loses_its_layout(tmp_path: Path) -> None:
    ((document,), _) = reading(tmp_path / "a.rtf", rb"{\rtf1\ansi The fire killed {\b 12 people}, officials said.\par}")
    assert SAID.replace("at the harbour ", "") == document.text.strip()


def test_archives_hold_any_of_these(tmp_path: Path) -> None:
    members = {
        "x__a_txt": SAID.encode(),
        "b_txt_gz": gzip.compress(b"13 died."),
        "c_png": b"x",
        "d_zip": zipped(e_eml=mail()),
    }
    documents, said = reading(tmp_path / "all.zip", zipped(**members))
    assert ["all.zip:b.txt.gz", "all.zip:d.zip:e.eml", "all.zip:x/a.txt"] == [document.doc_id for document in documents]
    assert ["b", "Harbour Desk", "a"] == [document.source for document in documents]
    assert [f"{tmp_path}/all.zip: c.png left out: of unknown type"] == said


def test_text_comes_packed_by_zstd_too(tmp_path: Path) -> None:
    ((document,), _) = reading(tmp_path / "a.txt.zst", zstandard.compress(SAID.encode()))
    assert ("a", SAID) == (document.source, document.text)


SMALL = Limits(size=1000, members=3, depth=2)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt.gz", gzip.compress(b"x" * 100_000, mtime=0), "its size is more than 1,000"),
        ("a.txt.zst", zstandard.compress(b"x" * 100_000), "its size is more than 1,000"),
        ("a.jsonl.gz", gzip.compress(b"x" * 100_000, mtime=0), "its size is more than 1,000"),
        ("a.zip", zipped(a_txt=b"x" * 1001), "its size is more than 1,000"),
        ("a.zip", zipped(a_txt=b"1", b_txt=b"2", c_txt=b"3", d_txt=b"4"), "its members is more than 3"),
        ("a.zip", zipped(a_zip=zipped(b_zip=zipped(c_txt=b"x"))), "its depth is more than 2"),
        ("a.zip", b"PK no archive", "cannot be read as .zip"),
        ("a.docx", b"PK", "cannot be read as .docx"),
        ("a.xlsx", zipped(a_txt=b"1"), "cannot be read as .xlsx"),
        ("a.ods", zipped(a_txt=b"1"), "cannot be read as .ods"),
        ("a.ods", b"PK", "cannot be read as .ods"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "cannot be read as .xls"),
        ("a.json", b"{}", "no export of Telegram"),
        ("a.json", b"[" * 900, "not JSON"),
        ("a.rtf", b"text", "cannot be read as .rtf"),
        ("a.rss", b"<a/>", "XML, but no feed"),
        ("a.rss", b"<a", "not XML"),
        ("a.warc", b"what", "cannot be read as .warc"),
    ],
)
def test_what_is_too_much_or_broken_is_said_in_one_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        list(read(tmp_path / name, on_skip=lambda _: None, limits=SMALL))
    assert message in str(caught.value)
    assert str(tmp_path / name) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("a.docx", "docx", "office"),
        ("a.xlsx", "openpyxl", "office"),
        ("a.xls", "python_calamine", "office"),
        ("a.rtf", "striprtf.striprtf", "office"),
        ("a.warc", "warcio.archiveiterator", "archive"),
        ("a.txt.zst", "zstandard", "archive"),
        ("a.rss", "lxml", "html"),
    ],
)
def test_a_missing_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    (tmp_path / name).write_bytes(b"x")
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf"pip install 'crosstally\[{extra}\]'"):
        list(read(tmp_path / name, on_skip=lambda _: None))
