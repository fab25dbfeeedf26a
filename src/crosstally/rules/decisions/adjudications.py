"""Adjudications: the figure that people took for a measure of an event, and the disputes that it settles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval
from crosstally.rules.decisions.applied import Applied
from crosstally.rules.decisions.decision import Adjudication, Decision
from crosstally.rules.finding import Finding
from crosstally.rules.quantity import Quantity
from crosstally.rules.tolls.codings import Coding

Figure = TypeVar("Figure", Quantity, Coding)
Settled = Mapping[str, Adjudication]
"""The adjudication of each quantity that has one, by quantity_id."""


def adjudicated(
    event: str, quantities: Sequence[Quantity], decisions: Sequence[Decision]
) -> tuple[tuple[Quantity, ...], Settled, list[Applied]]:
    """The quantities of an event with the figures that people took; the last of several decisions counts."""
    by_id = {quantity.quantity_id: quantity for quantity in quantities}
    settled: dict[str, Adjudication] = {}
    applied: list[Applied] = []
    for number, decision in enumerate(decisions):
        if not isinstance(decision, Adjudication) or decision.event != event:
            continue
        quantity = max(by_id.values(), key=lambda one: _standing(one, decision), default=None)
        if quantity is None or not _is_of(quantity, decision):
            continue
        name = quantity.quantity_id
        ids = tuple(fact.fact_id for fact in quantity.facts or quantity.follows_from)
        applied.append(Applied(number, event, _before(quantity), ids))
        by_id[name], settled[name] = _decided(quantity, decision), decision
    return tuple(by_id[quantity.quantity_id] for quantity in quantities), settled, applied


def accepted(findings: Iterable[Finding], settled: Settled) -> list[Finding]:
    """The findings; those whose every figure was known to who decided, or is within what was decided, accuse nobody."""
    return [_told(finding, settled) if settled else finding for finding in findings]


def _told(finding: Finding, settled: Settled) -> Finding:
    decisions = {fact.quantity_id: settled.get(fact.quantity_id or "") for fact in finding.facts}
    if finding.severity == "info" or not all(_is_known(fact, decisions[fact.quantity_id]) for fact in finding.facts):
        return finding
    last = list(decisions.values())[-1]
    said = "" if last is None else f"; decided: {last.best:,.10g} ({last.signed})"
    return replace(finding, severity="info", message=f"{finding.message}{said}")


def _is_known(fact: Fact, decision: Adjudication | None) -> bool:
    """Whether a decision speaks of a claim: made on its day or later, or the claim allows what was decided."""
    if decision is None:
        return False
    published = fact.document.published
    low = decision.best if decision.low is None else decision.low
    high = decision.best if decision.high is None else decision.high
    return published is None or published.date() <= decision.on or fact.interval.meets(Interval(None, low, high))


def _is_of(quantity: Quantity, decision: Adjudication) -> bool:
    claims = quantity.facts or quantity.follows_from
    is_whole = decision.group is None or any(fact.group == decision.group for fact in claims)
    return quantity.measure == decision.measure and is_whole and quantity.per is None


def _standing(quantity: Quantity, decision: Adjudication) -> tuple[bool, bool, bool, bool, int, int]:
    """How well a quantity is what a decision is about: first its measure, last how many speak of it."""
    claims = quantity.facts or quantity.follows_from
    is_asserted = all(fact.status == "asserted" for fact in claims)
    is_plain = decision.group is not None or all(fact.group is None for fact in claims)
    is_total = quantity.scope == "total"
    return _is_of(quantity, decision), is_asserted, is_total, is_plain, quantity.n_sources, quantity.n_facts


def as_decided(codings: Iterable[Coding], decisions: Iterable[Decision]) -> Iterator[Coding]:
    """The codings of an event with the figures that people took; the last of several decisions counts."""
    taken = {(one.event, one.measure, one.group): one for one in decisions if isinstance(one, Adjudication)}
    for coding in codings:
        decision = taken.get((coding.event, coding.measure, coding.group))
        yield coding if decision is None else _decided(coding, decision)


def _decided(figure: Figure, decision: Adjudication) -> Figure:
    """A quantity or a coding with the figure that was taken; ends that nobody decided reach as far as it."""
    low = decision.low if decision.low is not None else figure.low
    high = decision.high if decision.high is not None else figure.high
    low, high = None if low is None else min(low, decision.best), None if high is None else max(high, decision.best)
    return replace(figure, best=decision.best, low=low, high=high, decided=True)


def _before(quantity: Quantity) -> str:
    best, low, high = (
        "none" if value is None else f"{value:,.10g}" for value in (quantity.best, quantity.low, quantity.high)
    )
    return f"best {best}, low {low}, high {high}, {quantity.status}"
