"""Tables in parts: of each table a folder of Parquet files with one schema, and a manifest that is written last."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from crosstally.errors import CrosstallyError
from crosstally.output.tables import parquet
from crosstally.output.tables.columns import tables
from crosstally.output.tables.rows import tables_of
from crosstally.run.shards import file_system

if TYPE_CHECKING:
    from crosstally.rules.report import Report

MANIFEST = "manifest.json"


class Manifest(NamedTuple):
    """What a run over a corpus says of itself.

    Attributes:
        documents: How many there were.
        events: How many of them tell of something.
        findings: How many there are, by severity.
        rows: Of each table, the rows of each part.
        origin: What made it: see `crosstally.output.tables.origin.origin`.
    """

    documents: int
    events: int
    findings: Mapping[str, int]
    rows: Mapping[str, list[int]]
    origin: Mapping[str, str]


def begin(out: str) -> None:
    """Take the manifest and the parts of a run before out of a folder, and nothing else.

    Raises:
        CrosstallyError: It cannot be written to.
    """
    fs, path = file_system(out)
    try:
        fs.makedirs(path, exist_ok=True)
        former = [f"{path}/{MANIFEST}"] if fs.exists(f"{path}/{MANIFEST}") else []
        former += (file for table in tables() for file in fs.glob(f"{path}/{table}/part-*.parquet"))
        for file in former:
            fs.rm_file(file)
    except Exception as error:  # each file system has errors of its own
        raise CrosstallyError(f"cannot be written: {type(error).__name__}: {error}", path=out) from error


def write_part(report: Report, out: str, number: int, configuration: str | None) -> dict[str, int]:
    """Write what is said of some events as a part of each table; its rows by table.

    A part that is written twice, because a worker was thought lost, is the same both times and there once.
    """
    fs, path = file_system(out)
    found = tables_of(report)
    with TemporaryDirectory() as folder:
        for name, columns in found.items():
            made = Path(folder, f"{name}.parquet")
            parquet.write([columns], name, made, configuration)
            place = f"{path}/{name}/part-{number:06}.parquet"
            unfinished = f"{path}/{name}/.{secrets.token_hex(8)}"
            fs.makedirs(f"{path}/{name}", exist_ok=True)
            fs.put_file(str(made), unfinished)
            fs.mv(unfinished, place)
    return {name: len(next(iter(columns.values()))) for name, columns in found.items()}


def finish(manifest: Manifest, out: str) -> None:
    """Write the manifest: all that it names is there."""
    fs, path = file_system(out)
    written = {
        name: {"rows": sum(rows), "parts": [{"path": _part(name, i), "rows": n} for i, n in enumerate(rows)]}
        for name, rows in manifest.rows.items()
    }
    told = {**manifest.origin, "documents": manifest.documents, "events": manifest.events}
    text = json.dumps({**told, "findings": dict(manifest.findings), "tables": written}, indent=1)
    fs.pipe_file(f"{path}/{MANIFEST}", f"{text}\n".encode())


def _part(name: str, number: int) -> str:
    return f"{name}/part-{number:06}.parquet"
