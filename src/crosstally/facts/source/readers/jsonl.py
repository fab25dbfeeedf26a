"""JSONL: a report or a fact a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from crosstally.errors import InputError
from crosstally.facts.source.decoding import decoded_lines
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".jsonl", ".ndjson")
PACKED = True


def read(given: Given) -> Iterator[Piece]:
    """One JSON object a line; blank lines are none."""
    yield from objects(decoded_lines(given.stream, given.path, given.on_note, given.limits), given.path)


def columns(given: Given) -> list[str]:
    """The keys of the first object; lines that are none are told by whoever reads them."""
    return next((list(map(str, piece.fields)) for piece in read(given) if not piece.fault), [])


def objects(lines: Iterable[str], path: Path) -> Iterator[Piece]:
    """The objects of lines."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Piece(fault=InputError(f"not JSON: {error}", path=path, line=number))
            continue
        if isinstance(row, dict):
            yield Piece(row, number, number, is_row=True)
        else:
            yield Piece(fault=InputError(f"not a JSON object: {line.strip():.40}", path=path, line=number))
