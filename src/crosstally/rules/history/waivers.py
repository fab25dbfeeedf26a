"""Waivers: findings that somebody answers for, with a reason and until a day. After that day they count again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from crosstally.rules.finding import Passed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from crosstally.rules.finding import Finding
    from crosstally.rules.report import Report


@dataclass(frozen=True, slots=True)
class Waiver:
    """What is waived: one finding, or those of a rule in an event, or that rest on a source.

    Attributes:
        reason: Why it may stand.
        expires: The last day on which it is waived.
        finding: A `finding_id`, or its beginning; None where a rule is named.
        rule: The code of a rule.
        event: The event that its findings are about; None is any.
        source: A source that its findings rest on; None is any.
        path: The file it stands in.
        line: The line it begins on.
    """

    reason: str
    expires: date
    finding: str | None = None
    rule: str | None = None
    event: str | None = None
    source: str | None = None
    path: Path | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)

    def covers(self, finding: Finding) -> bool:
        """Whether it speaks of a finding."""
        if self.finding is not None:
            return finding.finding_id.startswith(self.finding)
        if finding.rule != self.rule or self.event not in {None, finding.event}:
            return False
        return self.source is None or any(fact.document.source == self.source for fact in finding.facts)

    def is_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return today > self.expires

    @property
    def place(self) -> str:
        """Where it is written: the file, and the line where that is known."""
        return f"{self.path}:{self.line}" if self.line else f"{self.path}"

    def __str__(self) -> str:
        """What it is a waiver of: "finding 1f2e3d4c5b6a7988", "XT101 in event fire"."""
        if self.finding is not None:
            return f"finding {self.finding}"
        event = "" if self.event is None else f" in event {self.event}"
        return f"{self.rule}{event}{'' if self.source is None else f' with source {self.source}'}"


class Waived(NamedTuple):
    """What waivers make of a report.

    Attributes:
        report: The report without the findings that are waived; they are passed over.
        findings: Those findings.
        holding: The waivers that cover them.
        expired: The waivers that no longer cover a finding that is still there.
        idle: The waivers that change nothing.
    """

    report: Report
    findings: tuple[Finding, ...]
    holding: tuple[Waiver, ...]
    expired: tuple[Waiver, ...]
    idle: tuple[Waiver, ...]


def waive(report: Report, waivers: Sequence[Waiver], today: date) -> Waived:
    """Take the findings out of a report that are waived on a day."""
    if not waivers:
        return Waived(report, (), (), (), ())
    valid = [waiver for waiver in waivers if not waiver.is_expired(today)]
    waived = tuple(finding for finding in report.findings if any(waiver.covers(finding) for waiver in valid))
    ids = {finding.finding_id for finding in waived}
    left = tuple(finding for finding in report.findings if finding.finding_id not in ids)
    reasons = (next(waiver.reason for waiver in valid if waiver.covers(finding)) for finding in waived)
    over = (Passed(finding, why, is_known=False) for finding, why in zip(waived, reasons, strict=True))

    def covering(some: Sequence[Waiver], findings: Sequence[Finding]) -> tuple[Waiver, ...]:
        return tuple(waiver for waiver in some if any(waiver.covers(finding) for finding in findings))

    holding = covering(valid, waived)
    expired = covering([waiver for waiver in waivers if waiver.is_expired(today)], left)
    idle = tuple(waiver for waiver in waivers if waiver not in holding and waiver not in expired)
    kept = replace(report, findings=left, passed=(*report.passed, *over))
    return Waived(kept, waived, holding, expired, idle)
