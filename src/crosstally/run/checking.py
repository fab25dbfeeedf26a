"""Events checked by one process or several, and those looked up that were checked before."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from crosstally.errors import warn
from crosstally.facts.document import Document
from crosstally.rules.decisions.adjudications import accepted, adjudicated
from crosstally.rules.decisions.applied import Applied, rulings
from crosstally.rules.decisions.decision import Decision, Reading
from crosstally.rules.decisions.readings import reread
from crosstally.rules.engine import ONE_EVENT, check_event, findings_on, report_of
from crosstally.rules.report import Checked, Report
from crosstally.rules.rule import Rule
from crosstally.run.batches import size
from crosstally.run.faults import faults_of
from crosstally.run.packed_events import pack, unpack
from crosstally.run.packed_facts import pack as pack_facts
from crosstally.run.packed_facts import unpack as unpack_facts
from crosstally.run.question import Question
from crosstally.run.stored import Stored, facts_in_order
from crosstally.run.work import Task, in_batches

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact
    from crosstally.run.archive import Archive
    from crosstally.run.cache import Cache
    from crosstally.run.engines import Engine

FEW = 2**13  # documents; all that is found of so many takes some 100 MB


@dataclass(frozen=True, slots=True)
class Unchecked:
    """An event before it is checked.

    Attributes:
        name: Its name.
        facts: Its documents, each with its packed facts, in order.
    """

    name: str
    facts: list[tuple[Document, bytes]]


def _answer(question: Question, events: Sequence[Unchecked]) -> list[bytes]:
    with question.asked() as rules:
        return [
            pack(check_event(told.name, _facts(told), rules, question.policy, question.decisions)) for told in events
        ]


def _key(question: Question, told: Unchecked) -> bytes:
    """All that the answer to a question comes from."""
    from crosstally.run.cache import fingerprint, key_of  # noqa: PLC0415 - only those who want a cache

    digest = blake2b(repr((fingerprint("crosstally.rules"), question, told.name)).encode(), digest_size=16)
    for document, _ in told.facts:
        digest.update(repr((document.doc_id, document.source, document.url)).encode())
        digest.update(key_of(document))
    return digest.digest()


def check_archive(  # noqa: PLR0913 - what a run needs
    archive: Archive,
    *,
    rules: Sequence[Rule],
    policy: str,
    jobs: int = 1,
    engine: Engine | None = None,
    cache: Cache | None = None,
    decisions: Sequence[Decision] = (),
    on_skip: Callable[[str], None] = warn,
) -> Report:
    """As `crosstally.rules.engine.check_facts`, of documents set aside, a few events at a time; see `check_events`.

    What is found of a few documents stays in memory, which spares who writes it from reading it anew. Mentions of
    decisions name sources that have a report in the run (see `crosstally.rules.decisions.decision.among`).
    """
    read = _reread(archive, decisions)
    places = archive.by_event(otherwise=ONE_EVENT)
    events = (Unchecked(name, [archive.get(place) for place in some]) for name, some in places.items())
    asked = check_events(events, rules=rules, policy=policy, jobs=jobs, engine=engine, cache=cache, decisions=decisions)
    with closing(_reporting_faults(asked, on_skip)) as answered:
        if len(archive.events) <= FEW:
            held = [checked for checked, _ in answered]
            done = (*read, *(applied for one in held for applied in one.applied))
            return replace(report_of(held, facts_in_order(held, places.values())), rulings=rulings(decisions, done))
        stored = Stored(archive)
        for checked, packed in answered:
            stored.add(checked, places[checked.event.name], packed or pack(checked))
    told = rulings(decisions, (*read, *stored.applied))
    return Report(stored.facts, stored.quantities, stored.findings, stored.copies, rulings=told, stored=stored)


def _reread(archive: Archive, decisions: Sequence[Decision]) -> list[Applied]:
    """Put the facts of an archive right, document by document, as people read them; what was done."""
    applied: list[Applied] = []
    readings = any(isinstance(decision, Reading) for decision in decisions)
    for place in range(len(archive.events)) if readings else ():
        facts, done = reread(unpack_facts(*archive.get(place)), decisions, ONE_EVENT)
        if done:
            archive.replace(place, pack_facts(facts))
            applied += done
    return applied


def check_events(  # noqa: PLR0913 - the same
    events: Iterable[Unchecked],
    *,
    rules: Sequence[Rule],
    policy: str,
    jobs: int = 1,
    engine: Engine | None = None,
    cache: Cache | None = None,
    decisions: Sequence[Decision] = (),
) -> Generator[tuple[Checked, bytes | None]]:
    """What is found of each event, in the order given and the same for any number of jobs; also as bytes, where known.

    Rules of one's own are asked by this process, and each time: what they look at is not known. What they add is not
    in the bytes, so that there are none.

    Args:
        events: Their documents have texts.
        rules: The rules to ask.
        policy: Which figure is best.
        jobs: How many processes work.
        engine: Whose processes they are; by default this machine's.
        cache: Where is looked first, and kept what is found.
        decisions: What people decided; readings are applied already.

    Raises:
        ConfigError: No such policy.
        CrosstallyError: A worker was ended from outside.
    """
    own = [rule for rule in rules if rule.is_own]
    question = Question.of((rule for rule in rules if rule not in own), policy, decisions)

    def recall(some: Sequence[Unchecked]) -> list[bytes | None]:
        keys = [_key(question, told) for told in some] if cache else []
        found = cache.get_events(keys) if cache else {}
        return [found.get(key) for key in keys] if cache else [None] * len(some)

    def keep(new: Sequence[tuple[Unchecked, bytes]]) -> None:
        if cache:
            cache.put_events([(_key(question, told), packed) for told, packed in new if not faults_of(packed)])

    for told, packed in in_batches(events, Task(partial(_answer, question), _size, recall, keep), jobs, engine):
        checked = unpack(told.name, told.facts, packed)
        if own:
            faults = [*checked.faults]
            findings = findings_on(checked.event, own, checked.findings, on_fault=faults.append)
            _, settled, _ = adjudicated(told.name, checked.event.quantities, decisions)
            checked = checked._replace(findings=accepted(findings, settled), faults=faults)
        yield checked, None if own else packed


def _reporting_faults(
    answered: Generator[tuple[Checked, bytes | None]], on_skip: Callable[[str], None]
) -> Generator[tuple[Checked, bytes | None]]:
    """What is found of events; what was set aside is told."""
    with closing(answered):
        for checked, packed in answered:
            for fault in checked.faults:
                on_skip(fault)
            yield checked, packed


def _size(told: Unchecked) -> int:
    return sum(size(document) for document, _ in told.facts)


def _facts(told: Unchecked) -> list[Fact]:
    return [fact for document, packed in told.facts for fact in unpack_facts(document, packed, told.name)]
