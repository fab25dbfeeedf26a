"""JUnit: a test case for each finding and for each quantity that several sources agree on; disputes are failures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from crosstally.output.page.spread import said
from crosstally.output.position import position_of
from crosstally.rules.wording import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.finding import Finding
    from crosstally.rules.report import EventReport, Report

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(report: Report) -> str:
    """One test suite an event. Findings that only tell (info) are cases that pass and say so."""
    root = ET.Element("testsuites", name="crosstally")
    for event in report.events():
        cases = list(_cases(event))
        failures = sum(case.find("failure") is not None for case in cases)
        counts = {"tests": str(len(cases)), "failures": str(failures), "errors": "0", "skipped": "0"}
        suite = ET.SubElement(root, "testsuite", {"name": _text(event.name), **counts})
        suite.extend(cases)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _cases(event: EventReport) -> Iterator[ET.Element]:
    for finding in event.findings:
        yield _finding(finding)
    told = {fact.quantity_id for finding in event.findings for fact in finding.facts}
    for quantity in event.quantities:
        is_shared = quantity.facts and quantity.status != "single"
        if is_shared and quantity.quantity_id not in told:
            name = _text(f"{heading(quantity)}: {said(quantity)} [{quantity.quantity_id}]")
            yield ET.Element("testcase", classname=_text(event.name), name=name)


def _finding(finding: Finding) -> ET.Element:
    position = position_of(finding.facts[0])
    name = f"{finding.rule} {finding.name} [{finding.finding_id}]"
    place = {"file": _text(position.path)} | ({"line": str(position.line)} if position.line else {})
    case = ET.Element("testcase", {"classname": _text(finding.event), "name": name, **place})
    if finding.severity == "info":
        ET.SubElement(case, "system-out").text = _text(finding.message)
        return case
    failure = ET.SubElement(case, "failure", type=finding.severity, message=_text(finding.message))
    failure.text = _text("\n".join(f"{fact.document.source}: {fact.sentence}" for fact in finding.facts))
    return case


def _text(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)
