"""Facts checked once every document has its event: the one it names, or the one that is found by what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

from crosstally.errors import ConfigError, warn
from crosstally.rules.alignment.alignment import Aligner, align
from crosstally.rules.decisions.decision import Decision, among
from crosstally.rules.engine import check_facts
from crosstally.rules.events.events import with_events
from crosstally.rules.rule import load_rules
from crosstally.run.checking import check_archive
from crosstally.run.grouping import place

if TYPE_CHECKING:
    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Report
    from crosstally.rules.rule import Rule
    from crosstally.run.archive import Archive
    from crosstally.run.cache import Cache
    from crosstally.run.reading import Reading

Events = Literal["given", "find"]


def checked(  # noqa: PLR0913 - what a run needs
    facts: list[Fact],
    documents: list[Document],
    *,
    policy: str,
    events: Events,
    rules: Sequence[Rule] | None = None,
    decisions: Sequence[Decision] = (),
    align: Aligner = align,
    on_skip: Callable[[str], None] = warn,
) -> Report:
    """The report on facts that are in memory."""
    everywhere = _is_found(events)
    if everywhere:
        known = {document.doc_id: document for document in (*(fact.document for fact in facts), *documents)}
        documents = list(known.values())
        facts = [replace(fact, event=None) for fact in facts]
    placed = with_events(documents, facts, everywhere=everywhere)
    return check_facts(facts, placed, rules=rules, policy=policy, decisions=decisions, align=align, on_skip=on_skip)


def checked_archive(  # noqa: PLR0913, PLR0917 - what a run needs
    archive: Archive,
    cache: Cache | None,
    reading: Reading,
    policy: str,
    events: Events,
    rules: Sequence[Rule] | None = None,
    decisions: Sequence[Decision] = (),
) -> Report:
    """The report on documents set aside with their facts."""
    place(archive, everywhere=_is_found(events), jobs=reading.jobs, engine=reading.engine)
    return check_archive(
        archive,
        rules=load_rules() if rules is None else rules,
        policy=policy,
        jobs=reading.jobs,
        engine=reading.engine,
        cache=cache,
        decisions=among(decisions, {document.source for document in archive.documents()}) if decisions else (),
        on_skip=reading.on_skip,
    )


def _is_found(events: str) -> bool:
    """Whether all documents are grouped by what happened.

    Raises:
        ConfigError: No such way.
    """
    if events not in get_args(Events):
        raise ConfigError(f"events is {events!r:.60}", allowed=" or ".join(get_args(Events)))
    return events == "find"
