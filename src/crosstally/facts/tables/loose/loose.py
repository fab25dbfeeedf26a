"""Facts of a table as people keep it: who says it, what is measured and the figure are read, the rest is derived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, get_args

from crosstally.facts.document import Document
from crosstally.facts.fact import Certainty, Fact, Increment, Scope, Status
from crosstally.facts.intervals import Interval
from crosstally.facts.numbers.units import Unit, look_up_named
from crosstally.facts.tables.loose.cell import Cell, is_blank, scaled, text_of
from crosstally.facts.tables.loose.figures import Figures
from crosstally.facts.tables.loose.grid import Grid, grid_of, read_grid
from crosstally.facts.tables.loose.headers import Named, is_ignored, measure_of, of_unit
from crosstally.facts.tables.loose.reports import CITING, Reports
from crosstally.facts.tables.loose.unread import Unread
from crosstally.facts.words.measure import measures
from crosstally.facts.words.nouns import singular

CITED = ("url", "doc_id", "source", "event")
"""The columns by which a row names its sources."""

_WORDS = ("group", "place", "event_time", "as_of", "speaker", "per", "about")
_AMONG = {"certainty": Certainty, "status": Status, "scope": Scope, "increment": Increment}


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
        self.unread = Unread()
        self.figures = Figures(grid, self.unread)
        self.reports = Reports(path, self.unread)
        self.unknown: dict[str, None] = {}
        self.above: dict[str, object] = {}
        self.carried: list[str] = []

    def read(self) -> Loose:
        numbered = enumerate(self.grid.rows, 1)
        rows = [row for number, (line, cells) in numbered for row in self._rows(number, line, cells)]
        self.unread.stop(self.path)
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
        name = text_of(fields.get("row")) or str(number)
        for measure, cell in self.figures.of_row(fields, cells, line):
            if cell is None:
                continue
            if measure is None:
                self.unread.add(line, "measure", "nothing", "what is measured: killed, injured ...")
                continue
            fact = self._fact(fields, measure_of(str(measure)), cell, line)
            if fact is not None:
                yield Row(name, line, fact, {key: word for key in CITED if (word := text_of(fields.get(key)))})

    def _carried(self, fields: dict[str, object], line: int) -> dict[str, object]:
        """The fields of a row; where it cites nothing, those of its report stand in a row above."""
        if "source" in self.grid.columns and fields.keys().isdisjoint(CITED):
            above = {name: value for name, value in self.above.items() if name not in fields}
            if "source" in above:
                self.carried.append(f"line {line}: no source named: taken as by {above['source']}, as above")
            fields = fields | above
        self.above = {name: value for name, value in fields.items() if name in CITING}
        return fields

    def _fact(self, fields: Mapping[str, object], named: Named, cell: Cell, line: int) -> Fact | None:
        unit = self._unit(fields, cell, named, line)
        named = of_unit(named, unit)
        if not named.is_known:
            self.unknown[named.measure] = None
        known = measures().get(named.measure)
        cell = scaled(cell, named.scale)
        if known is not None and known.counts == "people" and _is_count(unit) and not _is_whole(cell.interval):
            self.unread.add(line, named.measure, repr(cell.words), "a whole number of people: 1,200 or 1200 for 1.200")
            return None
        document = self.reports.of(fields, line)
        if document is None:
            return None
        slots = {name: text_of(fields.get(name)) for name in _WORDS}
        slots["group"] = singular(slots["group"].lower()) if slots["group"] else named.group
        for column, allowed in _AMONG.items():
            if (word := text_of(fields.get(column))) and word.lower() not in get_args(allowed):
                self.unread.add(line, column, repr(word), ", ".join(get_args(allowed)))
            elif word:
                slots[column] = word.lower()
        counted = text_of(fields.get("counted")) or named.noun
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
        word = text_of(fields.get("unit"))
        if word is None or word.lower() in {"count", "people", "persons", "number"}:
            return cell.unit or named.unit
        unit = look_up_named(word)
        if unit is None:
            allowed = "a unit, such as km, USD or percent; none for things that are counted"
            self.unread.add(line, "unit", repr(word), allowed)
        return unit

    def _words(
        self, fields: Mapping[str, object], named: Named, cell: Cell, document: Document
    ) -> tuple[str, int, str]:
        """The sentence, where the quote begins in the document, and the quote: the row's own words if it has some."""
        given = text_of(fields.get("sentence")) or text_of(fields.get("quote"))
        quote = cell.words if given is None or cell.words in given else given
        sentence = given or f"{named.measure}: {quote}"
        return sentence, self.reports.place(document, sentence) + sentence.index(quote), quote


def _is_count(unit: Unit | None) -> bool:
    return unit is None or unit.dimension == "count"


def _is_whole(figure: Interval) -> bool:
    return figure.value is None or (figure.value >= 0 and float(figure.value).is_integer())
