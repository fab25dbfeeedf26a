"""JSON: the three tables of a report as lists of objects."""

from __future__ import annotations

import json
from datetime import datetime

from crosstally.facts.tables.flat import fact_row
from crosstally.rules.report import Report
from crosstally.rules.tables.flat import finding_row, quantity_row


def render(report: Report) -> str:
    """One JSON object with `facts`, `quantities` and `findings`; null where there is no value, times in UTC."""
    tables = {
        "facts": [fact_row(fact) for fact in report.facts],
        "quantities": [quantity_row(quantity) for quantity in report.quantities],
        "findings": [finding_row(finding) for finding in report.findings],
    }
    return json.dumps(tables, ensure_ascii=False, indent=1, default=plain) + "\n"


def plain(value: object) -> str:
    """The JSON string of a time: ISO 8601, in UTC."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    raise TypeError(value)
