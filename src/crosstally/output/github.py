"""GitHub: a workflow command for each finding, which becomes an annotation at the place of its first figure.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.output.position import position_of

if TYPE_CHECKING:
    from crosstally.rules.finding import Finding, Severity
    from crosstally.rules.report import Report

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """A line for each finding, the gravest first, since GitHub shows ten of a kind."""
    gravest = sorted(report.findings, key=lambda finding: list(_COMMANDS).index(finding.severity))
    return "".join(_command(finding) for finding in gravest)


def _command(finding: Finding) -> str:
    position = position_of(finding.facts[0])
    is_one_line = position.line == position.end_line
    properties = {
        "title": f"{finding.rule} {finding.name}",
        "file": position.path,
        "line": position.line,
        "endLine": position.end_line,
        "col": position.column if is_one_line else None,  # of several lines, GitHub takes no columns
        "endColumn": position.end_column if is_one_line else None,
    }
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    return f"::{_COMMANDS[finding.severity]} {named}::{_escaped(finding.message)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
