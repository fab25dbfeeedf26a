"""Events looked for among documents set aside: a block of reports at a time, by this process or by workers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from crosstally.facts.document import Document
from crosstally.rules.events.blocks import BLOCK, key_of
from crosstally.rules.events.event_names import name_of
from crosstally.rules.events.events import events_of, group
from crosstally.run.batches import size
from crosstally.run.engines import Engine, load_engine
from crosstally.run.work import Task, in_batches

if TYPE_CHECKING:
    from crosstally.run.archive import Archive

Reports = list[Document]
Do = Callable[[Sequence[Reports]], list[bytes]]


def place(archive: Archive, *, everywhere: bool, jobs: int = 1, engine: Engine | None = None) -> None:
    """Give documents the event that they are found to tell of, the same for any number of jobs and any engine.

    The process that asks holds what the documents are sorted by, and the texts of a few blocks.

    Args:
        archive: The documents.
        everywhere: Whether to group all of them by what happened, or only those that name no event.
        jobs: How many processes look.
        engine: Whose they are; by default this machine's, where there is more than one block.
    """
    places = [at for at, event in enumerate(archive.events) if everywhere or event is None]
    if len(places) < 2:  # noqa: PLR2004 - one tells of what it tells of
        return
    keys = [key_of(document, document.text) for document in _documents(archive, places)]

    with _shared(engine or load_engine(), jobs, len(places)) as workers:

        def asked(do: Do) -> Callable[[Sequence[Sequence[int]]], Iterator[Any]]:
            task = Task(do, _size, lambda some: [None] * len(some), lambda _: None)

            def answered(several: Sequence[Sequence[int]]) -> Iterator[Any]:
                reports = (_documents(archive, [places[i] for i in some]) for some in several)
                return (json.loads(answer) for _, answer in in_batches(reports, task, 1, workers))

            return answered

        found = events_of(keys, asked(_grouped), asked(_named))
    for at, event in zip(places, found, strict=True):
        archive.events[at] = event


@contextmanager
def _shared(engine: Engine, jobs: int, documents: int) -> Iterator[Engine | None]:
    """Workers that begin once for all that is asked; None where this process is as fast."""
    if not (engine.is_eager or (jobs > 1 and documents > BLOCK)):
        yield None
        return
    with engine.workers(jobs) as pool:
        yield Engine(lambda _: nullcontext(pool), is_eager=True)


def _documents(archive: Archive, places: Sequence[int]) -> Reports:
    return [archive.get(at)[0] for at in places]


def _size(reports: Reports) -> int:
    return sum(map(size, reports))


def _grouped(blocks: Sequence[Reports]) -> list[bytes]:
    """The groups of each block: see `crosstally.rules.events.events.group`."""
    return [json.dumps(group(block)).encode() for block in blocks]


def _named(events: Sequence[Reports]) -> list[bytes]:
    """The name of each event, by its reports."""
    return [json.dumps(name_of(event)).encode() for event in events]
