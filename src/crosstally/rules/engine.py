"""The engine: facts into events, quantities and findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from crosstally.rules.asking import remarks
from crosstally.rules.finding import Finding
from crosstally.rules.quantities.copies import copy_groups
from crosstally.rules.quantities.quantities import quantities_of
from crosstally.rules.report import Event, Report
from crosstally.rules.rule import Rule, load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity

_ONE_EVENT = "event"


def check_facts(
    facts: Sequence[Fact],
    documents: Sequence[Document] = (),
    *,
    rules: Sequence[Rule] | None = None,
    policy: str = "majority",
) -> Report:
    """Sort facts into quantities and ask every rule about them.

    Args:
        facts: In the order of the documents, then of the text.
        documents: The documents they come from, with their full texts, where the facts carry none.
        rules: The rules to ask; all that come with crosstally by default.
        policy: Which figure is best (see `crosstally.rules.quantities.policy`).

    Returns:
        The report. The same input gives the same report.

    Raises:
        RuleError: A rule failed; the message says which, on what, and why.
        ConfigError: No such policy.
    """
    rules = load_rules() if rules is None else rules
    by_id = {document.doc_id: document for document in documents}
    by_event: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        document = by_id.get(fact.document.doc_id, fact.document)
        event = fact.event or document.event or _ONE_EVENT
        by_event[event].append(replace(fact, document=document, event=event))
    order = {fact.fact_id: i for i, fact in enumerate(facts)}
    events = []
    copies: dict[str, str] = {}
    for name, members in by_event.items():
        first = copy_groups(tuple({fact.document.doc_id: fact.document for fact in members}.values()))
        copies.update((copy, original) for copy, original in first.items() if copy != original)
        quantities = quantities_of(name, members, first, policy)
        aligned = sorted((fact for quantity in quantities for fact in quantity.facts), key=lambda f: order[f.fact_id])
        events.append(Event(name, tuple(aligned), quantities))
    found = [finding for event in events for finding in _findings(event, rules)]
    return Report(
        facts=tuple(sorted((fact for event in events for fact in event.facts), key=lambda f: order[f.fact_id])),
        quantities=tuple(quantity for event in events for quantity in event.quantities),
        findings=tuple(found),
        copies=copies,
    )


def _findings(event: Event, rules: Iterable[Rule]) -> list[Finding]:
    order = {fact.fact_id: i for i, fact in enumerate(event.facts)}
    found = [finding for rule in rules for finding in _ask(rule, event)]
    found.sort(key=lambda finding: (order[finding.facts[0].fact_id], finding.rule))
    seen: Counter[str] = Counter()
    numbered = []
    for finding in found:
        seen[finding.finding_id] += 1
        times = seen[finding.finding_id]
        numbered.append(finding if times == 1 else replace(finding, finding_id=f"{finding.finding_id}-{times}"))
    return numbered


def _ask(rule: Rule, event: Event) -> Iterator[Finding]:
    told = tuple(quantity for quantity in event.quantities if quantity.facts)  # what follows from others accuses nobody
    subjects: Sequence[Quantity | Event] = told if rule.takes == "quantity" else (replace(event, quantities=told),)
    for subject in subjects:
        for message, facts in remarks(rule, subject):
            yield _finding(rule, event.name, message, facts)


def _finding(rule: Rule, event: str, message: str, facts: tuple[Fact, ...]) -> Finding:
    quantity_ids = {fact.quantity_id for fact in facts}
    return Finding(
        finding_id=_fingerprint(rule, event, facts),
        rule=rule.code,
        name=rule.name,
        severity=rule.severity,
        event=event,
        quantity_id=quantity_ids.pop() if len(quantity_ids) == 1 else None,
        message=message,
        facts=facts,
    )


def _fingerprint(rule: Rule, event: str, facts: Iterable[Fact]) -> str:
    """The rule, the event, and who said which words of what: no offsets, so that edits elsewhere do not change it."""
    claims = sorted(f"{fact.document.source}\x1f{fact.measure}\x1f{fact.quote}" for fact in facts)
    return blake2b("\x1e".join((rule.code, event, *claims)).encode(), digest_size=8).hexdigest()
