"""JSON: the tables of a report as lists of objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from crosstally.facts.tables.flat import fact_row
from crosstally.rules.report import Report
from crosstally.rules.tables.flat import coding_row, decision_row, finding_row, held_apart_row, quantity_row


def render(report: Report) -> str:
    """One JSON object with each table by its name; null where there is no value, times in UTC."""
    tables = {
        "facts": map(fact_row, report.facts),
        "quantities": map(quantity_row, report.quantities),
        "findings": map(finding_row, report.findings),
        "codings": map(coding_row, report.codings()),
        "decisions": map(decision_row, report.rulings),
        "held_apart": map(held_apart_row, report.held_apart()),
    }
    return "{\n" + ",\n".join(f' "{name}": {_list(rows)}' for name, rows in tables.items()) + "\n}\n"


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
