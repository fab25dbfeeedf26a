"""The JSON Schema of the fact table, from its model: for programs that are to write such rows.

https://json-schema.org/draft/2020-12
"""

from __future__ import annotations

import json
from typing import Any

from crosstally.facts.tables.failures import Model
from crosstally.facts.tables.flat import VERSION
from crosstally.facts.tables.schema import FactTable
from crosstally.facts.tables.typed import kinds

_TYPES = {"string": "string", "number": "number", "integer": "integer", "boolean": "boolean", "datetime": "string"}


def render() -> str:
    """The schema of a list of facts, an object each."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facts of crosstally",
        "$comment": f"columns of version {VERSION}",
        "type": "array",
        "items": row_schema(FactTable),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def row_schema(model: Model) -> dict[str, Any]:
    """The schema of one row of a table: its columns with their types, what they may be, and which must be there."""
    columns = model.to_schema().columns
    properties = {name: _property(columns[name], _TYPES.get(kind, "array")) for name, kind in kinds(model).items()}
    required = [name for name in properties if "absent" not in (columns[name].metadata or {})]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _property(column: Any, kind: str) -> dict[str, Any]:
    checks = {key: value for check in column.checks for key, value in (check.statistics or {}).items()}
    found: dict[str, Any] = {"description": column.description, "type": [kind, "null"] if column.nullable else kind}
    if "allowed_values" in checks:
        found["enum"] = [*checks["allowed_values"], *([None] if column.nullable else [])]
    if "min_value" in checks:
        found["minimum"] = checks["min_value"]
    if str(column.dtype).startswith("datetime"):
        found["format"] = "date-time"
    if kind == "array":
        found["items"] = {"type": "string"}
    return found
