"""A run set aside: what was found of each event, read anew whenever it is asked for.

So a run holds one event at a time in memory, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from crosstally.rules.streamed import Streamed
from crosstally.run.packed_events import unpack
from crosstally.run.packed_facts import unpack as unpack_facts

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from crosstally.facts.fact import Fact
    from crosstally.rules.decisions.applied import Applied
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Checked
    from crosstally.run.archive import Archive


def facts_in_order(checked: Iterable[Checked], places: Iterable[Sequence[int]]) -> tuple[Fact, ...]:
    """The facts of events in the order of the documents, whose places are given for each event."""
    of_place: dict[int, list[Fact]] = {}
    for one, some in zip(checked, places, strict=True):
        by_document = groupby(one.event.facts, key=lambda fact: fact.document.doc_id)
        of_place |= {place: list(facts) for place, (_, facts) in zip(some, by_document, strict=True)}
    return tuple(fact for place in sorted(of_place) for fact in of_place[place])


@dataclass(slots=True)
class _Event:
    """Where what was found of an event is: the places of its documents, the number of the rest, how much it holds."""

    places: Sequence[int]
    number: int
    n_quantities: int
    n_findings: int


@dataclass(slots=True)
class Stored:
    """What was found of events, in their order.

    Attributes:
        archive: Their documents.
        copies: Of each document that copies another, that other; doc_ids.
        accusations: The event and the rule of each finding that accuses.
        applied: What decisions did.
    """

    archive: Archive
    copies: dict[str, str] = field(default_factory=dict)
    accusations: list[tuple[str, str]] = field(default_factory=list)
    applied: list[Applied] = field(default_factory=list)
    _events: dict[str, _Event] = field(default_factory=dict)
    _ids: dict[int, int] = field(default_factory=dict)
    _n_facts: int = 0

    def add(self, checked: Checked, places: Sequence[int], packed: bytes) -> None:
        """Set one more event aside.

        Args:
            checked: What was found of it.
            places: Those of its documents in the archive.
            packed: The same as bytes.
        """
        spool, event = self.archive.spool, checked.event
        number = spool.put(packed)
        self._events[event.name] = _Event(places, number, len(event.quantities), len(checked.findings))
        self._n_facts += len(event.facts)
        self.copies |= checked.copies
        self.applied += checked.applied
        self.accusations += [(one.event, one.rule) for one in checked.findings if one.severity != "info"]
        by_document = groupby(event.facts, key=lambda fact: fact.document.doc_id)
        for place, (_, facts) in zip(places, by_document, strict=True):
            self._ids[place] = spool.put("\n".join(fact.quantity_id or "" for fact in facts).encode())

    @property
    def names(self) -> list[str]:
        """The events."""
        return list(self._events)

    def events(self, among: Container[str] | None = None) -> Iterator[Checked]:
        """What was found of each event, or of some."""
        for name, event in self._events.items():
            if among is None or name in among:
                told = [self.archive.get(place) for place in event.places]
                yield unpack(name, told, self.archive.spool.get(event.number))

    def held(self) -> tuple[tuple[Fact, ...], list[Checked]]:
        """All of it at once, read in one go: the facts in the order of the documents, and what was found."""
        checked = list(self.events())
        return facts_in_order(checked, [event.places for event in self._events.values()]), checked

    @property
    def facts(self) -> Streamed[Fact]:
        """All facts, in the order of the documents."""
        return Streamed(self._read_facts, self._n_facts)

    @property
    def quantities(self) -> Streamed[Quantity]:
        """All quantities, event by event."""
        size = sum(event.n_quantities for event in self._events.values())
        return Streamed(lambda: (quantity for one in self.events() for quantity in one.event.quantities), size)

    @property
    def findings(self) -> Streamed[Finding]:
        """All findings, event by event."""
        sizes: Mapping[str, int] = {name: event.n_findings for name, event in self._events.items()}
        some = {name for name, size in sizes.items() if size}
        return Streamed(lambda: (finding for one in self.events(some) for finding in one.findings), sum(sizes.values()))

    def _read_facts(self) -> Iterator[Fact]:
        of_place = {place: name for name, event in self._events.items() for place in event.places}
        for place in sorted(of_place):
            ids = self.archive.spool.get(self._ids[place]).decode().split("\n")
            document, packed = self.archive.get(place)
            yield from unpack_facts(document, packed, of_place[place], iter(ids))
