"""A document: one report, with its source, date, title, URL and text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

UNDATED = datetime.min.replace(tzinfo=UTC)
NEWS = timedelta(days=45)
"""What lies further from a report than this is of another event."""


@dataclass(frozen=True, slots=True)
class Document:
    """One report.

    Attributes:
        doc_id: Unique among the documents of a run.
        text: The body; offsets of facts are offsets in it, in code points.
        source: Who published it; where nothing names the source, the file's name.
        title: The headline where it stands apart from the text. None when the text begins with its own headline.
        published: When, in UTC.
        url: Where it was published.
        event: The event the user says it tells of.
        issue: Which of the reports of its source it is, where they are numbered: 3 of "Situation Report No. 3".
        path: The file it was read from, as the user would write it.
        line: The line of that file on which the text begins, or which is its row.
        is_row: Whether it is a row of a table, so that its text has no lines of its own there.
    """

    doc_id: str
    text: str
    source: str
    title: str | None = None
    published: datetime | None = None
    url: str | None = None
    event: str | None = None
    issue: int | None = None
    path: str | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)
    is_row: bool = field(default=False, compare=False)

    @property
    def turn(self) -> tuple[datetime, int]:
        """What reports are sorted by from the first to the last: the day, then the number in their series."""
        return self.published or UNDATED, self.issue or 0
