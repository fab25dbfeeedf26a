"""The engine: facts into events, quantities and findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from crosstally.rules.alignment.alignment import align
from crosstally.rules.decisions.adjudications import accepted, adjudicated
from crosstally.rules.decisions.alignments import Realigned
from crosstally.rules.decisions.applied import rulings
from crosstally.rules.decisions.decision import Decision, among
from crosstally.rules.decisions.readings import reread
from crosstally.rules.finding import Finding
from crosstally.rules.quantities.copies import copy_groups
from crosstally.rules.quantities.quantities import quantities_of
from crosstally.rules.report import Checked, Event, Report
from crosstally.rules.rule import Rule, load_rules
from crosstally.rules.rule_calls import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity

ONE_EVENT = "event"


def check_facts(
    facts: Sequence[Fact],
    documents: Sequence[Document] = (),
    *,
    rules: Sequence[Rule] | None = None,
    policy: str = "majority",
    decisions: Sequence[Decision] = (),
) -> Report:
    """Sort facts into quantities and ask every rule about them.

    Args:
        facts: In the order of the documents, then of the text.
        documents: The documents they come from, with their full texts, where the facts carry none.
        rules: The rules to ask; all that come with crosstally by default.
        policy: Which figure is best (see `crosstally.rules.quantities.policy`).
        decisions: What people decided; the last of several on one thing counts.

    Returns:
        The report. The same input gives the same report.

    Raises:
        RuleError: A rule failed; the message says which, on what, and why.
        ConfigError: No such policy.
    """
    rules = load_rules() if rules is None else rules
    by_id = {document.doc_id: document for document in documents}
    decisions = among(decisions, {document.source for document in (*documents, *(fact.document for fact in facts))})
    facts, read = reread(facts, decisions, ONE_EVENT)
    by_event: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        document = by_id.get(fact.document.doc_id, fact.document)
        event = fact.event or document.event or ONE_EVENT
        by_event[event].append(replace(fact, document=document, event=event))
    order = {fact.fact_id: i for i, fact in enumerate(facts)}
    checked = [check_event(name, members, rules, policy, decisions) for name, members in by_event.items()]
    aligned = sorted((fact for one in checked for fact in one.event.facts), key=lambda fact: order[fact.fact_id])
    applied = (*read, *(done for one in checked for done in one.applied))
    return replace(report_of(checked, aligned), rulings=rulings(decisions, applied))


def check_event(
    name: str, facts: Sequence[Fact], rules: Iterable[Rule], policy: str, decisions: Sequence[Decision] = ()
) -> Checked:
    """Sort the facts of one event into quantities and ask rules about them; as `check_facts`, in every other way."""
    copies = copy_groups(tuple({fact.document.doc_id: fact.document for fact in facts}.values()))
    realigned = Realigned(align, decisions, name)
    found = quantities_of(name, facts, copies, policy, realigned)
    quantities, settled, taken = adjudicated(name, found, decisions)
    aligned = {fact.fact_id: fact for quantity in quantities for fact in quantity.facts}
    event = Event(name, tuple(aligned[fact.fact_id] for fact in facts), quantities)
    findings = accepted(findings_on(event, rules), settled)
    others = {copy: first for copy, first in copies.items() if copy != first}
    return Checked(event, findings, others, [*realigned.applied, *taken])


def report_of(checked: Sequence[Checked], facts: Iterable[Fact]) -> Report:
    """The report on several events, whose facts are given in order."""
    return Report(
        facts=tuple(facts),
        quantities=tuple(quantity for one in checked for quantity in one.event.quantities),
        findings=tuple(finding for one in checked for finding in one.findings),
        copies={copy: first for one in checked for copy, first in one.copies.items()},
    )


def findings_on(event: Event, rules: Iterable[Rule], known: Iterable[Finding] = ()) -> list[Finding]:
    """What rules have to say about an event, among what others said; in the order of first facts, then by rule."""
    order = {fact.fact_id: i for i, fact in enumerate(event.facts)}

    def place(finding: Finding) -> tuple[int, str]:
        return order[finding.facts[0].fact_id], finding.rule

    seen: Counter[str] = Counter()
    numbered = []
    told = tuple(quantity for quantity in event.quantities if quantity.facts)  # what follows from others accuses nobody
    asked = replace(event, quantities=told)
    for finding in sorted((finding for rule in rules for finding in _ask(rule, asked)), key=place):
        seen[finding.finding_id] += 1
        times = seen[finding.finding_id]
        numbered.append(finding if times == 1 else replace(finding, finding_id=f"{finding.finding_id}-{times}"))
    return sorted([*known, *numbered], key=place)


def _ask(rule: Rule, event: Event) -> Iterator[Finding]:
    subjects: Sequence[Quantity | Event] = event.quantities if rule.takes == "quantity" else (event,)
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
