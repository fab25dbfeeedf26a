"""An extraction: one figure as another program, or a language model, says that it stands in a text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from crosstally.errors import InputError
from crosstally.facts.intervals import Bound
from crosstally.facts.source.decoding import decode
from crosstally.facts.source.opening import opened
from crosstally.facts.source.piece import ignore

_OWN = "rows"  # the adapter of plain rows, which is asked last
_NO_ADAPTERS = {"extraction", "spans", "figures_at", "unit_words"}


@dataclass(frozen=True, slots=True)
class Extraction:
    """One figure.

    Attributes:
        name: Its row: what it calls itself, else its number from 1.
        line: The line of the file that it stands on, where it stands on one of its own.
        doc_id: The document it is from, where it says.
        text: The text it is from, where it comes with it.
        quote: The words it quotes.
        start: First code point of the quote in the text, as it says.
        end: One past the last.
        value: The figure; None where it gives none, or a range.
        low: The lower end of a range.
        high: The upper end.
        bound: The hedge; None where it gives none.
        hedge: The words of the hedge, as it writes them.
        tells_hedges: Whether the program says of its figures which are hedged.
        unit: The unit or the thing counted, as it writes it.
        measure: What it says is measured.
        parts: The figures that it says the value is the sum of.
    """

    name: str
    line: int | None = None
    doc_id: str | None = None
    text: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    hedge: str | None = None
    tells_hedges: bool = False
    unit: str | None = None
    measure: str | None = None
    parts: tuple[float, ...] = ()


def read_extractions(path: Path) -> list[Extraction]:
    """The figures of a .json or .jsonl file, whichever program wrote it.

    Raises:
        InputError: It is not JSON, or no adapter knows its form.
    """
    with opened(path) as stream:
        text = decode(stream.read(), path, ignore)
    found = [one for line, data in _values(text, path) for one in extractions_of(data, line)]
    if not found:
        allowed = f"rows with quote and value, or what these write: {_named()}"
        raise InputError("no figures in it", path=path, allowed=allowed)
    return numbered(found)


def extractions_of(data: Any, line: int | None = None) -> Iterator[Extraction]:
    """The figures of what a program gave, as JSON values or as its own objects; none where no adapter knows it."""
    for adapter in _adapters():
        if adapter.reads(data):
            yield from adapter.extractions(data, line)
            return


def numbered(found: Iterable[Extraction]) -> list[Extraction]:
    """Figures with their number from 1 as the name of those that have none."""
    return [one if one.name else replace(one, name=str(number)) for number, one in enumerate(found, 1)]


def _adapters() -> list[Any]:
    room = import_module(__package__ or "")
    names = [module.name for module in iter_modules(room.__path__) if module.name not in _NO_ADAPTERS]
    return [import_module(f"{room.__name__}.{name}") for name in sorted(names, key=lambda name: (name == _OWN, name))]


def _named() -> str:
    return ", ".join(adapter.__name__.rpartition(".")[2] for adapter in _adapters())


def _values(text: str, path: Path) -> Iterator[tuple[int | None, Any]]:
    """The JSON value of a file; of JSON Lines, each with its line."""
    try:
        yield None, json.loads(text)
    except (ValueError, RecursionError) as whole:
        lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
        for number, line in lines:
            try:
                value = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise InputError(f"not JSON: {error}", path=path, line=number) from whole
            yield number, value


def objects(data: Any) -> list[Mapping[str, Any]]:
    """The objects of a list, or the only one."""
    several = data if isinstance(data, list) else [data]
    return [one for one in several if isinstance(one, Mapping)]
