"""An event as rules see it: its facts, and the quantities that they are claims on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crosstally.rules.alignment.likeness import Likeness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity


@dataclass(frozen=True)
class Event:
    """What a rule about an event gets to see.

    Attributes:
        name: The event.
        facts: Its facts, in the order of the documents.
        quantities: What they are claims on.
    """

    name: str
    facts: tuple[Fact, ...]
    quantities: tuple[Quantity, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that state a figure, in order."""
        return tuple({fact.document.doc_id: fact.document for fact in self.facts}.values())

    @cached_property
    def by_figure(self) -> Mapping[tuple[str, float | None], Sequence[Fact]]:
        """Its facts by measure and number."""
        found: dict[tuple[str, float | None], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.measure, fact.interval.value].append(fact)
        return dict(found)

    @cached_property
    def likeness(self) -> Likeness:
        """Which of its figures answer one question, asked when a rule first wants to know."""
        return Likeness(self.facts)
