"""SARIF 2.1.0: findings for code scanning and the viewers of editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from crosstally.output.position import position_of
from crosstally.rules.page import render_page
from crosstally.rules.rule import load_rules

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact
    from crosstally.rules.finding import Finding, Severity
    from crosstally.rules.report import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """One run: the rules that found something, with their pages as help, and a result for each finding.

    What is passed over comes last, each with a suppression that says why.
    """
    findings = (*report.findings, *(passed.finding for passed in report.passed))
    codes = sorted({finding.rule for finding in findings})
    results = [_result(finding, codes.index(finding.rule)) for finding in findings]
    for result, passed in zip(results[len(report.findings) :], report.passed, strict=True):
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": passed.why}]
    if any(passed.is_known for passed in report.passed):  # of one result or of all
        known = {passed.finding.finding_id for passed in report.passed if passed.is_known}
        for result, finding in zip(results, findings, strict=True):
            result["baselineState"] = "unchanged" if finding.finding_id in known else "new"
    driver = {
        "name": "crosstally",
        "semanticVersion": version("crosstally"),
        "rules": [_rule(code, findings) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False) + "\n"


def _rule(code: str, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """A rule as SARIF describes it; of one that does not come with crosstally, its name alone is known."""
    name = next(finding.name for finding in findings if finding.rule == code)
    known = next((rule for rule in load_rules() if rule.code == code), None)
    if known is None:
        told = {"text": name.replace("-", " ").capitalize() + "."}
        return {"id": code, "name": name, "shortDescription": told, "fullDescription": told, "help": told}
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": known.summary},
        "fullDescription": {"text": known.page},
        "help": {"text": known.page, "markdown": render_page(known)},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(finding.message)},
        "locations": [_location(finding.facts[0])],
        "partialFingerprints": {"crosstally/v1": finding.finding_id},
        "properties": {"event": finding.event, "factIds": [fact.fact_id for fact in finding.facts]},
    }
    others = [_location(fact) | {"id": i} for i, fact in enumerate(finding.facts[1:], 1)]
    return result | ({"relatedLocations": others} if others else {})


def _location(fact: Fact) -> dict[str, Any]:
    position = position_of(fact)
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(position.path)}}
    if position.line is not None:
        region: dict[str, Any] = {"startLine": position.line}
        if position.column is not None:
            region |= {"startColumn": position.column, "endLine": position.end_line, "endColumn": position.end_column}
            region["snippet"] = {"text": fact.quote}
        place["region"] = region
    return {"physicalLocation": place, "message": {"text": _plain(f"{fact.document.source}: {fact.sentence}")}}


def _plain(text: str) -> str:
    """A message without links: square brackets would make one."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
