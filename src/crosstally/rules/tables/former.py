"""A former run, read back from the tables it wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from crosstally.errors import InputError
from crosstally.facts.fact import Fact
from crosstally.facts.tables.failure import raise_failures
from crosstally.facts.tables.failures import find_failures
from crosstally.facts.tables.table import from_frame
from crosstally.facts.tables.typed import read_table, rows_of
from crosstally.rules.finding import Finding
from crosstally.rules.quantity import Quantity
from crosstally.rules.report import Report
from crosstally.rules.tables.schema import broken_references
from crosstally.rules.tables.table import MODELS
from crosstally.rules.tables.tables import Tables

_TYPES = (".parquet", ".csv")
_READ = ("facts", "quantities", "findings")  # codings follow from them, decisions stand in their own file


def has_tables(folder: Path) -> bool:
    """Whether a run has written its tables there."""
    return all(_files(folder, name) for name in _READ)


def read_report(folder: Path) -> Report:
    """The report whose tables are in a folder. Its documents have no text, and which copies which is not known.

    Raises:
        InputError: A table is missing or malformed as a whole.
        SchemaError: A table breaks its schema, or refers to what another does not hold.
    """
    frames = {name: _read(folder, name) for name in _READ}
    for name, failures in broken_references(frames).items():
        raise_failures(failures, name, folder)
    return _report(frames["facts"], frames["quantities"], frames["findings"])


def as_report(tables: Tables) -> Report:
    """The report that tables hold; see `read_report`."""
    return _report(tables.facts, tables.quantities, tables.findings)


def _report(facts: pd.DataFrame, quantities: pd.DataFrame, findings: pd.DataFrame) -> Report:
    claims = from_frame(facts)
    return Report(
        facts=tuple(claims),
        quantities=tuple(_quantities(rows_of(quantities), claims)),
        findings=tuple(_findings(rows_of(findings), claims)),
    )


def _files(folder: Path, name: str) -> list[Path]:
    return [path for suffix in _TYPES if (path := folder / f"{name}{suffix}").is_file()]


def _read(folder: Path, name: str) -> pd.DataFrame:
    files = _files(folder, name)
    if not files:
        raise InputError(f"no table of {name}", path=folder, allowed="a folder that check --out wrote")
    frame, unreadable = read_table(files[0], MODELS[name])
    raise_failures(find_failures(MODELS[name], frame, unreadable), name, files[0])
    return frame


def _quantities(rows: Iterable[dict[str, Any]], facts: Iterable[Fact]) -> Iterable[Quantity]:
    claims: dict[str | None, list[Fact]] = defaultdict(list)
    for fact in facts:
        claims[fact.quantity_id].append(fact)
    for row in rows:
        del row["n_facts"]
        yield Quantity(**row, facts=tuple(claims[row["quantity_id"]]))


def _findings(rows: Iterable[dict[str, Any]], facts: Iterable[Fact]) -> Iterable[Finding]:
    by_id = {fact.fact_id: fact for fact in facts}
    for row in rows:
        ids = row.pop("fact_ids")
        yield Finding(**row, facts=tuple(by_id[name] for name in ids))
