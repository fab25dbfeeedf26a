"""Why a finding is there: the claims it rests on, why they are of one quantity, who is independent of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.output.explanation.lines import claim, compared, independence
from crosstally.rules.wording import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.finding import Finding
    from crosstally.rules.report import Report


def explain_finding(finding: Finding, report: Report, summary: str) -> str:
    """What is known of a finding, for people.

    Args:
        finding: One of the report's.
        report: What the run found, with all facts of the event.
        summary: What its rule says, in one sentence.

    Returns:
        Lines of about 100 columns, with a final line break.
    """
    return "\n".join(_lines(finding, report, summary)) + "\n"


def _lines(finding: Finding, report: Report, summary: str) -> Iterator[str]:
    yield f"{finding.severity.upper()} {finding.message}"
    yield f"  finding {finding.finding_id} in event {finding.event}"
    yield f"  {finding.rule} {finding.name}: {summary}"
    yield ""
    yield "WHAT IS CLAIMED"
    for fact in finding.facts:
        yield from claim(fact)
    ids = {fact.quantity_id for fact in finding.facts}
    event = [fact for fact in report.facts if fact.event == finding.event]
    for quantity in (quantity for quantity in report.quantities if quantity.quantity_id in ids):
        facts = [fact for fact in finding.facts if fact.quantity_id == quantity.quantity_id]
        yield from compared(facts, event, heading(quantity))
    yield from independence(finding.facts, report)
