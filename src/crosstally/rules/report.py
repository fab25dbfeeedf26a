"""What a run says: the facts with their events and quantities, the quantities, the findings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from crosstally.rules.alignment.held_apart import all_held_apart
from crosstally.rules.decisions.adjudications import as_decided
from crosstally.rules.decisions.alignments import parted
from crosstally.rules.streamed import Streamed
from crosstally.rules.tolls.codings import codings_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.alignment.held_apart import HeldApart
    from crosstally.rules.changes import Changes
    from crosstally.rules.decisions.applied import Applied, Ruling
    from crosstally.rules.event import Event
    from crosstally.rules.finding import Finding, Passed
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.tolls.codings import Coding


class Checked(NamedTuple):
    """What was found of one event.

    Attributes:
        event: The event with its quantities.
        findings: What rules have to say about it.
        copies: Of each document that copies another, that other; doc_ids.
        faults: In one line each what was set aside.
        applied: What decisions did to it.
    """

    event: Event
    findings: Sequence[Finding]
    copies: Mapping[str, str]
    faults: Sequence[str] = ()
    applied: Sequence[Applied] = ()


class Store(Protocol):
    """Where a report reads events from that are not in memory."""

    @property
    def names(self) -> list[str]:
        """The events, in their order."""

    @property
    def accusations(self) -> Sequence[tuple[str, str]]:
        """The event and the rule of each finding that accuses."""

    def events(self, among: Container[str] | None = None) -> Iterator[Checked]:
        """What was found of each event, or of some."""

    def held(self) -> tuple[tuple[Fact, ...], Sequence[Checked]]:
        """The facts in the order of the documents, and what was found of each event."""


@dataclass(frozen=True)
class Report:
    """What a run says.

    Attributes:
        facts: Every fact, with `event` and `quantity_id`.
        quantities: In the order of their first fact.
        findings: In the order of their first fact, then by rule.
        copies: Of each document that copies another, that other; doc_ids.
        changes: What changed since a former run; None when none was named.
        passed: What was found and does not count.
        rulings: What people decided, and what it did.
        stored: Where events are read from, when they are not in memory; rows are then read anew each time.
    """

    facts: Sequence[Fact]
    quantities: Sequence[Quantity]
    findings: Sequence[Finding]
    copies: Mapping[str, str] = field(default_factory=dict)
    changes: Changes | None = None
    passed: tuple[Passed, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    stored: Store | None = field(default=None, compare=False, repr=False)

    def names(self) -> list[str]:
        """The events, in the order of their quantities; at last those of which there are findings alone."""
        told = self.stored.names if self.stored else (quantity.event for quantity in self.quantities)
        others = () if isinstance(self.findings, Streamed) else (finding.event for finding in self.findings)
        return list(dict.fromkeys((*told, *others)))

    def accusations(self) -> Sequence[tuple[str, str]]:
        """The event and the rule of each finding that accuses."""
        if self.stored and isinstance(self.findings, Streamed):
            return self.stored.accusations
        return [(finding.event, finding.rule) for finding in self.findings if finding.severity != "info"]

    def held(self) -> Report:
        """The same report in memory, for who goes through all of it more than once."""
        if self.stored is None:
            return self
        facts, checked = self.stored.held()
        quantities = tuple(quantity for one in checked for quantity in one.event.quantities)
        are_all = isinstance(self.findings, Streamed)
        findings = tuple(finding for one in checked for finding in one.findings) if are_all else self.findings
        return replace(self, facts=facts, quantities=quantities, findings=findings, stored=None)

    def events(self, among: Container[str] | None = None) -> Iterator[EventReport]:
        """What is said of each event, or of some, in the order of their quantities; one by one where that can be."""
        if self.stored is None:
            yield from (one for one in self._held if among is None or one.name in among)
            return
        are_all = isinstance(self.findings, Streamed)  # else some were taken out or added: in memory
        held: dict[str, list[Finding]] = defaultdict(list)
        for finding in () if are_all else self.findings:
            held[finding.event].append(finding)
        for event, found, *_ in self.stored.events(among):
            findings = list(found) if are_all else held.pop(event.name, [])
            rulings = [ruling for ruling in self.rulings if ruling.event == event.name]
            yield EventReport(event.name, list(event.facts), list(event.quantities), findings, rulings)
        told = {*self.stored.names}
        for name, findings in held.items():
            if name not in told and (among is None or name in among):
                yield EventReport(name, findings=findings)

    def codings(self) -> Iterator[Coding]:
        """What a coder types of each event, in their order."""
        for event in self.events():
            if event.quantities:
                codings = codings_of(event.name, event.facts, self.copies, event.quantities[0].policy, event.moved)
                yield from as_decided(codings, (ruling.decision for ruling in self.rulings))

    def held_apart(self) -> Iterator[HeldApart]:
        """Quantities whose figures exclude each other and that were not compared, event by event."""
        return (pair for event in self.events() for pair in event.held_apart)

    @cached_property
    def _held(self) -> Sequence[EventReport]:
        """All events of a report that is in memory, which is gone through once for all."""
        told: dict[str, EventReport] = {}
        for quantity in self.quantities:
            told.setdefault(quantity.event, EventReport(quantity.event)).quantities.append(quantity)
        for finding in self.findings:
            told.setdefault(finding.event, EventReport(finding.event)).findings.append(finding)
        for fact in self.facts:
            if fact.event in told:
                told[fact.event].facts.append(fact)
        for ruling in self.rulings:
            if ruling.event in told:
                told[ruling.event].rulings.append(ruling)
        return list(told.values())


@dataclass(frozen=True)
class EventReport:
    """What a run says of one event; lists in the order of the report.

    Attributes:
        name: The event.
        facts: Its facts.
        quantities: Its quantities.
        findings: Its findings.
        rulings: What people decided of it.
    """

    name: str
    facts: list[Fact] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)

    @cached_property
    def held_apart(self) -> Sequence[HeldApart]:
        """Its quantities whose figures exclude each other and that were not compared; a person's decision is named."""
        decided = parted(self.rulings, self.facts)
        held = all_held_apart(self.facts, self.quantities)
        return [_ruled(one, decided.get(one.pair)) for one in held]

    @property
    def moved(self) -> Mapping[str, float]:
        """By measure, the latest figure of the event's tolls that reports bring up to date."""
        wholes = (one for one in self.quantities if one.scope == "total" and one.status == "updated" and not one.group)
        return {one.measure: one.best for one in wholes if one.best is not None}


def _ruled(one: HeldApart, decision: str | None) -> HeldApart:
    """What a person decided to hold apart, if one did, is held apart for that."""
    return one if decision is None else one._replace(slot="decision", reason=decision, likelihood=None)
