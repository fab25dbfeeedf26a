"""What two figures of a toll differ by when both are right, by two definitions: the attackers, or the missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.disputes import opponents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event
    from crosstally.rules.quantity import Quantity

_HIT = frozenset({"killed", "injured"})


def contested(quantity: Quantity, event: Event) -> Iterator[tuple[Fact, Fact]]:
    """Two claims for each two figures of two sources that exclude each other, stand, and are of one definition."""
    return ((a, b) for a, b in opponents(quantity) if not differ_by_definition(a, b, event))


def counts_attackers(fact: Fact) -> bool:
    """Whether a figure is of those who attack, and not of those whom they hit."""
    return fact.group is not None and "attacker" in fact.group.split("; ")


def differ_by_definition(a: Fact, b: Fact, event: Event) -> bool:
    """Whether one of two figures of a toll counts in whom the other leaves out, as far as the event's reports tell."""
    below, above = sorted((a, b), key=lambda fact: fact.interval.value or 0.0)
    return bool(attackers_between([above], [below], event) or missing_between([above], [below], event))


def attackers_between(above: Sequence[Fact], below: Sequence[Fact], event: Event) -> list[Fact]:
    """The claims on attackers who were hit and are exactly the difference of two figures.

    Args:
        above: Claims on the higher figure.
        below: Claims on the lower one. When one of their reports counts attackers in, nobody is the difference.
        event: All that is told.
    """
    number, measure = _difference(above, below), above[0].measure
    if number is None or measure not in _HIT:
        return []
    found = [fact for fact in _asserted(measure, number, event) if counts_attackers(fact)]
    counted_in = {fact.document.doc_id for fact in found if fact.scope == "part"}
    return [] if counted_in & {fact.document.doc_id for fact in below} else found


def missing_between(above: Sequence[Fact], below: Sequence[Fact], event: Event) -> list[Fact]:
    """The claims on missing people who are exactly the difference of two figures of the dead; one may be anybody."""
    number = _difference(above, below)
    if number is None or number <= 1 or above[0].measure != "killed":
        return []
    return _asserted("missing", number, event)


def _difference(above: Sequence[Fact], below: Sequence[Fact]) -> float | None:
    """By how many two figures differ; None where one of them is vague or a range."""
    high, low = above[0].interval.value, below[0].interval.value
    return None if high is None or low is None or high <= low else high - low


def _asserted(measure: str, number: float, event: Event) -> list[Fact]:
    return [fact for fact in event.by_figure.get((measure, number), ()) if fact.status == "asserted"]
