"""JSON: the tables of a report as lists of objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from crosstally.rules.report import Report
from crosstally.rules.tables.flat import rows_of


def render(report: Report) -> str:
    """One JSON object with each table by its name; null where there is no value, times in UTC."""
    return "{\n" + ",\n".join(f' "{name}": {_list(rows)}' for name, rows in rows_of(report).items()) + "\n}\n"


def _list(rows: Iterable[Mapping[str, object]]) -> str:
    """What json makes of a list, row by row: of a long one as a whole, it would hold each word by itself."""
    encode = json.JSONEncoder(ensure_ascii=False, indent=1, default=plain).encode
    items = ",\n  ".join(encode(row).replace("\n", "\n  ") for row in rows)
    return f"[\n  {items}\n ]" if items else "[]"


def plain(value: object) -> str:
    """The JSON string of a time: ISO 8601, in UTC."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    raise TypeError(value)
