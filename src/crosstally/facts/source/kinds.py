"""Which reader reads which files, told by how their names end."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from crosstally.facts.source import readers as room
from crosstally.facts.source.packing import PACKINGS, taken_apart


@cache
def readers() -> dict[str, Any]:
    """The modules of `crosstally.facts.source.readers` by suffix; see `crosstally.facts.source.piece.Reader`."""
    modules = [import_module(f"{room.__name__}.{found.name}") for found in iter_modules(room.__path__)]
    return {suffix: module for module in modules for suffix in module.SUFFIXES}


def kind(path: Path) -> str:
    """The suffix that says how to read a file: ".csv" of "Reports.CSV.gz"; "" when none is known."""
    known, packing = taken_apart(path)
    reader = readers().get(known)
    return known if reader and (reader.PACKED or not packing) else ""


def is_table(path: Path) -> bool:
    """Whether a file is read row by row, so that it may hold facts."""
    return hasattr(readers().get(kind(path)), "columns")


def allowed() -> str:
    """The suffixes that are read, for messages."""
    whole = [suffix for suffix, reader in readers().items() if not reader.PACKED]
    return f"{', '.join(readers())}; all but {', '.join(whole)} also as {' or '.join(PACKINGS)}"
