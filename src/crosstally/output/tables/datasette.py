"""metadata.json: what Datasette shows of crosstally.sqlite beside it - titles, and what each column holds.

https://docs.datasette.io/en/stable/metadata.html
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from crosstally.facts.tables.failures import Model
from crosstally.rules.tables.table import MODELS


def write(path: Path) -> None:
    """Describe the tables of the SQLite file that stands in the folder of `path`."""
    tables = {name: _table(model) for name, model in MODELS.items()}
    metadata = {
        "title": "Figures of several reports and where they contradict",
        "source": f"crosstally {version('crosstally')}",
        "databases": {"crosstally": {"tables": tables}},
    }
    path.write_text(json.dumps(metadata, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _table(model: Model) -> dict[str, Any]:
    columns = model.to_schema().columns
    return {
        "description": (model.__doc__ or "").strip().partition("\n")[0],
        "columns": {name: column.description for name, column in columns.items() if column.description},
    }
