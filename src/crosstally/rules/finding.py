"""A finding: what a rule has to say about some facts, and whether it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from crosstally.facts.fact import Fact

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say.

    Attributes:
        finding_id: A fingerprint that survives edits elsewhere in the text.
        rule: The code of the rule: "XT101".
        name: The name of the rule: "counts-disjoint".
        severity: error and warning accuse, info tells.
        event: The event it is about.
        quantity_id: The quantity it is about; None when it is about several.
        message: One sentence that names the figures and who says them.
        facts: The facts it rests on, in the order of the documents.
    """

    finding_id: str
    rule: str
    name: str
    severity: Severity
    event: str
    quantity_id: str | None
    message: str
    facts: tuple[Fact, ...]


class Passed(NamedTuple):
    """A finding that does not count.

    Attributes:
        finding: The finding.
        why: Why it does not.
        is_known: Whether a baseline holds it.
    """

    finding: Finding
    why: str
    is_known: bool
