from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from written import put, refused, rows

from crosstally.errors import InputError
from crosstally.facts.source.reading import read
from crosstally.facts.source.records import to_document, to_utc


def test_rows_carry_their_own_fields(tmp_path: Path) -> None:
    path = rows(
        tmp_path / "wire.jsonl",
        {
            "id": 7,
            "text": "Twelve died.",
            "title": "Blast",
            "source": "Harbour Post",
            "published": "2031-04-05T01:00:00+02:00",
            "url": "https://harbour.example/7",
            "event": 3,
            "ignored": [],
        },
        {"text": "Nobody died.", "title": " ", "published": ""},
    )
    said: list[str] = []
    first, second = read(path, on_skip=said.append)
    assert [f"{path}: left out: ignored"] == said
    assert ("7", "Harbour Post", "Blast", "3") == (first.doc_id, first.source, first.title, first.event)
    assert datetime(2031, 4, 4, 23, tzinfo=UTC) == first.published
    assert ("wire.jsonl:2", "wire", None, None, None) == (
        second.doc_id,
        second.source,
        second.title,
        second.event,
        second.published,
    )


def test_rows_in_a_folder_belong_to_its_event_unless_they_name_another(tmp_path: Path) -> None:
    rows(tmp_path / "quake" / "a.jsonl", {"text": "x"}, {"text": "y", "event": "flood"})
    assert ["quake", "flood"] == [d.event for d in read(tmp_path / "quake")]


def test_csv_cells_may_hold_line_breaks_and_long_texts(tmp_path: Path) -> None:
    text = 'He said "12 dead",\r\nthen left. ' + "x" * 200_000
    path = tmp_path / "a.csv"
    pd.DataFrame({"text": [text, "second"], "id": ["a", ""]}).to_csv(path, index=False)
    assert [("a", text), ("a.csv:4", "second")] == [(d.doc_id, d.text) for d in read(path)]


def test_parquet_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    day = pd.Timestamp("2031-04-05T06:00:00.123456789", tz="Asia/Tokyo")
    pd.DataFrame({"text": ["one", "two"], "id": [1, 2], "published": [day, None]}).to_parquet(path)
    first, second = read(path)
    assert ("1", datetime(2031, 4, 4, 21, 0, 0, 123456, tzinfo=UTC)) == (first.doc_id, first.published)
    assert ("2", None) == (second.doc_id, second.published)


def test_parquet_without_text_names_its_columns(tmp_path: Path) -> None:
    pq.write_table(pa.table({"rubbish": ["x"]}), tmp_path / "a.parquet")
    assert "no text column, but rubbish (allowed: text, or another with --map text=COLUMN; for" in str(
        refused(tmp_path / "a.parquet")
    )


def test_front_matter_gives_fields_and_offsets_start_below_it(tmp_path: Path) -> None:
    head = '---\nsource: Harbour Post\ntitle: "Blast: twelve dead"\npublished: 2031-04-05\nlayout: post\nid: h1\n---\n'
    said: list[str] = []
    (document,) = read(put(tmp_path / "a.md", head + "Twelve died."), on_skip=said.append)
    assert [f"{tmp_path}/a.md: left out: layout"] == said
    assert ("h1", "Harbour Post", "Blast: twelve dead") == (document.doc_id, document.source, document.title)
    assert datetime(2031, 4, 5, tzinfo=UTC) == document.published
    assert document.text == "Twelve died."


@pytest.mark.parametrize(
    "text",
    [
        "---\nA rule above a text.\n---\nTwelve died.",
        "---\nsource: unclosed\n",
        "----\nsource: x\n---\n",
        "--- a\n---\n",
    ],
)
def test_what_is_no_front_matter_stays_text(tmp_path: Path, text: str) -> None:
    (document,) = read(put(tmp_path / "a.txt", text))
    assert ("a", text) == (document.source, document.text)


@pytest.mark.parametrize("below", ["\nTwelve people died.\n", "Twelve people died.\n---\nIt rains.\n"])
def test_front_matter_that_does_not_close_is_read_and_told(tmp_path: Path, below: str) -> None:
    (tmp_path / "a.md").write_text(f"---\nsource: Post\npublished: 2031-05-01\n{below}")
    notes: list[str] = []
    (document,) = read(tmp_path / "a.md", on_note=notes.append)
    assert ("Post", below) == (document.source, document.text)
    assert ["no --- closes its front matter"] == [note.split(": ")[1].split(",")[0] for note in notes]


def test_front_matter_errors_name_the_file(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", "---\npublished: soon\n---\nx")
    assert f"{path}: published: 'soon' is no time (allowed: an ISO 8601 date or time)" == str(refused(path))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2031-04-05", datetime(2031, 4, 5, tzinfo=UTC)),
        ("20310405", datetime(2031, 4, 5, tzinfo=UTC)),
        (" 2031-04-05T10:30Z ", datetime(2031, 4, 5, 10, 30, tzinfo=UTC)),
        ("2031-04-05 10:30-05:00", datetime(2031, 4, 5, 15, 30, tzinfo=UTC)),
        ("", None),
        (None, None),
    ],
)
def test_times_are_taken_to_utc(written: str | None, expected: datetime | None) -> None:
    assert expected == to_utc(written)


def test_a_time_out_of_range_is_no_time() -> None:
    with pytest.raises(InputError, match="ISO 8601"):
        to_utc("0001-01-01T00:00+05:00")


def test_a_missing_field_is_filled_by_what_stands_for_it() -> None:
    document = to_document({"text": "x", "id": ""}, doc_id="d", source="s", event="e")
    assert ("d", "s", "e") == (document.doc_id, document.source, document.event)
