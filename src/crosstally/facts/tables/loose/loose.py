"""Facts of a table as people keep it: who says it, what is measured and the figure are read, the rest is derived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, get_args

from crosstally.errors import InputError, SchemaError
from crosstally.facts.document import Document
from crosstally.facts.fact import Certainty, Fact, Increment, Scope, Status
from crosstally.facts.intervals import Interval
from crosstally.facts.numbers.units import Unit, look_up_named
from crosstally.facts.tables.loose.cell import ALLOWED, Cell, is_blank, read_cell, scaled
from crosstally.facts.tables.loose.ends import interval_of
from crosstally.facts.tables.loose.grid import Grid, grid_of, read_grid
from crosstally.facts.tables.loose.headers import Named, is_ignored, measure_of, of_unit
from crosstally.facts.tables.loose.when import loose_time
from crosstally.facts.words.measure import measures
from crosstally.facts.words.nouns import singular

_DOCUMENT = ("doc_id", "source", "event", "title", "url", "published")
_CITED = ("url", "doc_id", "source", "event")
_WORDS = ("group", "place", "event_time", "as_of", "speaker", "per", "about")
_AMONG = {"certainty": Certainty, "status": Status, "scope": Scope, "increment": Increment}
_UNNAMED = "table"
_SAME = 8  # failures before one that may be of the same row


class Row(NamedTuple):
    """A figure of a table, and what its row says of itself.

    Attributes:
        name: What the column `row` holds, else the row's number from 1.
        line: The line it stands on.
        fact: The figure.
        cited: The sources that the row names by `url`, `doc_id`, `source` and `event`; without those it does not name.
    """

    name: str
    line: int
    fact: Fact
    cited: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Loose:
    """What was read of a table.

    Attributes:
        rows: Its figures, in order.
        told: What was left out or not known, for people.
    """

    rows: list[Row]
    told: list[str] = field(default_factory=list)

    @property
    def facts(self) -> list[Fact]:
        """Its figures as facts."""
        return [row.fact for row in self.rows]


def read_loose(path: Path, mapping: Mapping[str, str] | None = None) -> Loose:
    """The figures of a .csv, .json, .jsonl, .parquet or .xlsx file.

    Args:
        path: The file.
        mapping: By field the column that holds it, where the user says so.

    Raises:
        InputError: The file cannot be read, or names no measure.
        SchemaError: Cells cannot be read; the message lists each with its row, its column and what would do.
    """
    return _Reader(read_grid(path, mapping), path).read()


def loose_of(rows: Iterable[Mapping[str, object]]) -> Loose:
    """The figures of rows that are at hand.

    Raises:
        InputError: They name no measure.
        SchemaError: As `read_loose`.
    """
    return _Reader(grid_of(rows), None).read()


class _Reader:
    """Goes through a table, and keeps what it cannot read for one error at the end."""

    def __init__(self, grid: Grid, path: Path | None) -> None:
        self.grid = grid
        self.path = path
        self.name = _UNNAMED if path is None else path.name
        self.failures: list[str] = []
        self.unknown: dict[str, None] = {}
        self.documents: dict[tuple[object, ...], Document] = {}
        self.ends: dict[str, int] = {}
        self.above: dict[str, object] = {}
        self.carried: list[str] = []

    def read(self) -> Loose:
        numbered = enumerate(self.grid.rows, 1)
        rows = [row for number, (line, cells) in numbered for row in self._rows(number, line, cells)]
        if self.failures:
            count = "1 cell" if len(self.failures) == 1 else f"{len(self.failures)} cells"
            lines = "".join(f"\n  {failure}" for failure in self.failures)
            raise SchemaError(f"{count} cannot be read:{lines}", path=self.path)
        told = [f"{name!r} is no measure known here: compared under its own name" for name in self.unknown]
        return Loose(rows, [*self.grid.told, *self._left_out(), *self.carried, *told])

    def _left_out(self) -> Iterator[str]:
        used = {*self.grid.columns.values(), *self.grid.measured}
        names = [name for i, name in enumerate(self.grid.header) if i not in used and name and not is_ignored(name)]
        if names:
            is_told = not self.grid.columns.keys().isdisjoint({"source", "doc_id", "url"})
            hint = "" if is_told else "; no column is known to name the source (--map source=COLUMN)"
            yield f"columns left out: {', '.join(names)}{hint}"

    def _rows(self, number: int, line: int, cells: Sequence[object]) -> Iterator[Row]:
        fields = {column: cells[place] for column, place in self.grid.columns.items() if not is_blank(cells[place])}
        if self.grid.is_long:
            fields = self._carried(fields, line)
        name = _text(fields.get("row")) or str(number)
        said = [(fields.get("measure"), self._figure(fields, line))] if self.grid.is_long else self._wide(cells, line)
        for measure, cell in said:
            if cell is None:
                continue
            if measure is None:
                self._fail(line, "measure", "nothing", "what is measured: killed, injured ...")
                continue
            fact = self._fact(fields, measure_of(str(measure)), cell, line)
            if fact is not None:
                yield Row(name, line, fact, {key: word for key in _CITED if (word := _text(fields.get(key)))})

    def _carried(self, fields: dict[str, object], line: int) -> dict[str, object]:
        """The fields of a row; where it cites nothing, those of its report stand in a row above."""
        if "source" in self.grid.columns and fields.keys().isdisjoint(_CITED):
            above = {name: value for name, value in self.above.items() if name not in fields}
            if "source" in above:
                self.carried.append(f"line {line}: no source named: taken as by {above['source']}, as above")
            fields = fields | above
        self.above = {name: value for name, value in fields.items() if name in _DOCUMENT}
        return fields

    def _figure(self, fields: Mapping[str, object], line: int) -> Cell | None:
        """The figure of a long row: a value, or the ends of what it may be, or all three."""
        value, low, high = (self._cell(fields.get(column), line, column) for column in ("value", "low", "high"))
        return self._between(line, value, low, high)

    def _wide(self, cells: Sequence[object], line: int) -> list[tuple[object, Cell | None]]:
        """The figures of a wide row by their headers; the least and the most of a measure are the ends of one."""
        found: dict[tuple[str, str | None], dict[str | None, tuple[str, Cell | None]]] = {}
        alone: list[tuple[object, Cell | None]] = []
        for place in self.grid.measured:
            header = self.grid.header[place]
            named, cell = measure_of(header), self._cell(cells[place], line, header)
            ends = found.setdefault((named.measure, named.noun), {})
            if named.end in ends:
                alone.append((header, cell))  # a column of the same name: a figure of its own
            else:
                ends[named.end] = (header, cell)
        told: list[tuple[object, Cell | None]] = []
        for ends in found.values():
            value, low, high = (ends.get(end, ("", None))[1] for end in (None, "low", "high"))
            told.append((next(iter(ends.values()))[0], self._between(line, value, low, high)))
        return [*told, *alone]

    def _between(self, line: int, value: Cell | None, low: Cell | None, high: Cell | None) -> Cell | None:
        if low is None and high is None:
            return value
        ends = [None if end is None else end.interval.value for end in (low, high)]
        middle = None if value is None else value.interval.value
        first = value or low or high
        is_one = value or None in ends or ends[0] == ends[1]
        words = first.words if first and is_one else f"{ends[0]:,.10g}-{ends[1]:,.10g}"
        interval = interval_of(middle, *ends)
        if interval is None:
            found = ", ".join(map(_shown, (ends[0], middle, ends[1])))
            self._fail(line, "low, value, high", found, "low <= value <= high")
            return None
        return Cell(words, interval, first.unit if first else None)

    def _cell(self, value: object, line: int, column: str) -> Cell | None:
        try:
            return read_cell(value)
        except ValueError as error:
            self._fail(line, column, str(error), ALLOWED)
            return None

    def _fact(self, fields: Mapping[str, object], named: Named, cell: Cell, line: int) -> Fact | None:
        unit = self._unit(fields, cell, named, line)
        named = of_unit(named, unit)
        if not named.is_known:
            self.unknown[named.measure] = None
        known = measures().get(named.measure)
        cell = scaled(cell, named.scale)
        if known is not None and known.counts == "people" and _is_count(unit) and not _is_whole(cell.interval):
            self._fail(line, named.measure, repr(cell.words), "a whole number of people: 1,200 or 1200 for 1.200")
            return None
        document = self._document(fields, line)
        if document is None:
            return None
        slots = {name: _text(fields.get(name)) for name in _WORDS}
        slots["group"] = singular(slots["group"].lower()) if slots["group"] else named.group
        for column, allowed in _AMONG.items():
            if (word := _text(fields.get(column))) and word.lower() not in get_args(allowed):
                self._fail(line, column, repr(word), ", ".join(get_args(allowed)))
            elif word:
                slots[column] = word.lower()
        counted = _text(fields.get("counted")) or named.noun
        sentence, start, quote = self._words(fields, named, cell, document)
        bare = known.unit if known is not None and known.unit else "count"
        return Fact(
            document,
            "body",
            start,
            start + len(quote),
            quote,
            sentence,
            cell.interval,
            bare if unit is None else unit.name,
            bare if unit is None else unit.dimension,
            named.measure,
            counted=singular(counted.lower()) if counted else None,
            sentence_start=start - sentence.index(quote),
            **{name: value for name, value in slots.items() if value is not None},  # type: ignore[arg-type]
        )

    def _unit(self, fields: Mapping[str, object], cell: Cell, named: Named, line: int) -> Unit | None:
        word = _text(fields.get("unit"))
        if word is None or word.lower() in {"count", "people", "persons", "number"}:
            return cell.unit or named.unit
        unit = look_up_named(word)
        if unit is None:
            self._fail(line, "unit", repr(word), "a unit, such as km, USD or percent; none for things that are counted")
        return unit

    def _words(
        self, fields: Mapping[str, object], named: Named, cell: Cell, document: Document
    ) -> tuple[str, int, str]:
        """The sentence, where the quote begins in the document, and the quote: the row's own words if it has some."""
        given = _text(fields.get("sentence")) or _text(fields.get("quote"))
        quote = cell.words if given is None or cell.words in given else given
        sentence = given or f"{named.measure}: {quote}"
        begins = self.ends.get(document.doc_id, 0)
        self.ends[document.doc_id] = begins + len(sentence) + 1
        return sentence, begins + sentence.index(quote), quote

    def _document(self, fields: Mapping[str, object], line: int) -> Document | None:
        """The report that a row stands for: rows that name the same are of one."""
        told = {name: _text(fields.get(name)) for name in _DOCUMENT if name != "published"}
        published = self._published(fields.get("published"), line)
        key = (*told.values(), published)
        if key not in self.documents:
            name = f"{self.name}:{line}"
            held = sum(document.line == line for document in self.documents.values())
            self.documents[key] = Document(
                doc_id=told["doc_id"] or (f"{name}:{held + 1}" if held else name),
                text="",
                source=told["source"] or told["doc_id"] or told["url"] or self.name,
                title=told["title"],
                published=published,
                url=told["url"],
                event=told["event"] or (Path(self.name).stem if self.path else None),
                path=None if self.path is None else str(self.path),
                line=line,
                is_row=True,
            )
        return self.documents[key]

    def _published(self, value: object, line: int) -> datetime | None:
        try:
            return loose_time(value)
        except InputError:
            self._fail(line, "published", f"{value!r:.60}", "a date, such as 2025-06-11 or 11 June 2025")
            return None

    def _fail(self, line: int, column: str, found: str, allowed: str) -> None:
        failure = f"line {line}: {column}: found {found} (allowed: {allowed})"
        if failure not in self.failures[-_SAME:]:  # a cell that several figures of a row share
            self.failures.append(failure)


def _is_count(unit: Unit | None) -> bool:
    return unit is None or unit.dimension == "count"


def _is_whole(figure: Interval) -> bool:
    return figure.value is None or (figure.value >= 0 and float(figure.value).is_integer())


def _shown(value: float | None) -> str:
    return "nothing" if value is None else f"{value:,.10g}"


def _text(value: object) -> str | None:
    """A cell as text; None of a blank one."""
    if is_blank(value):
        return None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat().removesuffix("T00:00:00")
    return str(value).strip() or None
