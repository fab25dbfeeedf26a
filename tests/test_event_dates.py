"""Reports that leave the year of their date out, dated by those beside them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

import crosstally

if TYPE_CHECKING:
    from pathlib import Path

STORY = "At least 34 people drowned on Saturday night, the harbour master said. Divers were still searching."


def reports(folder: Path, *heads: str) -> dict[str, str | None]:
    """By the number of each report of one event, from 1, the day that it is of."""
    for number, head in enumerate(heads, 1):
        (folder / f"{number}.txt").write_text(f"Ferry toll rises\n{head}\n{STORY}\n")
    read = crosstally.read(folder)
    return {one.doc_id: f"{one.published:%Y-%m-%d}" if one.published else None for one in read}


@pytest.mark.parametrize(
    "head",
    [
        "PORT ANSEL, August 3 (Coast Wire) - Divers went on searching.",
        "PORT ANSEL, Aug. 3 -- Divers went on searching.",
        "Port Ansel, Orvane, Aug 3 (CW) Divers went on searching.",
        "(CW) - Port Ansel, August 3 - Divers went on searching.",
        "Aug 3 (Coast Wire) - Divers went on searching.",
        "PORT ANSEL, Orvane (Aug. 3) - Divers went on searching.",
        "PORT ANSEL, 3 August. /CW/. Divers went on searching.",
        "Port Ansel, August 3: Divers went on searching.",
        "PORT ANSEL, August 3, 11:40 (Coast Wire) - Divers went on searching.",
        "PORT ANSEL (August 3, CW) - Divers went on searching.",
        "Harbour Guard - Read-out, 3 August, 13:00",
        "Port Ansel, 3 August",
        "Sunday, 3rd August",
        "Radio Ansel, Sun 3 Aug, 5pm",
        "22:04, 3 AUG | UPDATED: 22:40, 3 AUG",
        "Posted by harbourman at 11:48 PM, August 3",
        "Posted: 03/08/2025 17:02",
        "8/3/2025",
    ],
)
def test_the_other_reports_tell_the_year(tmp_path: Path, head: str) -> None:
    assert {"1.txt": "2025-08-03", "2.txt": "2025-08-05"} == reports(tmp_path, head, "5 August 2025")


def test_the_year_may_be_the_one_before(tmp_path: Path) -> None:
    assert {"1.txt": "2025-01-02", "2.txt": "2024-12-30"} == reports(tmp_path, "2 January 2025", "30 December")


@pytest.mark.parametrize(
    "others",
    [
        [],
        ["no day at all"],
        ["5 January 2025"],  # too far from it
        ["5 August 2024", "5 August 2025"],  # a year on, and which is not said
    ],
)
def test_a_day_without_a_year_that_none_tells_is_none(tmp_path: Path, others: list[str]) -> None:
    assert reports(tmp_path, "3 August", *others)["1.txt"] is None


@pytest.mark.parametrize("head", ["Since 3 August divers have searched", "Aug 3 divers", "Row 12 may be the worst"])
def test_a_day_that_is_not_that_of_the_report_is_none(tmp_path: Path, head: str) -> None:
    assert reports(tmp_path, head, "5 August 2025")["1.txt"] is None


def test_reports_of_another_event_tell_nothing(tmp_path: Path) -> None:
    for name, head in (("ferry", "3 August"), ("quake", "5 August 2025")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"Toll rises\n{head}\n{STORY}\n")
    assert [None, datetime(2025, 8, 5, tzinfo=UTC)] == [one.published for one in crosstally.read(tmp_path)]


def test_rows_are_not_looked_into(tmp_path: Path) -> None:
    rows = f'{{"text": "3 August\\n{STORY}", "event": "a"}}\n{{"text": "B", "event": "a", "published": "2025-08-05"}}\n'
    (tmp_path / "a.jsonl").write_text(rows)
    assert [None, datetime(2025, 8, 5, tzinfo=UTC)] == [one.published for one in crosstally.read(tmp_path / "a.jsonl")]


def test_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Ferry toll rises\n3 August\n{STORY}\n")
    (tmp_path / "b.txt").write_text(f"Ferry toll rises\n5 August 2025\n{STORY}\n")
    notes: list[str] = []
    assert ["a.txt", "b.txt"] == [one.doc_id for one in crosstally.read(tmp_path, on_note=notes.append)]
    assert [f"{tmp_path}/a.txt: its date is read as 3 August 2025, by those of the reports beside it"] == notes


def test_reports_come_one_by_one_in_their_order(tmp_path: Path) -> None:
    names = [f"{number:03}" for number in range(250)]
    for name in names:
        (tmp_path / f"{name}.txt").write_text(f"Ferry toll rises\n3 August 2025\n{STORY}\n")
    assert [f"{name}.txt" for name in names] == [one.doc_id for one in crosstally.read(tmp_path)]
