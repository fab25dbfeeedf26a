"""CSV and its relatives: a report or a fact a row."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from crosstally.errors import InputError
from crosstally.facts.source.columns import holds_text
from crosstally.facts.source.decoding import decoded_lines
from crosstally.facts.source.limits import LIMITS
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".csv", ".tsv")
PACKED = True

_COMMA = ","
_OTHERS = ";\t|"

csv.field_size_limit(LIMITS.size)  # a report may be longer than the 131,072 characters that are csv's default


def read(given: Given) -> Iterator[Piece]:
    """The rows under a header, each with its line; blank ones are none."""
    lines, delimiter = _lines(given)
    reader = csv.reader(lines, strict=True, delimiter=delimiter)
    try:
        header = next(reader, [])
        if len(set(header)) < len(header):
            twice = sorted(name for name, times in Counter(header).items() if times > 1)
            raise InputError(f"columns named twice: {', '.join(twice)}", path=given.path, line=1)
        if header:
            given.wanted(header)
        for cells in reader:
            if len(cells) == len(header):
                yield Piece(dict(zip(header, cells, strict=True)), reader.line_num, reader.line_num, is_row=True)
            elif cells:
                found = f"{len(cells)} cells under {len(header)} columns"
                yield Piece(fault=InputError(found, path=given.path, line=reader.line_num))
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", path=given.path, line=reader.line_num) from error


def columns(given: Given) -> list[str]:
    """The header."""
    lines, delimiter = _lines(given)
    try:
        return next(csv.reader(lines, delimiter=delimiter), [])
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", path=given.path, line=1) from error


def _lines(given: Given) -> tuple[Iterable[str], str]:
    """The lines, and what parts their cells: what parts the header so that a column holds text, else it most."""
    lines = decoded_lines(given.stream, given.path, given.on_note, given.limits)
    header = next(lines, "")
    others = (mark for mark in _OTHERS if holds_text(next(csv.reader([header], delimiter=mark), [])))
    is_plain = holds_text(next(csv.reader([header]), []))
    delimiter = _COMMA if is_plain else next(others, max(_COMMA + _OTHERS, key=header.count))
    return chain([header] if header else [], lines), delimiter
