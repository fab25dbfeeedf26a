"""What an audit says of one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact
    from crosstally.rules.finding import Severity

Verdict = Literal["supported", "other figure", "other measure", "decided", "absent", "source missing", "unclear"]


class Kind(NamedTuple):
    """A kind of finding of an audit, as rules have them."""

    code: str
    severity: Severity


KINDS: dict[str, Kind] = {
    "other figure": Kind("AU101", "error"),
    "other measure": Kind("AU102", "error"),
    "absent": Kind("AU103", "error"),
    "source missing": Kind("AU104", "warning"),
    "unclear": Kind("AU105", "info"),
}
"""Of the verdicts that are findings; `supported` and `decided` are none."""


def codes() -> dict[str, str]:
    """The code of each kind by its code and by its name, for waivers."""
    return {name: kind.code for verdict, kind in KINDS.items() for name in (kind.code, verdict.replace(" ", "-"))}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with what it rests on.

    Attributes:
        verdict: A `Verdict`: supported: a source states the figure, or an interval that holds it, or parts that make
            it. other figure: the sources give the same quantity another number. other measure: the number is there,
            for something else. decided: a person settled the quantity. absent: no source has the number. source
            missing: none of the sources is one that the row cites. unclear: the number is there, or may be, and it is
            not clear of what. Of a vetting: "right", or the kind of its first fault.
        evidence: The claims that show it, the nearest first.
        reason: Why, in words.
        taken: Whether a person's decision is the reason.
    """

    verdict: str
    evidence: tuple[Fact, ...] = ()
    reason: str = ""
    taken: bool = False
