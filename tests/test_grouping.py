from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import current_thread, main_thread

import pytest

from crosstally.facts.document import Document
from crosstally.rules.events import events as events_module
from crosstally.rules.events.blocks import blocks
from crosstally.rules.events.events import find_events, group
from crosstally.run import grouping
from crosstally.run.archive import Archive, archived
from crosstally.run.engines import Engine
from crosstally.run.grouping import place

PLACES = ("Vellmar", "Orrin", "Tasque", "Dornith", "Kelbray", "Sundhaven")
FIRST_DAY = datetime(2026, 3, 1, tzinfo=UTC)
THREADS = Engine(ThreadPoolExecutor, is_eager=True)


def reports(count: int = 36) -> list[Document]:
    """Reports of six storms, each on a day of its own, by several papers; every fourth names its event."""
    told = []
    for n in range(count):
        storm = n % len(PLACES)
        text = f"{PLACES[storm]} - The storm in {PLACES[storm]} killed {20 + storm} people, officials said."
        day = FIRST_DAY + timedelta(days=3 * storm)
        event = None if n % 4 else f"storm-{storm}"
        told.append(Document(f"r{n}", text, f"paper-{n // len(PLACES)}", published=day, event=event))
    return told


def set_aside(documents: Sequence[Document]) -> Archive:
    return archived((document, b"") for document in documents)


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize("engine", [None, THREADS])
@pytest.mark.parametrize("size", [8, 99])
def test_the_events_are_those_of_one_block_after_the_other(
    monkeypatch: pytest.MonkeyPatch, size: int, engine: Engine | None, *, everywhere: bool
) -> None:
    monkeypatch.setattr(events_module, "blocks", partial(blocks, size=size))
    documents = reports()
    archive = set_aside(documents)
    place(archive, everywhere=everywhere, jobs=2, engine=engine)
    found = find_events([document for document in documents if everywhere or document.event is None])
    assert [found.get(document.doc_id, document.event) for document in documents] == archive.events
    assert len(PLACES) <= len(set(archive.events))


def test_workers_look_for_events_and_the_process_that_asks_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events_module, "blocks", partial(blocks, size=8))
    looked = []

    def noted(block: list[Document]) -> list[list[int]]:
        looked.append((current_thread() is main_thread(), len(block)))
        return group(block)

    monkeypatch.setattr(grouping, "group", noted)
    place(set_aside(reports()), everywhere=True, jobs=2, engine=THREADS)
    assert {False} == {is_here for is_here, _ in looked}
    assert 8 == max(size for _, size in looked)


def test_workers_begin_once_for_groups_and_names() -> None:
    begun: list[int] = []

    def workers(jobs: int) -> ThreadPoolExecutor:
        begun.append(jobs)
        return ThreadPoolExecutor(jobs)

    place(set_aside(reports()), everywhere=True, jobs=3, engine=Engine(workers, is_eager=True))
    assert [3] == begun


def test_one_document_alone_is_asked_nothing() -> None:
    archive = set_aside(reports(1))
    place(archive, everywhere=True)
    assert ["storm-0"] == archive.events
