"""Tables as pandas has them, which anybody may have changed, written once they keep their schemas."""

from __future__ import annotations

from pathlib import Path

from crosstally.facts.tables.typed import columns_of
from crosstally.output.tables import folder
from crosstally.rules.tables.table import validated
from crosstally.rules.tables.tables import Tables


def write(tables: Tables, path: Path, configuration: str | None = None, page: str | None = None) -> None:
    """Write tables to a folder, as `crosstally.output.tables.folder.write`.

    Raises:
        SchemaError: A table breaks its schema; nothing is written.
        CrosstallyError: The folder cannot be made or written to.
    """
    kept = validated(tables)
    folder.write({name: columns_of(frame) for name, frame in kept._asdict().items()}, path, configuration, page)
