"""Which reports tell of the same event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.rules.events.blocks import Key, blocks, key_of
from crosstally.rules.events.event_names import name_of, numbered
from crosstally.rules.events.event_pairs import likelihood, meetings
from crosstally.rules.events.event_profiles import Profile, read_reports, weigh
from crosstally.rules.events.linkage import groups
from crosstally.rules.events.roundups import without_roundups
from crosstally.rules.joined import joined

_LEAST = 0.55  # how likely the reports of two groups must be of one event, on the average
_ROUNDS = 2
_NAMED_BY = 100  # reports of an event that its name is taken from

Reports = Sequence[int]  # by their places


def find_events(documents: Sequence[Document], facts: Iterable[Fact] = ()) -> dict[str, str]:
    """Group documents by what happened.

    Args:
        documents: In any order. Dates, headlines and sources help where they are known; words decide.
        facts: Their facts. A document without a text is read by the sentences of its facts.

    Returns:
        The name of its event by doc id; the same whatever the order of the documents.
    """
    texts = _texts(documents, facts)
    keys = [key_of(document, texts[document.doc_id]) for document in documents]

    def of(some: Reports) -> list[Document]:
        return [documents[i] for i in some]

    named = events_of(
        keys,
        lambda several: (group(of(block), texts) for block in several),
        lambda several: (name_of(of(event), texts) for event in several),
    )
    return {document.doc_id: name for document, name in zip(documents, named, strict=True)}


def events_of(
    keys: Sequence[Key],
    grouped: Callable[[list[list[int]]], Iterable[list[list[int]]]],
    named: Callable[[list[list[int]]], Iterable[str]],
) -> list[str]:
    """The event of each report, where others look into the reports: a block or an event at a time, in any process.

    Args:
        keys: What brings each report near others.
        grouped: The groups of each block, by places in it: see `group`.
        named: The name of each event: see `name_of`. Of one of very many reports only some are given.
    """
    several = blocks(keys)
    found = grouped(several)
    events = joined(
        len(keys),
        ([block[i] for i in some] for block, told in zip(several, found, strict=True) for some in told),
    )
    order = sorted((sorted(event, key=lambda i: (keys[i].day, keys[i].doc_id)) for event in events),
                   key=lambda event: (keys[event[0]].day, keys[event[0]].doc_id))  # fmt: skip
    names = numbered(named([event[:_NAMED_BY] for event in order]))
    by_report = {i: name for event, name in zip(order, names, strict=True) for i in event}
    return [by_report[i] for i in range(len(keys))]


def group(documents: Sequence[Document], texts: Mapping[str, str] | None = None) -> list[list[int]]:
    """Group reports by what happened, by their places.

    What a word tells depends on how many events it is used of. At first nothing is known of that but what is thought of
    any corpus, as if all told of one event; the events found then are used to find them better.

    Args:
        documents: Those of a block.
        texts: What to read of each, by doc id; by default their texts.
    """
    place = {document.doc_id: i for i, document in enumerate(documents)}
    readings = read_reports(documents, texts or {document.doc_id: document.text for document in documents})
    events = [list(range(len(readings)))]
    for _ in range(_ROUNDS):
        events = _joined(weigh(readings, events))
    return [[place[readings[i].document.doc_id] for i in event] for event in events]


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
