"""The facts of many documents: read in batches, by one process or several, in the order of the documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from crosstally.errors import ConfigError, warn
from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.sound import read_facts
from crosstally.run.faults import faults_of
from crosstally.run.packed_facts import pack, unpack
from crosstally.run.work import Task, in_batches

if TYPE_CHECKING:
    from crosstally.run.cache import Cache
    from crosstally.run.engines import Engine

Extracted = tuple[Document, list[Fact]]
Packed = tuple[Document, bytes]

_OVERHEAD = 256  # characters that could be read in the time a document takes beside its text


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(
    documents: Iterable[Document],
    *,
    jobs: int = 1,
    engine: Engine | None = None,
    cache: Cache | None = None,
    on_skip: Callable[[str], None] = warn,
) -> Generator[Extracted]:
    """Each document with its facts, in the order given and the same for any number of jobs.

    A few batches are in memory at a time. Close the iterator when it is left early: that ends the workers.

    Args:
        documents: One or many.
        jobs: How many processes read; with 1, or with less to read than workers are worth, this one does.
        engine: Whose processes they are; by default this machine's.
        cache: Where facts are looked up first, and kept.
        on_skip: Told of what is set aside.

    Raises:
        ConfigError: There are no jobs.
        CrosstallyError: A worker was ended from outside.
    """
    return _unpacked(extract_packed(documents, jobs=jobs, engine=engine, cache=cache, on_skip=on_skip))


def extract_packed(
    documents: Iterable[Document],
    *,
    jobs: int = 1,
    engine: Engine | None = None,
    cache: Cache | None = None,
    on_skip: Callable[[str], None] = warn,
) -> Generator[Packed]:
    """As `extract_all`, with facts as `pack` gives them."""
    if jobs < 1:
        raise ConfigError(f"jobs is {jobs}", allowed="1 or more")

    def recall(some: Sequence[Document]) -> list[bytes | None]:
        known = cache.get(some) if cache else {}
        return [known.get(document.doc_id) for document in some]

    def keep(new: Sequence[Packed]) -> None:
        if cache:
            cache.put([(document, packed) for document, packed in new if not faults_of(packed)])

    def told() -> Generator[Packed]:
        with closing(in_batches(documents, Task(_read, size, recall, keep), jobs, engine)) as extracted:
            for document, packed in extracted:
                for fault in faults_of(packed):
                    on_skip(fault)
                yield document, packed

    return told()


def size(document: Document) -> int:
    """How much work a document is, in characters."""
    return len(document.text) + _OVERHEAD


def _unpacked(extracted: Generator[Packed]) -> Generator[Extracted]:
    with closing(extracted):
        for document, packed in extracted:
            yield document, unpack(document, packed)


def _read(documents: Iterable[Document]) -> list[bytes]:
    return [pack(*read_facts(document)) for document in documents]
