"""What decisions did in a run: who settled what and when, what it was before, and which did nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosstally.rules.decisions.decision import Decision


@dataclass(frozen=True, slots=True)
class Applied:
    """One decision that was applied in one event.

    Attributes:
        number: Its number among the decisions, from 0.
        event: The event.
        before: What was there before it: "injured 90", "two quantities", "90, low 90, high no end".
        fact_ids: The facts it is about.
        unmatched: How many of its mentions name nothing in the event.
    """

    number: int
    event: str
    before: str
    fact_ids: tuple[str, ...]
    unmatched: int = 0


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision and what it did.

    Attributes:
        decision: The decision.
        event: Where it was applied; None where it matches nothing any more.
        before: What was there before it; None where it matches nothing.
        fact_ids: The facts it is about.
    """

    decision: Decision
    event: str | None = None
    before: str | None = None
    fact_ids: tuple[str, ...] = ()

    @property
    def is_stale(self) -> bool:
        """Whether it matches nothing any more."""
        return self.event is None

    @property
    def stale(self) -> str:
        """What is to be said of it then."""
        return f"{self.decision.place}: what {self.decision.by} decided matches nothing any more: {self.decision}"


def rulings(decisions: Sequence[Decision], applied: Iterable[Applied]) -> tuple[Ruling, ...]:
    """Each decision with what it did, once for each event, in the order of the decisions."""
    by_number: dict[int, list[Applied]] = defaultdict(list)
    for one in applied:
        by_number[one.number].append(one)
    found: list[Ruling] = []
    for number, decision in enumerate(decisions):
        done = by_number.get(number)
        found += [Ruling(decision, one.event, one.before, one.fact_ids) for one in done] if done else [Ruling(decision)]
    return tuple(found)
