"""metadata.json: what Datasette shows of crosstally.sqlite beside it - titles, and what each column holds.

https://docs.datasette.io/en/stable/metadata.html
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from crosstally.output.tables.columns import Table, tables


def write(path: Path) -> None:
    """Describe the tables of the SQLite file that stands in the folder of `path`."""
    metadata = {
        "title": "Figures of several reports and where they contradict",
        "source": f"crosstally {version('crosstally')}",
        "databases": {"crosstally": {"tables": {name: _table(table) for name, table in tables().items()}}},
    }
    path.write_text(json.dumps(metadata, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _table(table: Table) -> dict[str, Any]:
    columns = {column.name: column.description for column in table.columns if column.description}
    return {"description": table.description, "columns": columns}
