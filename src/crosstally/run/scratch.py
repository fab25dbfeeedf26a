"""What workers read of shards, set aside in files that all of them reach, until each event's is fetched together.

Every attempt writes files of its own name, so that a worker that was thought lost spoils nothing.
"""

from __future__ import annotations

import pickle
import secrets
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from sys import intern

from crosstally.facts.document import Document
from crosstally.facts.sound import read_facts
from crosstally.rules.events.blocks import Key, key_of
from crosstally.run.packed_facts import pack
from crosstally.run.shards import Shard, documents_of, file_system

Piece = tuple[str, int, int]  # a file, and where in it a document begins and ends
ID = 16  # bytes of the hash of a doc_id


@dataclass(slots=True)
class Kept:
    """What a worker says of a shard that it read; some 40 bytes a document, 200 more where its event is to be found.

    Attributes:
        url: The file where the documents are, each with its packed facts.
        ends: Where each ends in it.
        events: The event that each names.
        ids: The hash of each doc_id, one behind the other.
        keys: What brings those together whose events are to be found; None of the others.
        n_facts: How many facts each has.
        sources: Who tells them.
        faults: In one line each what was set aside.
    """

    url: str
    ends: array[int] = field(default_factory=lambda: array("Q"))
    events: list[str | None] = field(default_factory=list)
    ids: bytearray = field(default_factory=bytearray)
    keys: list[Key | None] = field(default_factory=list)
    n_facts: array[int] = field(default_factory=lambda: array("I"))
    sources: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def piece(self, at: int) -> Piece:
        """Where a document is."""
        return self.url, self.ends[at - 1] if at else 0, self.ends[at]

    def id(self, at: int) -> bytes:
        """The hash of its doc_id."""
        return bytes(self.ids[at * ID : (at + 1) * ID])


def keep(shard: Shard, scratch: str, *, everywhere: bool = False) -> Kept:
    """Read a shard and set its documents aside with their facts, one in memory at a time.

    Args:
        shard: The shard.
        scratch: Where they are set aside.
        everywhere: Whether the events of all documents are to be found, or of those that name none.
    """
    kept = Kept(f"{scratch}/{secrets.token_hex(8)}")
    fs, path = file_system(kept.url)
    end = 0
    with fs.open(path, "wb") as stream:
        for document in documents_of(shard, kept.faults.append):
            facts, faults = read_facts(document)
            end += stream.write(pickle.dumps((document, pack(facts))))
            kept.ends.append(end)
            kept.events.append(document.event and intern(document.event))
            is_lost = everywhere or document.event is None
            kept.keys.append(key_of(document, document.text) if is_lost else None)
            kept.ids += blake2b(document.doc_id.encode(), digest_size=ID).digest()
            kept.n_facts.append(len(facts))
            kept.sources.add(document.source)
            kept.faults += faults
    return kept


def fetch(pieces: Sequence[Piece]) -> list[tuple[Document, bytes]]:
    """Documents with their packed facts."""
    if not pieces:
        return []
    fs, _ = file_system(pieces[0][0])
    urls, starts, ends = zip(*pieces, strict=True)
    return [pickle.loads(data) for data in fs.cat_ranges(list(urls), list(starts), list(ends), on_error="raise")]  # noqa: S301 - put there by `keep`
