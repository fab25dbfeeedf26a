"""datapackage.json: what the CSV files beside it hold, as a Data Package with a Table Schema for each.

https://specs.frictionlessdata.io/data-package/ and https://specs.frictionlessdata.io/table-schema/
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from crosstally.facts.tables.flat import VERSION
from crosstally.output.tables.columns import Column, Table, tables
from crosstally.rules.tables.flat import QUANTITY_IDS


def write(path: Path) -> None:
    """Describe the tables that stand in the folder of `path`."""
    package = {
        "profile": "tabular-data-package",
        "name": "crosstally",
        "version": VERSION,
        "description": f"Figures of several reports and where they contradict, by crosstally {version('crosstally')}",
        "resources": [_resource(name, table) for name, table in tables().items()],
    }
    path.write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _resource(name: str, table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": list(map(_field, table.columns)), "missingValues": [""]}
    if (key := table.columns[0]).unique:
        schema["primaryKey"] = key.name
    named = [column.name for column in table.columns if column.name in QUANTITY_IDS]
    if name != "quantities" and named:
        reference = {"resource": "quantities", "fields": "quantity_id"}
        schema["foreignKeys"] = [{"fields": column, "reference": reference} for column in named]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\n"},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    rules: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.unique:
        rules["unique"] = True
    if column.allowed:
        rules["enum"] = column.allowed
    if column.minimum is not None:
        rules["minimum"] = column.minimum
    field: dict[str, Any] = {"name": column.name, "type": "string" if column.kind == "list" else column.kind}
    if column.description:
        field["description"] = column.description
    return field | ({"constraints": rules} if rules else {})
