"""The cross-tab: for an event, a row for each report in the order of time, a column for each figure that is compared.

One place computes it; text, page, Markdown and notebook each lay it out their own way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from crosstally.facts.intervals import exactly
from crosstally.output.titles import aside, title
from crosstally.rules.comparison.comparison import agree
from crosstally.rules.history.against import RULE as DRIFT
from crosstally.rules.toll import toll
from crosstally.rules.tolls.course import Course, course_of
from crosstally.rules.tolls.ledger import Entry, ledger_of
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import EventReport

Mark = Literal["same", "off", "older", "silent", "elsewhere"]
Standing = Literal["disputed", "differs", "updated", "agreed", "single"]


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of the event.

    Attributes:
        quantity: What its claims are on.
        title: What it is, in plain words.
        aside: What keeps it from being the plain figure of the event; blank where nothing does.
        best: The figure that is taken; "?" where there is none.
        span: From the least to the most that is said; blank where all say one figure.
        n_independent: How many independent sources give it.
        standing: How it stands: "differs" where figures exclude each other and nobody is accused.
    """

    quantity: Quantity
    title: str
    aside: str
    best: str
    span: str
    n_independent: int
    standing: Standing

    @property
    def status(self) -> str:
        """How it stands, in words: a person's decision is named."""
        words = {"differs": "differs, explained", "single": "one source"}.get(self.standing, self.standing)
        return f"decided, {words}" if self.quantity.decided else words


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says of one figure.

    Attributes:
        text: The figures; blank where it gives none.
        mark: Whether the best figure is among what it allows (same) or not (off), or was so once (older); where it
            gives none, whether it is silent or a figure of this measure is held apart (elsewhere).
        facts: The claims; of a figure held apart, those.
    """

    text: str
    mark: Mark
    facts: tuple[Fact, ...] = ()

    @property
    def words(self) -> str:
        """What an empty cell says."""
        said = ", ".join(dict.fromkeys(figure(fact) for fact in self.facts))
        return {"silent": "gives no figure", "elsewhere": f"held apart: {said}"}.get(self.mark, self.text)


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
    accusing = (one for one in event.findings if one.severity != "info" and one.rule != DRIFT)
    accused = {fact.quantity_id for one in accusing for fact in one.facts}
    shown = [_column(one, accused) for one in event.quantities if _is_shown(one, accused)]
    columns = _without_lone_twins(sorted(shown, key=_weight))
    documents = _in_time({fact.document.doc_id: fact.document for fact in event.facts}.values())
    cells = _cells(columns, event.facts)
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
    )


def _place(facts: Iterable[Fact]) -> str | None:
    """Where most reports say that something happened; None where no two name one place."""
    named = Counter(place for _, place in {(fact.document.doc_id, fact.place) for fact in facts} if place)
    place, times = max(named.items(), key=lambda item: (item[1], item[0]), default=(None, 0))
    return place if times > 1 else None


def _is_shown(quantity: Quantity, accused: set[str | None]) -> bool:
    """Whether it is compared, or a toll of the event; a figure that one report gives in passing is noise."""
    claims = quantity.facts or quantity.follows_from
    if not claims or any(fact.status == "denied" for fact in claims):
        return False
    known = toll(quantity.measure)
    is_toll = known is not None and known.single and quantity.scope == "total" and claims[0].status == "asserted"
    return quantity.status != "single" or quantity.quantity_id in accused or quantity.decided or is_toll


def _without_lone_twins(columns: Sequence[Column]) -> list[Column]:
    """The columns without what one source gives of a figure that has a column: its cell says that it is held apart."""
    first: dict[tuple[str, str], Column] = {}
    for column in columns:
        first.setdefault((column.quantity.measure, column.title), column)
    return [
        column
        for column in columns
        if column.standing != "single"
        or column.quantity.decided
        or first[column.quantity.measure, column.title] is column
    ]


def _column(quantity: Quantity, accused: set[str | None]) -> Column:
    standing: Standing = quantity.status
    if quantity.quantity_id in accused:
        standing = "disputed"
    elif quantity.status == "disputed":
        standing = "differs"
    unit = next((fact for fact in quantity.facts if fact.unit == quantity.unit), None)
    best = "?" if quantity.best is None else _in_unit(quantity.best, unit)
    return Column(
        quantity=quantity,
        title=title(quantity),
        aside=aside(quantity),
        best=best,
        span=_span(quantity),
        n_independent=quantity.n_independent,
        standing=standing,
    )


def _in_unit(value: float, unit: Fact | None) -> str:
    """A number with its unit as the reports write it: "$41 million", "6 miles"; a count alone."""
    if unit is None or unit.dimension == "count" or unit.unit == "count":
        return f"{value:,.10g}"
    if unit.interval.value == value and unit.interval.bound == "exact":
        return figure(unit)
    name = "%" if unit.unit == "percentage" else unit.unit
    return f"{value:,.10g} {name}"


def _span(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low == high:
        return ""
    if high is None:
        return f"{low:,.10g} or more" if low is not None else ""
    return f"{low or 0:,.10g} to {high:,.10g}"


def _weight(column: Column) -> tuple[bool, bool, bool, int, int]:
    quantity = column.quantity
    is_toll = toll(quantity.measure) is not None
    is_part = bool(column.aside)
    return column.standing != "disputed", not is_toll, is_part, -quantity.n_independent, -quantity.n_facts


def _in_time(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda one: (one.published is None, one.published and one.published.isoformat()))


def _cells(columns: Sequence[Column], facts: Iterable[Fact]) -> Mapping[str, tuple[Cell, ...]]:
    """The cells of each document, by doc_id."""
    place = {column.quantity.quantity_id: i for i, column in enumerate(columns)}
    said: dict[str, dict[int, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    other: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        at = place.get(fact.quantity_id or "")
        if at is not None:
            said[fact.document.doc_id][at].append(fact)
        else:
            other[fact.document.doc_id, fact.measure].append(fact)
            said[fact.document.doc_id].setdefault(-1, [])
    return {
        name: tuple(_cell(column, at.get(i, []), other.get((name, column.quantity.measure), []))
                    for i, column in enumerate(columns))
        for name, at in said.items()
    }  # fmt: skip


def _cell(column: Column, claims: Sequence[Fact], others: Sequence[Fact]) -> Cell:
    if claims:
        said = dict.fromkeys(figure(fact) for fact in claims)
        return Cell(", ".join(said), _mark(column, claims), tuple(claims))
    is_toll = toll(column.quantity.measure) is not None
    return Cell("", "elsewhere", tuple(others)) if is_toll and others else Cell("", "silent")


def _mark(column: Column, claims: Sequence[Fact]) -> Mark:
    quantity = column.quantity
    unit = next((fact for fact in quantity.facts if fact.unit == quantity.unit), None)
    if quantity.best is None or unit is None:
        return "same"
    best = replace(unit, interval=exactly(quantity.best))
    if any(agree(fact, best) for fact in claims):
        return "same"
    return "older" if column.standing == "updated" else "off"


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
