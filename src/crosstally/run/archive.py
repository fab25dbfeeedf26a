"""Documents with their packed facts, set aside until each is needed again."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from crosstally.rules.events.content_order import Publication, in_order_of_content, publication
from crosstally.run.faults import without_faults
from crosstally.run.packed_facts import pack, unpack
from crosstally.run.spool import Spool

if TYPE_CHECKING:
    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact

_NOTHING = without_faults(pack(()))


class Archive:
    """Documents with their packed facts, in the order in which they came.

    Attributes:
        spool: Where they are, and where there is room for what is found of them.
        events: The event that each tells of; may be set to another.
    """

    def __init__(self) -> None:
        """Begin an empty one."""
        self.spool = Spool()
        self.events: list[str | None] = []
        self._published: list[Publication] = []
        self._numbers = array("Q")
        self._has_facts = bytearray()

    def add(self, document: Document, packed: bytes) -> None:
        """Set one more aside."""
        self.events.append(document.event)
        self._published.append(publication(document))
        self._numbers.append(self.spool.put(pickle.dumps((document, packed))))
        self._has_facts.append(_holds_facts(packed))

    def replace(self, at: int, packed: bytes) -> None:
        """Set a document aside with other facts."""
        document, _ = self.get(at)
        self._numbers[at] = self.spool.put(pickle.dumps((document, packed)))
        self._has_facts[at] = _holds_facts(packed)

    def documents(self) -> Iterator[Document]:
        """All documents, those without a figure too."""
        return (self.get(at)[0] for at in range(len(self.events)))

    def get(self, at: int) -> tuple[Document, bytes]:
        """A document with its facts, by its place; it tells of the event that `events` has for it now."""
        piece: tuple[Document, bytes] = pickle.loads(self.spool.get(self._numbers[at]))  # noqa: S301 - put there by `add`
        document, packed = piece
        return (document if document.event == self.events[at] else replace(document, event=self.events[at])), packed

    def by_event(self, otherwise: str) -> dict[str, list[int]]:
        """The places of the documents that hold figures, by event, in the order of their content.

        Args:
            otherwise: The event of those that name none.
        """
        found: dict[str, list[int]] = {}
        for at, event in enumerate(self.events):
            if self._has_facts[at]:
                found.setdefault(event or otherwise, []).append(at)
        return {event: self._by_content(places) for event, places in found.items()}

    def _by_content(self, places: list[int]) -> list[int]:
        if len(places) == 1:
            return places

        def read(at: int) -> tuple[Document, list[Fact]]:
            document, packed = self.get(places[at])
            return document, unpack(document, packed)

        return [places[at] for at in in_order_of_content([self._published[place] for place in places], read)]


def _holds_facts(packed: bytes) -> bool:
    """Whether there are facts, whatever was set aside beside them."""
    return without_faults(packed) != _NOTHING


def archived(packed_facts: Iterable[tuple[Document, bytes]]) -> Archive:
    """An archive of documents with their packed facts."""
    archive = Archive()
    for document, packed in packed_facts:
        archive.add(document, packed)
    return archive
