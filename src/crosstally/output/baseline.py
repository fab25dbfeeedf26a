"""A baseline: the fingerprints of all findings, a line each, for `check --baseline` to pass over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.rules.report import Report


def render(report: Report) -> str:
    """A JSON list with a finding a line, sorted, so that a change of one finding is a change of one line."""
    rows = sorted(
        (finding.event, finding.rule, finding.finding_id, finding.name, finding.message) for finding in report.findings
    )
    lines = [
        json.dumps(
            {"finding_id": key, "rule": rule, "name": name, "event": event, "message": message}, ensure_ascii=False
        )
        for event, rule, key, name, message in rows
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
