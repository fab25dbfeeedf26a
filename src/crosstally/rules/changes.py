"""What changed between two runs: which figures became disputed, settled or moved, which findings came and went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from crosstally.facts.document import Document
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity


class Step(NamedTuple):
    """One quantity in both runs."""

    before: Quantity
    after: Quantity


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a former run. A quantity is in one of the first three at most.

    Attributes:
        disputed: Quantities that are disputed now and were not; `before` is None where nobody spoke of them.
        settled: Quantities that were disputed and are not.
        moved: Other quantities whose best figure changed.
        new: Quantities of which nobody spoke before.
        gone: Quantities of which nobody speaks any more.
        new_findings: Errors and warnings on quantities that did not become disputed, by fingerprint.
        gone_findings: The same that are found no longer, on quantities that did not settle.
        new_reports: Documents that state a figure and did not before.
        gone_reports: Documents that stated a figure and do not.
    """

    disputed: tuple[tuple[Quantity | None, Quantity], ...]
    settled: tuple[Step, ...]
    moved: tuple[Step, ...]
    new: tuple[Quantity, ...]
    gone: tuple[Quantity, ...]
    new_findings: tuple[Finding, ...]
    gone_findings: tuple[Finding, ...]
    new_reports: tuple[Document, ...]
    gone_reports: tuple[Document, ...]

    @property
    def are_none(self) -> bool:
        """Whether all is as it was."""
        return not any(getattr(self, name) for name in self.__slots__)
