"""What an audit says of one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

Verdict = Literal["supported", "other figure", "other measure", "decided", "absent", "source missing", "unclear"]


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
