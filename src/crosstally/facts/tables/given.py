"""Facts that are given as tables: fact tables, and loose ones that people keep."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from crosstally.errors import InputError
from crosstally.facts.fact import Fact
from crosstally.facts.tables.loose.loose import Loose, loose_of, read_loose

if TYPE_CHECKING:
    import pandas as pd


def loose_rows(rows: Iterable[Mapping[str, object]] | pd.DataFrame) -> Loose:
    """What loose rows hold, or a DataFrame of them.

    Raises:
        InputError: There is no column of figures.
        SchemaError: Cells cannot be read.
    """
    to_dict = getattr(rows, "to_dict", None)  # of a DataFrame, without importing pandas for it
    return loose_of(cast("Iterable[Mapping[str, object]]", rows if to_dict is None else to_dict("records")))


def facts_of_tables(
    tables: Iterable[Path], loose: Container[Path], on_skip: Callable[[str], None], mapping: Mapping[str, str] | None
) -> list[Fact]:
    """The facts of tables, in their order.

    Args:
        tables: Files.
        loose: Those that are no fact tables but loose ones.
        mapping: By field the column of a loose one that holds it, where the user says so.
        on_skip: Told in one line of each row or column that is left out.

    Raises:
        InputError: A file is malformed as a whole; two tables hold facts of one document.
        SchemaError: A table breaks its schema.
    """
    places: dict[str, Path] = {}
    facts: list[Fact] = []
    for path in tables:
        for fact in _read(path, loose, on_skip, mapping):
            first = places.setdefault(fact.document.doc_id, path)
            if first is not path:
                raise InputError(f"facts of {fact.document.doc_id!r} are in {first} too", path=path)
            facts.append(fact)
    return facts


def _read(
    path: Path, loose: Container[Path], on_skip: Callable[[str], None], mapping: Mapping[str, str] | None
) -> list[Fact]:
    if path in loose:
        read = read_loose(path, mapping)
        for line in read.told:
            on_skip(f"{path}: {line}")
        return read.facts
    from crosstally.facts.tables.table import read_facts  # noqa: PLC0415 - loose tables do without pandas

    return read_facts(path)
