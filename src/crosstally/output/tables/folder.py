"""All tables of a run, and its page, in one folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from crosstally.facts.document import Document
from crosstally.output.tables import csv, datapackage, datasette, parquet, sqlite, texts
from crosstally.output.tables.whole_folder import whole_folder
from crosstally.rules.tables.table import MODELS, validated
from crosstally.rules.tables.tables import Tables


def write(
    tables: Tables,
    folder: Path,
    configuration: str | None = None,
    page: str | None = None,
    documents: Iterable[Document] | None = None,
) -> None:
    """Write each table as .csv and .parquet, all of them in crosstally.sqlite, datapackage.json and metadata.json.

    Args:
        tables: The tables.
        folder: Where to; it is made when the folder above is there. Files of the same names are replaced.
        configuration: The fingerprint of the settings they were made under, if there is one.
        page: What becomes report.html beside them: all are written, or none is.
        documents: Those whose texts become texts.jsonl, so that quotes can be held against them later.

    Raises:
        SchemaError: A table breaks its schema; nothing is written.
        CrosstallyError: The folder cannot be made or written to.
    """
    frames = validated(tables)
    with whole_folder(folder) as unfinished:
        for name, model in MODELS.items():
            frame = getattr(frames, name)
            csv.write([frame], unfinished / f"{name}.csv")
            parquet.write([frame], model, unfinished / f"{name}.parquet", configuration)
        sqlite.write(frames, unfinished / "crosstally.sqlite", configuration)
        datapackage.write(unfinished / "datapackage.json")
        datasette.write(unfinished / "metadata.json")
        if page is not None:
            (unfinished / "report.html").write_text(page, encoding="utf-8", newline="\n")
        if documents is not None:
            texts.write(documents, unfinished / texts.NAME)
