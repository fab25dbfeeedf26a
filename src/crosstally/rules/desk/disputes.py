"""The disputes of a run that nobody has settled, in the order in which somebody should look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosstally.facts.fact import Fact
from crosstally.rules.comparison.comparison import agree
from crosstally.rules.finding import Finding
from crosstally.rules.report import Report
from crosstally.rules.toll import rank


@dataclass(frozen=True, slots=True)
class OpenDispute:
    """A finding that accuses, with two figures of it that exclude each other.

    Attributes:
        finding: What a rule says.
        facts: The figures, each once for a report and sentence.
        sides: Two of them that exclude each other, of two reports where that can be; the first two where none do.
    """

    finding: Finding
    facts: tuple[Fact, ...]
    sides: tuple[Fact, ...]

    @property
    def event(self) -> str:
        """The event."""
        return self.finding.event

    @property
    def measure(self) -> str:
        """The measure of the first figure."""
        return self.facts[0].measure

    @property
    def message(self) -> str:
        """What the rule says."""
        return self.finding.message


def open_disputes(report: Report) -> list[OpenDispute]:
    """Errors before warnings, tolls before other figures, then in the order of the report."""
    accusing = [finding for finding in report.findings if finding.severity != "info"]
    accusing.sort(key=lambda one: (one.severity != "error", rank(one.facts[0].measure)))
    return [OpenDispute(finding, _once(finding.facts), _sides(finding.facts)) for finding in accusing]


def _once(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    return tuple({(*fact.sentence_id, fact.quote): fact for fact in facts}.values())


def _sides(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    first = facts[0]
    others = [fact for fact in facts[1:] if fact.dimension == first.dimension and not agree(first, fact)]
    elsewhere = [fact for fact in others if fact.document.doc_id != first.document.doc_id]
    return (first, (elsewhere or others or list(facts[1:]) or [first])[0])
