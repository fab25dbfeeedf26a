from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from written import put, refused, rows

from crosstally.errors import InputError
from crosstally.facts.source.reading import read
from crosstally.output.html import render
from crosstally.rules.engine import check_facts


def test_a_folder_is_one_event_and_is_read_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "map.png", "photo.png", ".hidden.txt", "Makefile"):
        put(tmp_path / "quake" / name, f"Report {name}")
    said: list[str] = []
    documents = list(read(tmp_path / "quake", on_skip=said.append))
    assert [
        f"{tmp_path}/quake: 1 of unknown type left out: Makefile",
        f"{tmp_path}/quake: 2 of unknown type .png left out: map.png, photo.png",
    ] == said
    assert [("a.md", "a", "quake"), ("b.txt", "b", "quake")] == [(d.doc_id, d.source, d.event) for d in documents]
    assert documents[0].text == "Report a.md"
    assert documents[0].title is None


def test_a_folder_of_folders_is_one_event_per_inner_folder(tmp_path: Path) -> None:
    put(tmp_path / "all" / "quake" / "a.txt", "one")
    put(tmp_path / "all" / "floods" / "north" / "b.txt", "two")
    put(tmp_path / "all" / "c.txt", "three")
    assert [("c.txt", "all"), ("floods/north/b.txt", "floods/north"), ("quake/a.txt", "quake")] == [
        (d.doc_id, d.event) for d in read(tmp_path / "all")
    ]


def test_the_event_never_depends_on_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "quake" / "a.txt", "one")
    monkeypatch.chdir(tmp_path / "quake")
    assert ["reports"] == [d.event for d in read(".")]
    assert ["reports"] == [d.event for d in read("a.txt")]
    monkeypatch.chdir(tmp_path)
    assert ["quake"] == [d.event for d in read("quake/a.txt")]


def test_files_named_directly_are_one_event(tmp_path: Path) -> None:
    one, two = put(tmp_path / "quake" / "x" / "one.txt", "1"), put(tmp_path / "quake" / "y" / "two.md", "2")
    assert [("one.txt", "quake"), ("two.md", "quake")] == [(d.doc_id, d.event) for d in read(one, two)]


def test_a_glob_reads_like_the_folder_it_starts_from(tmp_path: Path) -> None:
    for name in ("quake/a.txt", "quake/b.md", "flood/a.txt", "flood/.a.png"):
        put(tmp_path / name, name)
    expected = [("flood/a.txt", "flood"), ("quake/a.txt", "quake")]
    assert expected == [(d.doc_id, d.event) for d in read(f"{tmp_path}/*/*.txt")]
    expected = [("flood/a.txt", "flood"), ("quake/a.txt", "quake"), ("quake/b.md", "quake")]
    assert expected == [(d.doc_id, d.event) for d in read(f"{tmp_path}/**")]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    put(tmp_path / "a[1].txt", "brackets")
    assert ["brackets"] == [d.text for d in read(tmp_path / "a[1].txt")]


@pytest.mark.parametrize("name", ["report.txt.gz", "REPORT.TXT", "report.md.gz"])
def test_gzip_and_capital_suffixes(tmp_path: Path, name: str) -> None:
    data = "Zwölf Tote".encode()
    path = put(tmp_path / name, gzip.compress(data) if name.endswith("gz") else data)
    (document,) = read(path)
    assert (name, "report", "Zwölf Tote") == (document.doc_id, document.source.lower(), document.text)


def test_text_is_kept_as_it_is(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", b"\xef\xbb\xbfFirst\r\nsecond\rthird\n\xc2\xa012")
    assert ["First\r\nsecond\rthird\n\xa012"] == [d.text for d in read(path)]


def test_missing_inputs_raise_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(put(tmp_path / "a.txt", "one"), tmp_path / "missing.txt")


def test_two_documents_of_one_name_are_both_named(tmp_path: Path) -> None:
    one, two = put(tmp_path / "x" / "a.txt", "1"), put(tmp_path / "y" / "a.txt", "2")
    table = rows(tmp_path / "t.jsonl", {"id": "k", "text": "1"}, {"id": "k", "text": "2"})
    said: list[str] = []
    assert ["1", "1", "1"] == [
        d.text for given in ((one, two), (one, one), (table,)) for d in read(*given, on_skip=said.append)
    ]
    assert [
        f"two documents are named 'a.txt': {one} and {two}; the second is set aside",
        f"{one}: given twice; the second is set aside",
        f"two documents are named 'k': {table}:1 and {table}:2; the second is set aside",
    ] == said


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.png", b"x", "unknown file type '.png' (allowed: "),
        ("README", b"x", "unknown file type 'README'"),
        ("a.parquet.gz", b"x", "unknown file type '.gz'"),
        ("a.pdf.gz", b"x", "unknown file type '.gz'"),
        ("a.txt", b"", "the document is empty"),
        ("a.txt", b" \n\t", "the document is empty"),
        ("a.txt", b"abc \x00\x01\xff", "not UTF-8: byte 6 is 0xff"),
        ("a.txt", b"\xff\xfea", "not UTF-16: byte 2 is 0x61"),
        ("a.txt.gz", b"plain", "Not a gzipped file"),
        ("a.txt.gz", gzip.compress(b"x" * 999, mtime=0)[:20], "Compressed file ended"),
        ("a.jsonl", b"", "no documents"),
        ("a.csv", b"text\n", "no documents"),
        ("a.jsonl", b'\n{"text": \n', "a.jsonl:2: not JSON"),
        ("a.jsonl", b'\n["text"]\n', "a.jsonl:2: not a JSON object"),
        ("a.jsonl", b"[" * 200_000, "a.jsonl:1: not JSON"),
        ("a.jsonl", b'{"rubbish": "x", "id": 1}\n', "a.jsonl:1: no text column, but rubbish, id (allowed: text"),
        ("a.jsonl", b'{"text": 5}\n', "a.jsonl:1: text is 5 (allowed: a string)"),
        ("a.jsonl", b'{"text": "a", "id": true}\n', "a.jsonl:1: id is True"),
        ("a.jsonl", b'{"text": "a", "title": ["b"]}\n', "a.jsonl:1: title is ['b']"),
        ("a.jsonl", b'{"text": "a\\ud800"}\n', "a.jsonl:1: text holds a lone surrogate at character 1"),
        ("a.jsonl", b'{"text": "a", "published": "yesterday"}\n', "a.jsonl:1: published: 'yesterday' is no time"),
        ("a.jsonl", b'{"text": "a", "published": 2025}\n', "a.jsonl:1: published: 2025 is no time"),
        ("a.csv", b"id,rubbish\n1,x\n", "a.csv:1: no text column, but id, rubbish (allowed: text"),
        ("a.csv", b"text,id\nx\n", "a.csv:2: 1 cells under 2 columns"),
        ("a.csv", b"text,text\nx,y\n", "a.csv:1: columns named twice: text"),
        ("a.csv", b'text,id\n"x" y,1\n', "a.csv:2: not CSV"),
        ("a.csv", b'text,id\n"x', "not CSV"),
        ("a.parquet", b"PAR1 but no more", "not Parquet"),
        ("a.parquet", b"", "not Parquet"),
    ],
)
def test_bad_files_are_named_in_one_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = put(tmp_path / name, data)
    assert str(path) in str(refused(path))
    assert message in str(refused(path))


