"""The reports that the rows of a table stand for: rows that name the same are of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from crosstally.errors import InputError
from crosstally.facts.document import Document
from crosstally.facts.tables.loose.cell import text_of
from crosstally.facts.tables.loose.unread import Unread
from crosstally.facts.tables.loose.when import loose_time

CITING = ("doc_id", "source", "event", "title", "url", "published")
"""The columns that say which report a row is of."""

_UNNAMED = "table"


class Reports:
    """The reports of one table."""

    def __init__(self, path: Path | None, unread: Unread) -> None:
        """Begin a table, of a file or at hand; days that cannot be read go to `unread`."""
        self._path = path
        self._name = _UNNAMED if path is None else path.name
        self._unread = unread
        self._documents: dict[tuple[object, ...], Document] = {}
        self._ends: dict[str, int] = {}

    def place(self, document: Document, sentence: str) -> int:
        """Where the next sentence of a report begins in it, in code points: each on a line of its own."""
        begins = self._ends.get(document.doc_id, 0)
        self._ends[document.doc_id] = begins + len(sentence) + 1
        return begins

    def of(self, fields: Mapping[str, object], line: int) -> Document | None:
        """The report that a row stands for: rows that name the same are of one."""
        told = {name: text_of(fields.get(name)) for name in CITING if name != "published"}
        published = self._published(fields.get("published"), line)
        key = (*told.values(), published)
        if key not in self._documents:
            name = f"{self._name}:{line}"
            held = sum(document.line == line for document in self._documents.values())
            self._documents[key] = Document(
                doc_id=told["doc_id"] or (f"{name}:{held + 1}" if held else name),
                text="",
                source=told["source"] or told["doc_id"] or told["url"] or self._name,
                title=told["title"],
                published=published,
                url=told["url"],
                event=told["event"] or (Path(self._name).stem if self._path else None),
                path=None if self._path is None else str(self._path),
                line=line,
                is_row=True,
            )
        return self._documents[key]

    def _published(self, value: object, line: int) -> datetime | None:
        try:
            return loose_time(value)
        except InputError:
            self._unread.add(line, "published", f"{value!r:.60}", "a date, such as 2025-06-11 or 11 June 2025")
            return None
