"""The cross-tab: for an event, a row for each report in the order of time, a column for each figure that is compared.

One place computes it; text, page, Markdown and notebook each lay it out their own way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosstally.output.crosstab.apart import Apart, apart_from
from crosstally.output.crosstab.cells import Cell, cells_of, pairs_of, pointing
from crosstally.output.crosstab.columns import Column, columns_of
from crosstally.rules.tolls.course import Course, course_of
from crosstally.rules.tolls.ledger import Entry, ledger_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.report import EventReport


@dataclass(frozen=True, slots=True)
class Row:
    """What one report says.

    Attributes:
        document: The report.
        copies: The reports that copy it and say nothing else.
        cells: One for each column.
    """

    document: Document
    copies: tuple[Document, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CrossTab:
    """The cross-tab of an event.

    Attributes:
        event: The event.
        place: Where most of its figures say it happened.
        first: When the first report was published.
        last: When the last was.
        columns: Disputed figures first, then tolls, then what most sources give.
        rows: In the order of time; reports without a date last.
        silent: The reports that give none of these figures.
        n_sources: How many sources there are.
        courses: How each growing toll went, with its title.
        ledger: Who counts whom among the dead; empty where no source says so.
        apart: What excludes one of these figures and was not compared with it, the likeliest question first.
    """

    event: str
    place: str | None
    first: datetime | None
    last: datetime | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    silent: tuple[Document, ...]
    n_sources: int
    courses: tuple[tuple[str, Course], ...] = ()
    ledger: tuple[Entry, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def n_reports(self) -> int:
        """How many reports there are, copies and silent ones too."""
        return len(self.rows) + sum(len(row.copies) for row in self.rows) + len(self.silent)


def crosstab(event: EventReport, copies: Mapping[str, str]) -> CrossTab:
    """The cross-tab of an event.

    Args:
        event: What a run says of it.
        copies: Of each document that copies another, that other; doc_ids.
    """
    columns = columns_of(event)
    documents = _in_time({fact.document.doc_id: fact.document for fact in event.facts}.values())
    cells = cells_of(columns, event.facts)
    asked = {pair for row in cells.values() for pair in pairs_of(columns, row)}
    apart = apart_from(event, {column.quantity.quantity_id for column in columns}, asked, single=True)
    numbers = {frozenset(one.pair): one.number for one in apart}
    cells = {name: tuple(pointing(columns, row, numbers)) for name, row in cells.items()}
    rows, silent = _rows(documents, cells, copies)
    days = [document.published for document in documents if document.published]
    return CrossTab(
        event=event.name,
        place=_place(event.facts),
        first=min(days, default=None),
        last=max(days, default=None),
        columns=tuple(columns),
        rows=tuple(rows),
        silent=tuple(silent),
        n_sources=len({document.source for document in documents}),
        courses=tuple(
            (one.title, course) for one in columns if (course := course_of(one.quantity)) and course.has_moved
        ),
        ledger=tuple(ledger_of(event.facts)),
        apart=tuple(apart),
    )


def _place(facts: Iterable[Fact]) -> str | None:
    """Where most reports say that something happened; None where no two name one place."""
    named = Counter(place for _, place in {(fact.document.doc_id, fact.place) for fact in facts} if place)
    place, times = max(named.items(), key=lambda item: (item[1], item[0]), default=(None, 0))
    return place if times > 1 else None


def _in_time(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda one: (one.published is None, one.turn))


def _rows(
    documents: Sequence[Document], cells: Mapping[str, tuple[Cell, ...]], copies: Mapping[str, str]
) -> tuple[list[Row], list[Document]]:
    """Rows with the copies that say nothing else folded under them, and the reports that give no such figure."""
    folded: dict[str, list[Document]] = defaultdict(list)
    alone: list[Document] = []
    silent: list[Document] = []
    known = {document.doc_id for document in documents}
    for document in documents:
        own, origin = cells[document.doc_id], copies.get(document.doc_id)
        if origin in known and all(a.text in {"", b.text} for a, b in zip(own, cells[origin], strict=True)):
            folded[origin].append(document)
        elif all(not cell.facts for cell in own) and document.doc_id not in copies.values():
            silent.append(document)
        else:
            alone.append(document)
    rows = [Row(one, tuple(folded[one.doc_id]), cells[one.doc_id]) for one in alone]
    return rows, silent
