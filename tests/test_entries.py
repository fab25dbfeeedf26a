"""Entries of live pages, and the times that their figures are as of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crosstally import check
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.words.entries import entries_of


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("21:40 The dead number five.", "21:40"),
        ("14.05: A dam has burst.", "14:05"),
        ("2:52 p.m. - Four homes have burned.", "14:52"),
        ("12:05 am Rain again.", "00:05"),
        ("10:15 GMT - Police are here.", "10:15"),
        ("[09:30] Trains are late.", "09:30"),
        ("17h20", "17:20"),
        ("Updated at 18:00: The road is open.", "18:00"),
    ],
)
def test_a_line_that_begins_with_a_time_is_an_entry(line: str, clock: str) -> None:
    assert ["23:59", clock] == [entry.clock for entry in entries_of(f"23:59 Good night.\n{line}")]


@pytest.mark.parametrize(
    "line", ["3.25 percent of them left.", "12:30 pm is late.", "It was 14:05.", "7.10 metres", "25:10 No such time"]
)
def test_other_lines_are_none(line: str) -> None:
    assert ["23:59", "22:00"] == [entry.clock for entry in entries_of(f"23:59 Good night.\n{line}\n22:00 Rain.")]


def test_one_line_is_no_live_page_unless_it_is_an_update() -> None:
    assert [] == entries_of("21:40 The dead number five.\nRain goes on.")
    assert ["14:52"] == [entry.clock for entry in entries_of("UPDATE 2:52 p.m. -- Five are dead.\nRain goes on.")]


def test_each_entry_has_its_own_time() -> None:
    text = "Live: the flood\n\n21:40 Five people have died.\nFour people are missing.\n\n19:15 Three people have died."
    published = datetime(2025, 5, 28, 21, 45, tzinfo=UTC)
    facts = extract_facts(Document("live", text, "Orvane Radio", published=published))
    expected = [(5, "2025-05-28T21:40"), (4, "2025-05-28T21:40"), (3, "2025-05-28T19:15")]
    assert expected == [(fact.interval.value, fact.as_of) for fact in facts]


def test_earlier_entries_do_not_stand_against_later_ones() -> None:
    text = "21:40 Five people have died in the flood, police say.\n\n19:15 Three people have died, police say."
    published = datetime(2025, 5, 28, 21, 45, tzinfo=UTC)
    live = Document("live", text, "Orvane Radio", published=published, event="flood")
    later = Document("later", "The flood killed five people.", "Tessel Post", published=published, event="flood")
    tables = check([live, later])
    assert [] == tables.findings[tables.findings.severity == "error"].message.tolist()
    assert [5] == tables.codings[tables.codings.measure == "killed"].best.tolist()
