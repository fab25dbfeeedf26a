"""GitLab: a code quality report, which merge requests show beside the changed lines.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from crosstally.output.position import position_of

if TYPE_CHECKING:
    from crosstally.rules.finding import Finding, Severity
    from crosstally.rules.report import Report

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """A JSON list with one issue a finding, at the place of its first figure."""
    issues = [_issue(finding) for finding in report.findings]
    return json.dumps(issues, ensure_ascii=False) + "\n"


def _issue(finding: Finding) -> dict[str, object]:
    position = position_of(finding.facts[0])
    return {
        "description": finding.message,
        "check_name": f"{finding.rule} {finding.name}",
        "fingerprint": finding.finding_id,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": position.path, "lines": {"begin": position.line or 1}},
    }
