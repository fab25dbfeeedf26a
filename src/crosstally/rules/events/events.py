"""Which reports tell of the same event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.rules.events.event_names import name_events
from crosstally.rules.events.event_pairs import likelihood, meetings
from crosstally.rules.events.event_profiles import Profile, read_reports, weigh
from crosstally.rules.events.linkage import groups
from crosstally.rules.events.roundups import without_roundups

_LEAST = 0.55  # how likely the reports of two groups must be of one event, on the average
_ROUNDS = 2


def find_events(documents: Sequence[Document], facts: Iterable[Fact] = ()) -> dict[str, str]:
    """Group documents by what happened.

    What a word tells depends on how many events it is used of, so the events found are used to find them better.

    Args:
        documents: In any order. Dates, headlines and sources help where they are known; words decide.
        facts: Their facts. A document without a text is read by the sentences of its facts.

    Returns:
        The name of its event by doc id; the same whatever the order of the documents.
    """
    readings = read_reports(documents, _texts(documents, facts))
    events = [[i] for i in range(len(readings))]
    for _ in range(_ROUNDS):
        before, events = events, _joined(weigh(readings, events))
        if events == before:
            break
    names = name_events([readings[i] for i in event] for event in events)
    return {readings[i].document.doc_id: name for name, event in zip(names, events, strict=True) for i in event}


def with_events(documents: Iterable[Document], facts: Iterable[Fact], *, everywhere: bool) -> list[Document]:
    """Documents with the events they tell of.

    Args:
        documents: In any order.
        facts: Their facts.
        everywhere: Whether to group all documents by what happened, or only those that name no event.
    """
    documents = list(documents)
    unsorted = [document for document in documents if everywhere or document.event is None]
    found = find_events(unsorted, facts) if len(unsorted) > 1 else {}
    return [
        replace(document, event=found[document.doc_id]) if document.doc_id in found else document
        for document in documents
    ]


def _joined(profiles: Sequence[Profile]) -> list[list[int]]:
    @cache
    def ordered(a: int, b: int) -> float:
        return likelihood(profiles[a], profiles[b])

    def likeness(a: int, b: int) -> float:
        return ordered(a, b) if a < b else ordered(b, a)

    pairs = list(meetings(profiles))
    return without_roundups(groups(len(profiles), pairs, likeness, _LEAST), pairs, likeness)


def _texts(documents: Iterable[Document], facts: Iterable[Fact]) -> dict[str, str]:
    sentences: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in facts:
        sentences[fact.document.doc_id][fact.sentence] = None
    return {document.doc_id: document.text or "\n".join(sentences[document.doc_id]) for document in documents}
