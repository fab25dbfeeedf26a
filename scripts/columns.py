#!/usr/bin/env python3
"""Write src/crosstally/output/tables/columns.json: the columns of all tables, as their schemas say.

usage: python scripts/columns.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from crosstally.facts.tables.typed import kinds
from crosstally.rules.tables.table import MODELS

TARGET = Path(__file__).parent.parent / "src" / "crosstally" / "output" / "tables" / "columns.json"


def render() -> str:
    """The text of the file."""
    tables = {
        name: {
            "description": (model.__doc__ or "").strip().partition("\n")[0],
            "columns": [_column(name, kind, model.to_schema().columns[name]) for name, kind in kinds(model).items()],
        }
        for name, model in MODELS.items()
    }
    return json.dumps(tables, indent=1) + "\n"


def _column(name: str, kind: str, column: Any) -> dict[str, Any]:
    told = {key: value for check in column.checks for key, value in (check.statistics or {}).items()}
    return {
        "name": name,
        "kind": kind,
        "description": column.description,
        "nullable": column.nullable,
        "unique": column.unique,
        "allowed": list(told.get("allowed_values", ())),
        "minimum": told.get("min_value"),
    }


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
