from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.rules.engine import check_facts
from crosstally.rules.rule import load_rules
from crosstally.run.archive import Archive, archived
from crosstally.run.checking import check_archive
from crosstally.run.packed_facts import pack

if TYPE_CHECKING:
    from crosstally.rules.report import Report

DOCUMENTS = [
    Document(f"{n}.txt", f"The storm killed {n} people in Ostrow and injured 40.", f"paper {n}", event=f"storm {n % 3}")
    for n in range(2, 9)
] + [Document("quiet.txt", "Nothing was counted.", "paper 9", event="storm 1")]
FACTS = [fact for document in DOCUMENTS for fact in extract_facts(document)]


def archive() -> Archive:
    return archived((document, pack(extract_facts(document))) for document in DOCUMENTS)


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.setattr("crosstally.run.checking.FEW", 0)
    return check_archive(archive(), rules=load_rules(), policy="majority")


def test_what_is_set_aside_is_what_was_found(stored: Report) -> None:
    held = check_facts(FACTS, DOCUMENTS)
    assert held.findings
    assert held == stored
    assert list(held.events()) == list(stored.events())


def test_the_facts_of_mixed_events_come_in_the_order_of_the_documents(stored: Report) -> None:
    assert [fact.fact_id for fact in FACTS] == [fact.fact_id for fact in stored.facts]
    assert ["storm 2", "storm 0", "storm 1"] == stored.names()


def test_what_is_found_of_a_few_documents_stays_in_memory() -> None:
    report = check_archive(archive(), rules=load_rules(), policy="majority")
    assert report.stored is None
    assert [fact.fact_id for fact in FACTS] == [fact.fact_id for fact in report.facts]


def test_it_can_be_held(stored: Report) -> None:
    held = stored.held()
    assert held == stored
    assert (None, held) == (held.stored, held.held())
    assert list(stored.events()) == list(held.events())
    assert stored.accusations() == held.accusations() != []


def test_some_events_are_read_alone(stored: Report) -> None:
    assert ["storm 0"] == [event.name for event in stored.events({"storm 0"})]


def test_what_is_taken_out_or_added_is_told_of_its_event(stored: Report) -> None:
    kept, *_ = stored.findings
    added = replace(kept, event="gone")
    left = replace(stored, findings=(kept, added))
    assert {"storm 2": [kept], "storm 0": [], "storm 1": [], "gone": [added]} == {
        event.name: event.findings for event in left.events()
    }
    assert ["storm 2", "storm 0", "storm 1", "gone"] == left.names()


def test_a_document_tells_of_the_event_that_it_is_given() -> None:
    found = archive()
    found.events = ["flood"] * len(DOCUMENTS)
    assert {"flood"} == {document.event for document in found.documents()}
    assert {"flood": [*range(len(DOCUMENTS) - 1)]} == found.by_event("event")