def test_a_folder_without_documents(tmp_path: Path) -> None:
    put(tmp_path / "a.png", "x")
    assert "the folder holds no documents" in str(refused(tmp_path))
    assert "no document matches" in str(refused(f"{tmp_path}/*.txt"))
    assert "no input given" in str(refused())


def test_empty_documents_beside_good_ones_are_reported_and_skipped(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "")
    put(tmp_path / "b.txt", "good")
    rows(tmp_path / "c.jsonl", {"text": None}, {"text": "fine"})
    said: list[str] = []
    assert ["good", "fine"] == [d.text for d in read(tmp_path, on_skip=said.append)]
    assert [
        f"{tmp_path}/a.txt: the document is empty; set aside",
        f"{tmp_path}/c.jsonl:1: the document is empty; set aside",
    ] == said


def test_tables_of_an_earlier_run_are_no_documents(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "good")
    put(tmp_path / "out" / "findings.csv", "finding_id,rule,quantity_id\nf,XT101,q\n")
    put(tmp_path / "out" / "codings.csv", "event,measure,fact_ids\nfire,killed,f\n")
    put(tmp_path / "out" / "held_apart.csv", "event,quantity_a,quantity_b\nfire,q,r\n")
    put(tmp_path / "out" / "report.html", render(check_facts([])))
    put(tmp_path / "out" / "crosstally.sqlite", "")
    put(tmp_path / "out" / "metadata.json", '{"databases": {}}')
    said: list[str] = []
    assert ["a.txt"] == [d.doc_id for d in read(tmp_path, on_note=said.append)]
    own = ("codings.csv", "findings.csv", "held_apart.csv", "report.html")
    assert [f"{tmp_path}/out/{name}: written by crosstally, skipped" for name in own] == said
    assert "no documents but only what crosstally wrote" in str(refused(tmp_path / "out"))
    assert "no text column" in str(refused(tmp_path / "out" / "findings.csv"))


def test_one_document_is_in_memory_at_a_time(tmp_path: Path) -> None:
    path = rows(tmp_path / "a.jsonl", {"text": "one"}, {"text": "two"})
    with path.open("a") as stream:
        stream.write("broken\n")
    said: list[str] = []
    documents = read(path, on_skip=said.append)
    assert ["one", "two"] == [next(documents).text, next(documents).text]
    assert not said
    assert not list(documents)
    assert [f"{path}:3: not JSON: Expecting value: line 1 column 1 (char 0); set aside"] == said


class Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input_is_a_text_or_jsonl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Stdin(b"Twelve\ndied"))
    (document,) = read("-")
    assert ("stdin", "stdin", "Twelve\ndied") == (document.doc_id, document.source, document.text)
    monkeypatch.setattr("sys.stdin", Stdin(b'{"text": "a"}\n{"text": "b", "event": "quake"}\n'))
    assert [("stdin:1", None), ("stdin:2", "quake")] == [(d.doc_id, d.event) for d in read("-")]


def test_two_folders_may_hold_reports_of_one_name(tmp_path: Path) -> None:
    for name in ("flood", "quake"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mail.txt").write_text("12 people died.", encoding="utf-8")
    found = list(read(tmp_path / "flood", tmp_path / "quake"))
    assert [("flood/mail.txt", "flood"), ("quake/mail.txt", "quake")] == [(one.doc_id, one.event) for one in found]


def test_a_file_in_the_current_folder_may_be_given_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The raid killed 3 people.")
    monkeypatch.chdir(tmp_path)
    said: list[str] = []
    assert ["a.txt"] == [document.doc_id for document in read("a.txt", "a.txt", on_skip=said.append)]
    assert ["a.txt: given twice; the second is set aside"] == said
