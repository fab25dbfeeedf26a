"""The facts of many documents: read in batches, by one process or several, in the order of the documents."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from crosstally.errors import ConfigError, CrosstallyError
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.facts.tables.packed import pack, unpack

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor  # a small run does without
    from multiprocessing.connection import Connection

    from crosstally.facts.tables.cache import Cache

Extracted = tuple[Document, list[Fact]]

BATCH = 2**17  # characters that one worker reads at a time
SMALL = 8 * BATCH  # characters to read before workers are worth their start
_OVERHEAD = 256  # characters that could be read in the time a document takes beside its text
_MOST_WORKERS = 61  # Windows waits for no more


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
    if jobs < 1:
        raise ConfigError(f"jobs is {jobs}", allowed="1 or more")
    if jobs == 1 and cache is None:
        return ((document, extract_facts(document)) for document in documents)
    return _in_batches(documents, min(jobs, _MOST_WORKERS), cache)


class _Batch:
    """Documents, what the cache knows of them, and who reads the rest."""

    def __init__(self, documents: list[Document], cache: Cache | None) -> None:
        self.documents = documents
        self.known = cache.get(documents) if cache else {}
        self.unknown = [document for document in documents if document.doc_id not in self.known]
        self.size = sum(map(_size, self.unknown))
        self.reading: Future[list[bytes]] | None = None

    def hand_to(self, pool: ProcessPoolExecutor) -> None:
        if self.unknown:
            self.reading = pool.submit(_read, self.unknown)

    def finish(self, cache: Cache | None) -> Iterator[Extracted]:
        read = self.reading.result() if self.reading else []
        new = list(zip(self.unknown, read, strict=False))
        packed = self.known | {document.doc_id: data for document, data in new}
        for document in self.documents:
            if document.doc_id in packed:
                facts = unpack(document, packed[document.doc_id])
            else:
                facts = extract_facts(document)
                new += [(document, pack(facts))] if cache else []
            yield document, facts
        if cache and new:
            cache.put(new)


def _in_batches(documents: Iterable[Document], jobs: int, cache: Cache | None) -> Generator[Extracted]:
    """Workers start when the batches in sight hold enough that is new: a run over known documents needs none."""
    waiting: deque[_Batch] = deque()
    pool: ProcessPoolExecutor | None = None
    with ExitStack() as stack:
        for batch in _batches(documents, cache):
            waiting.append(batch)
            if pool:
                batch.hand_to(pool)
            elif jobs > 1 and sum(held.size for held in waiting) >= SMALL:
                pool = stack.enter_context(_workers(jobs))
                for held in waiting:
                    held.hand_to(pool)
            if len(waiting) > max(2 * jobs, SMALL // BATCH):
                yield from waiting.popleft().finish(cache)
        while waiting:
            yield from waiting.popleft().finish(cache)


def _batches(documents: Iterable[Document], cache: Cache | None) -> Iterator[_Batch]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += _size(document)
        if size >= BATCH:
            yield _Batch(batch, cache)
            batch, size = [], 0
    if batch:
        yield _Batch(batch, cache)


def _size(document: Document) -> int:
    return len(document.text) + _OVERHEAD


def _read(documents: Iterable[Document]) -> list[bytes]:
    return [pack(extract_facts(document)) for document in documents]


@contextmanager
def _workers(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end with this one, however it ends, and at once when the block is left.

    They are not forked from this process, which may have threads by now.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_all_start_methods, get_context  # noqa: PLC0415

    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, context, _start, (ours,))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise CrosstallyError("a worker process was ended", allowed="fewer --jobs, if memory ran out") from error
    finally:
        theirs.close()
        pool.shutdown(cancel_futures=True)
        ours.close()


def _start(alive: Connection) -> None:
    """Leave interrupts to the process that began it all, and end when its end of the pipe does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(alive,), daemon=True).start()


def _end_with(alive: Connection) -> None:
    alive.poll(None)
    os._exit(0)
