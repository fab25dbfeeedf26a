"""A document: one report, with its source, date, title, URL and text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
    """

    doc_id: str
    text: str
    source: str
    title: str | None = None
    published: datetime | None = None
    url: str | None = None
    event: str | None = None
