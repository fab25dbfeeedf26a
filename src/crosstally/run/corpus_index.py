"""The index of a corpus: where each of its documents is kept, and which event it tells of.

It holds some 250 bytes a document, 450 where its event is to be found, and no text.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from itertools import chain

from crosstally.rules.engine import ONE_EVENT
from crosstally.rules.events.event_names import name_of
from crosstally.rules.events.events import events_of, group
from crosstally.run.scratch import Kept, Piece, fetch

AT_ONCE = 1000
"""Documents that are fetched together."""


@dataclass(slots=True)
class Part:
    """Some events: of each its name and where its documents are; their size together, in bytes."""

    events: list[tuple[str, list[Piece]]] = field(default_factory=list)
    size: int = 0


@dataclass(slots=True)
class Index:
    """Where each document of a corpus is, and which event it tells of, in the order of the corpus."""

    kept: list[Kept]
    numbers: array[int]  # of each document: the shard in the upper half, the place in it in the lower
    events: list[str | None]

    @classmethod
    def of(cls, several: Iterator[Kept], on_skip: Callable[[str], None]) -> Index:
        """The index of shards; of documents with one id the first is there, and the others are told."""
        index = cls([], array("Q"), [])
        seen: set[bytes] = set()
        for shard, kept in enumerate(several):
            index.kept.append(kept)
            for fault in kept.faults:
                on_skip(fault)
            for at, event in enumerate(kept.events):
                if (named := kept.id(at)) in seen:
                    ((document, _),) = fetch([kept.piece(at)])
                    on_skip(f"{document.path}:{document.line}: two documents are named {document.doc_id!r}; "
                            "the second is set aside")  # fmt: skip
                    continue
                seen.add(named)
                index.numbers.append(shard << 32 | at)
                index.events.append(event)
        return index

    @property
    def sources(self) -> set[str]:
        """Who tells the documents."""
        return set().union(*(kept.sources for kept in self.kept))

    def place(self, workers: Executor) -> None:
        """Give the documents that have a key the event that they are found to tell of; workers look into them."""
        keyed = [
            (i, key) for i, (kept, at) in enumerate(map(self._at, range(len(self.events)))) if (key := kept.keys[at])
        ]
        if len(keyed) > 1:
            places, keys = zip(*keyed, strict=True)

            def pieces(some: Iterable[int]) -> list[Piece]:
                return [kept.piece(at) for kept, at in (self._at(places[i]) for i in some)]

            def named(events: list[list[int]]) -> Iterator[str]:
                batches = _batches(events)
                return chain.from_iterable(workers.map(_names, [[*map(pieces, batch)] for batch in batches]))

            found = events_of(keys, lambda blocks: workers.map(_grouped, [*map(pieces, blocks)]), named)
            for i, event in zip(places, found, strict=True):
                self.events[i] = event

    def parts(self, size: int) -> Iterator[Part]:
        """The events that hold facts, in the order of their first documents, in parts of about a size; at least one."""
        by_event: dict[str, array[int]] = {}
        for i, event in enumerate(self.events):
            kept, at = self._at(i)
            if kept.n_facts[at]:
                by_event.setdefault(event or ONE_EVENT, array("Q")).append(i)
        part = Part()
        for event, numbers in by_event.items():
            pieces = [kept.piece(at) for kept, at in map(self._at, numbers)]
            weight = sum(end - start for _, start, end in pieces)
            if part.events and part.size + weight > size:
                yield part
                part = Part()
            part.events.append((event, pieces))
            part.size += weight
        yield part

    def _at(self, i: int) -> tuple[Kept, int]:
        return self.kept[self.numbers[i] >> 32], self.numbers[i] & 0xFFFFFFFF


def _batches(events: Iterable[list[int]]) -> Iterator[list[list[int]]]:
    """Events, as many as are fetched together."""
    batch: list[list[int]] = []
    for event in events:
        if batch and sum(map(len, batch)) + len(event) > AT_ONCE:
            yield batch
            batch = []
        batch.append(event)
    if batch:
        yield batch


def _grouped(block: Sequence[Piece]) -> list[list[int]]:
    """The groups of a block: see `crosstally.rules.events.events.group`."""
    return group([document for document, _ in fetch(block)])


def _names(events: Sequence[Sequence[Piece]]) -> list[str]:
    """The name of each event, by its reports."""
    return [name_of([document for document, _ in fetch(event)]) for event in events]
