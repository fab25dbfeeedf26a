"""Plain rows, as a language model is asked for them: quote, start, end, value, low, high, hedge, unit, measure, parts.

A list of objects, an object that holds one, or an object a line. Keys may be written in other words, as the headers of
tables may; the columns of the fact table are understood as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from crosstally.facts.adapters.extraction import Extraction
from crosstally.facts.intervals import Bound
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.tables.loose.cell import is_blank, read_cell
from crosstally.facts.words.tokenize import tokenize


def reads(_data: Any) -> bool:
    """Whether this is it: rows are what nobody else knows."""
    return True


def extractions(data: Any, line: int | None) -> Iterator[Extraction]:
    """The figures of the rows; what lists none is a row itself."""
    rows = _rows(data)
    tells = any(key in row and _key(key) == "hedge" for row in rows for key in row)
    for row in rows:
        fields = {name: row[key] for key in row if (name := _key(key)) and not _is_empty(row[key])}
        if {"quote", "value", "start"}.isdisjoint(fields):
            continue
        yield _extraction(fields, line, tells_hedges=tells)


def bound_of(words: str) -> Bound | None:
    """The hedge that words or a sign stand for: "at least", "at_least", ">=", "~"; None of those that are none."""
    plain = words.strip().lower()
    for bound in get_args(Bound):
        if plain in {bound, bound.replace("_", " ")}:
            return bound  # type: ignore[no-any-return]
    figures = read_figures(tokenize(f"{plain} 50 people"))
    return figures[0].interval.bound if len(figures) == 1 and figures[0].interval.bound != "exact" else None


def _extraction(fields: Mapping[str, Any], line: int | None, *, tells_hedges: bool) -> Extraction:
    value, said = _value(fields.get("value"))
    hedge = str(fields["hedge"]) if "hedge" in fields else None
    return Extraction(
        name=str(fields.get("row", "")),
        line=line,
        doc_id=_text(fields, "doc_id"),
        text=_text(fields, "text"),
        quote=_text(fields, "quote"),
        start=_whole(fields.get("start")),
        end=_whole(fields.get("end")),
        value=value,
        low=_value(fields.get("low"))[0],
        high=_value(fields.get("high"))[0],
        bound=(bound_of(hedge) if hedge else None) or said,
        hedge=hedge,
        tells_hedges=tells_hedges,
        unit=_text(fields, "unit"),
        measure=_text(fields, "measure"),
        parts=tuple(part for one in _list(fields.get("parts")) if (part := _value(one)[0]) is not None),
    )


def _rows(data: Any) -> list[Mapping[str, Any]]:
    if isinstance(data, list):
        return [row for one in data for row in _rows(one)]
    if not isinstance(data, Mapping):
        return []
    inner = [value for value in data.values() if isinstance(value, list) and value and isinstance(value[0], Mapping)]
    if not inner:
        return [data]
    shared = {key: value for key, value in data.items() if _key(key) in {"doc_id", "text"}}
    return [{**shared, **row} for rows in inner for row in rows if isinstance(row, Mapping)]


def _key(key: str) -> str | None:
    plain = key.lower().replace("_", " ").strip()
    return next((name for name, words in load("tables/extraction")["keys"].items() if plain in words), None)


def _is_empty(value: Any) -> bool:
    return not isinstance(value, list) and is_blank(value)


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return None if value is None or isinstance(value, list | dict) else str(value)


def _whole(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _value(value: Any) -> tuple[float | None, Bound | None]:
    """The number of a value, and the hedge it is written with."""
    try:
        cell = None if isinstance(value, list | dict) else read_cell(value)
    except ValueError:
        return None, None
    if cell is None:
        return None, None
    bound = cell.interval.bound
    return cell.interval.value, None if bound == "exact" else bound
