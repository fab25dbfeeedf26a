"""datapackage.json: what the CSV files beside it hold, as a Data Package with a Table Schema for each.

https://specs.frictionlessdata.io/data-package/ and https://specs.frictionlessdata.io/table-schema/
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from crosstally.facts.tables.failures import Model
from crosstally.facts.tables.schema import VERSION
from crosstally.facts.tables.typed import kinds
from crosstally.rules.tables.schema import QUANTITY_IDS
from crosstally.rules.tables.table import MODELS


def write(path: Path) -> None:
    """Describe the tables that stand in the folder of `path`."""
    package = {
        "profile": "tabular-data-package",
        "name": "crosstally",
        "version": VERSION,
        "description": f"Figures of several reports and where they contradict, by crosstally {version('crosstally')}",
        "resources": [_resource(name, model) for name, model in MODELS.items()],
    }
    path.write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _resource(name: str, model: Model) -> dict[str, Any]:
    columns = kinds(model)
    schema: dict[str, Any] = {
        "fields": [_field(model, column, kind) for column, kind in columns.items()],
        "missingValues": [""],
    }
    if model.to_schema().columns[key := next(iter(columns))].unique:
        schema["primaryKey"] = key
    if name != "quantities" and (named := [column for column in columns if column in QUANTITY_IDS]):
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


def _field(model: Model, name: str, kind: str) -> dict[str, Any]:
    column = model.to_schema().columns[name]
    rules: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.unique:
        rules["unique"] = True
    for check in column.checks:
        statistics = check.statistics or {}
        if "allowed_values" in statistics:
            rules["enum"] = list(statistics["allowed_values"])
        if check.name == "greater_than_or_equal_to":
            rules["minimum"] = statistics["min_value"]
    field: dict[str, Any] = {"name": name, "type": "string" if kind == "list" else kind}
    if column.description:
        field["description"] = column.description
    return field | ({"constraints": rules} if rules else {})
