"""The facts of many documents: read in batches, by one process or several, in the order of the documents."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from crosstally.errors import ConfigError
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.run.packed_facts import pack, unpack
from crosstally.run.work import Task, in_batches

if TYPE_CHECKING:
    from crosstally.run.cache import Cache

Extracted = tuple[Document, list[Fact]]
Packed = tuple[Document, bytes]

_OVERHEAD = 256  # characters that could be read in the time a document takes beside its text


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(documents: Iterable[Document], *, jobs: int = 1, cache: Cache | None = None) -> Generator[Extracted]:
    """Each document with its facts, in the order given and the same for any number of jobs.

    A few batches are in memory at a time. Close the iterator when it is left early: that ends the workers.

    Args:
        documents: One or many.
        jobs: How many processes read; with 1, or with less to read than workers are worth, this one does.
        cache: Where facts are looked up first, and kept.

    Raises:
        ConfigError: There are no jobs.
        CrosstallyError: A worker was ended from outside.
    """
    if jobs == 1 and cache is None:
        return ((document, extract_facts(document)) for document in documents)
    return _unpacked(extract_packed(documents, jobs=jobs, cache=cache))


def extract_packed(documents: Iterable[Document], *, jobs: int = 1, cache: Cache | None = None) -> Generator[Packed]:
    """As `extract_all`, with facts as `pack` gives them."""
    if jobs < 1:
        raise ConfigError(f"jobs is {jobs}", allowed="1 or more")

    def recall(some: Sequence[Document]) -> list[bytes | None]:
        known = cache.get(some) if cache else {}
        return [known.get(document.doc_id) for document in some]

    def keep(new: Sequence[Packed]) -> None:
        if cache:
            cache.put(new)

    return in_batches(documents, Task(_read, size, recall, keep), jobs)


def size(document: Document) -> int:
    """How much work a document is, in characters."""
    return len(document.text) + _OVERHEAD


def _unpacked(extracted: Generator[Packed]) -> Generator[Extracted]:
    with closing(extracted):
        for document, packed in extracted:
            yield document, unpack(document, packed)


def _read(documents: Iterable[Document]) -> list[bytes]:
    return [pack(extract_facts(document)) for document in documents]
