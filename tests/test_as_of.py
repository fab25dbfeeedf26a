"""The day on which a figure was counted, and the day on which what it counts happened."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load

WEDNESDAY = datetime(2024, 8, 28, 12, tzinfo=UTC)


def days(text: str) -> list[tuple[str | None, str | None]]:
    """Of each figure, when it happened and when it was counted."""
    facts = extract_facts(Document("report", text, "The Ledger", published=WEDNESDAY))
    return [(fact.event_time, fact.as_of) for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose to 12 people on Tuesday.", [(None, "2024-08-27")]),
        ("The fire killed 12 people on Tuesday.", [("2024-08-27", None)]),
        ("As of 9 June, 12 people had died.", [(None, "2024-06-09")]),
        ("By Tuesday evening 12 people had died.", [(None, "2024-08-27")]),
        ("From 1 June to 9 August 2024, 44 cases were found.", [(None, "2024-08-09")]),
        ("Between June 1 and August 9, 2024, 44 cases and 12 deaths were found.", [(None, "2024-08-09")] * 2),
        ("The trains that ran from 1 June to 9 August 2024 carried 44 nuns.", [("2024-08-09", None)]),
        ("As of 9 June, 44 cases (17 mild), including 36 deaths, were known.", [(None, "2024-06-09")] * 3),
        ("As of 9 June, 44 had died. Of the 44, nine were nuns.", [(None, "2024-06-09")] * 3),
        ("As of 9 June, 44 had died. In all, 12 died on Tuesday.", [(None, "2024-06-09"), ("2024-08-27", None)]),
        ("As of 9 June, 44 had died.\nNine were nuns.", [(None, "2024-06-09"), (None, None)]),
        ("Sunday's fire had killed 12 people by Tuesday.", [("2024-08-25", "2024-08-27")]),
        ("The toll of Sunday's fire stood at 12 people on Tuesday.", [(None, "2024-08-27")]),
        ("The firm will hire 12 cooks by Friday.", [("2024-08-30", None)]),
        ("Turnout reached 61 percent on Sunday.", [(None, "2024-08-25")]),
        ("The storm hit 12 towns on Sunday.", [("2024-08-25", None)]),
    ],
)
def test_the_day_of_counting_is_told_from_the_day_of_the_event(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert expected == days(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The fire killed 12 people on Thursday.", "2024-08-29"),  # the page was updated since
        ("The fire killed 12 people early Thursday.", "2024-08-29"),
        ("The fire killed 12 people on Friday.", "2024-08-23"),
        ("The fire killed 12 people on Wednesday.", "2024-08-28"),
        ("They will bury 12 people on Friday.", "2024-08-30"),
        ("Some 12 trains are due to run on Saturday.", "2024-08-31"),
        ("The firm will pay; the fire killed 12 people on Saturday.", "2024-08-24"),
    ],
)
def test_a_weekday_is_the_nearest_that_the_tense_allows(text: str, day: str) -> None:
    assert day == days(text)[0][0]


@pytest.mark.parametrize("table", ["as_of", "reached"])
def test_the_examples_of_the_vocabulary(table: str) -> None:
    data = load("times")[table]
    assert data["examples"] == {text: days(text)[0][1] for text in data["examples"]}
    assert [None] * len(data["silent"]) == [days(text)[0][1] for text in data["silent"]]
    if table == "as_of":
        words = [*data["words"], *data["opening"]]
        assert [] == [word for word in words if not any(word in text.lower() for text in data["examples"])]
