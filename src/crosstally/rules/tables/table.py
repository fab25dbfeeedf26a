"""From a report to its tables and their files, held against their schemas."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from crosstally.errors import InputError
from crosstally.facts.source.rows import column_names
from crosstally.facts.tables.failure import Failure, raise_failures
from crosstally.facts.tables.failures import Model, find_failures
from crosstally.facts.tables.schema import FactTable
from crosstally.facts.tables.table import to_frame
from crosstally.facts.tables.typed import frame_of, read_table, typed, values_of
from crosstally.rules.report import Report
from crosstally.rules.tables.flat import rows_of
from crosstally.rules.tables.schema import (
    CodingTable,
    DecisionTable,
    FindingTable,
    HeldApartTable,
    QuantityTable,
    broken_references,
    broken_wholes,
)
from crosstally.rules.tables.tables import Tables

MODELS: dict[str, Model] = {
    "facts": FactTable,
    "quantities": QuantityTable,
    "findings": FindingTable,
    "codings": CodingTable,
    "decisions": DecisionTable,
    "held_apart": HeldApartTable,
}


def to_tables(report: Report) -> Tables:
    """The tables of a report, in its order.

    Raises:
        SchemaError: The facts break their schema, or a quote is not what its document says at its span.
    """
    others = {name: frame_of(MODELS[name], rows) for name, rows in rows_of(report).items() if name != "facts"}
    return Tables(facts=to_frame(report.facts), **others)


def validated(tables: Tables) -> Tables:
    """The tables with the types of their schemas.

    Raises:
        SchemaError: A table breaks its schema, or refers to what another does not hold.
    """
    frames: dict[str, pd.DataFrame] = {}
    for name, model in MODELS.items():
        table, unreadable = typed(model, values_of(getattr(tables, name)))
        raise_failures(find_failures(model, table, unreadable), name)
        frames[name] = table
    for name, failures in broken_references(frames).items():
        raise_failures(failures, name)
    return Tables(**frames)


def inspect(paths: Iterable[Path]) -> dict[Path, list[Failure]]:
    """What is wrong with table files; with facts, quantities and findings of a run, also what they say of each other.

    Args:
        paths: .csv, .jsonl or .parquet files, each of one table, told by its columns.

    Raises:
        InputError: A file is missing or malformed as a whole.
    """
    frames: dict[str, tuple[Path, pd.DataFrame]] = {}
    failures: dict[Path, list[Failure]] = {}
    for path in paths:
        name = _name_of(path)
        frame, unreadable = read_table(path, MODELS[name])
        failures[path] = find_failures(MODELS[name], frame, unreadable)
        failures[path] += broken_wholes(frame) if name == "facts" else ()
        frames[name] = path, frame
    if {"facts", "quantities", "findings"} <= {*frames} and len(frames) == len(failures) and not any(failures.values()):
        for name, found in broken_references({name: frame for name, (_, frame) in frames.items()}).items():
            failures[frames[name][0]] = found
    return failures


def _name_of(path: Path) -> str:
    """The table that a file holds, told by a column of its own; a fact table by either of two, for it may be cut."""
    names = column_names(path)
    own = {"finding_id": "findings", "n_facts": "quantities", "decision": "decisions"}
    own |= {"quantity_a": "held_apart", "quote": "facts"}
    own |= {"fact_id": "facts", "decided": "codings"}
    if not {*own} & {*names}:
        found = f"no table of {', '.join(MODELS)}, but of {', '.join(names) or 'nothing'}"
        raise InputError(found, path=path, allowed="what extract or check wrote")
    return next(table for column, table in own.items() if column in names)
