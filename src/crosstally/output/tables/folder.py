"""All tables of a run, and its page, in one folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from crosstally.facts.document import Document
from crosstally.output.tables import csv, datapackage, datasette, parquet, sqlite, texts
from crosstally.output.tables.columns import Columns, tables
from crosstally.output.tables.whole_folder import whole_folder


def write(
    found: Mapping[str, Columns],
    folder: Path,
    configuration: str | None = None,
    page: str | None = None,
    documents: Iterable[Document] | None = None,
) -> None:
    """Write each table as .csv and .parquet, all of them in crosstally.sqlite, datapackage.json and metadata.json.

    Args:
        found: The tables, by name.
        folder: Where to; it is made where it is missing. Files of the same names are replaced.
        configuration: The fingerprint of the settings they were made under, if there is one.
        page: What becomes report.html beside them: all are written, or none is.
        documents: Those whose texts become texts.jsonl, so that quotes can be held against them later.

    Raises:
        CrosstallyError: The folder cannot be made or written to.
    """
    with whole_folder(folder) as unfinished:
        for name in tables():
            csv.write([found[name]], name, unfinished / f"{name}.csv")
            parquet.write([found[name]], name, unfinished / f"{name}.parquet", configuration)
        sqlite.write(found, unfinished / "crosstally.sqlite", configuration)
        datapackage.write(unfinished / "datapackage.json")
        datasette.write(unfinished / "metadata.json")
        if page is not None:
            (unfinished / "report.html").write_text(page, encoding="utf-8", newline="\n")
        if documents is not None:
            texts.write(documents, unfinished / texts.NAME)
