"""The engine: facts into events, quantities and findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from crosstally.errors import CrosstallyError, RuleError, warn
from crosstally.rules.alignment.alignment import Aligner, align
from crosstally.rules.decisions.adjudications import accepted, adjudicated
from crosstally.rules.decisions.alignments import Realigned
from crosstally.rules.decisions.applied import rulings
from crosstally.rules.decisions.decision import Decision, among
from crosstally.rules.decisions.readings import reread
from crosstally.rules.event import Event
from crosstally.rules.events.content_order import in_order_of_content, publication
from crosstally.rules.finding import Finding
from crosstally.rules.policy.copies import copy_groups
from crosstally.rules.quantities.quantities import quantities_of
from crosstally.rules.report import Checked, Report
from crosstally.rules.rule import Rule, load_rules
from crosstally.rules.rule_calls import remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity

ONE_EVENT = "event"


def check_facts(  # noqa: PLR0913 - all that a check is told
    facts: Sequence[Fact],
    documents: Sequence[Document] = (),
    *,
    rules: Sequence[Rule] | None = None,
    policy: str = "majority",
    decisions: Sequence[Decision] = (),
    align: Aligner = align,
    on_skip: Callable[[str], None] = warn,
) -> Report:
    """Sort facts into quantities and ask every rule about them.

    Args:
        facts: In the order of the documents, then of the text.
        documents: The documents they come from, with their full texts, where the facts carry none.
        rules: The rules to ask; all that come with crosstally by default.
        policy: Which figure is best (see `crosstally.rules.policy.best`).
        decisions: What people decided; the last of several on one thing counts.
        align: What sorts the facts of one event into quantities: every fact into one.
        on_skip: Told in one line of each rule that failed, on what, and why.

    Returns:
        The report. The same input gives the same report, whatever its documents are named.

    Raises:
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
    checked = [
        check_event(name, _by_content(members), rules, policy, decisions, align) for name, members in by_event.items()
    ]
    for fault in (fault for one in checked for fault in one.faults):
        on_skip(fault)
    aligned = sorted((fact for one in checked for fact in one.event.facts), key=lambda fact: order[fact.fact_id])
    applied = (*read, *(done for one in checked for done in one.applied))
    return replace(report_of(checked, aligned), rulings=rulings(decisions, applied))


def _by_content(facts: Iterable[Fact]) -> list[Fact]:
    """Facts such that names of documents do not decide their order."""
    of_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        of_document[fact.document.doc_id].append(fact)
    groups = list(of_document.values())
    order = in_order_of_content(
        [publication(group[0].document) for group in groups], lambda at: (groups[at][0].document, groups[at])
    )
    return [fact for at in order for fact in groups[at]]


def check_event(  # noqa: PLR0913, PLR0917 - all that a check is told
    name: str,
    facts: Sequence[Fact],
    rules: Iterable[Rule],
    policy: str,
    decisions: Sequence[Decision] = (),
    align: Aligner = align,
) -> Checked:
    """Sort the facts of one event into quantities and ask rules about them.

    Args:
        name: The event.
        facts: Its facts, the documents in the order of `in_order_of_content`.
        rules: As in `check_facts`.
        policy: As in `check_facts`.
        decisions: What people decided; readings are applied already.
        align: As in `check_facts`.
    """
    faults: list[str] = []
    documents = tuple({fact.document.doc_id: fact.document for fact in facts}.values())
    try:
        copies = copy_groups(documents)
        realigned = Realigned(align, decisions, name)
        found = quantities_of(name, facts, copies, policy, realigned)
        quantities, settled, taken = adjudicated(name, found, decisions)
        applied = [*realigned.applied, *taken]
    except CrosstallyError:
        raise
    except Exception as error:  # noqa: BLE001 - no text whatever ends a run
        faults.append(f"event {name!r}: its figures are left unaligned: {type(error).__name__}: {error}")
        copies = {document.doc_id: document.doc_id for document in documents}
        quantities, settled, applied = _unaligned(name, facts, copies, policy), {}, []
    aligned = {fact.fact_id: fact for quantity in quantities for fact in quantity.facts}
    event = Event(name, tuple(aligned[fact.fact_id] for fact in facts), quantities)
    findings = accepted(findings_on(event, rules, on_fault=faults.append), settled)
    others = {copy: first for copy, first in copies.items() if copy != first}
    return Checked(event, findings, others, faults, applied)


def _unaligned(name: str, facts: Sequence[Fact], copies: Mapping[str, str], policy: str) -> tuple[Quantity, ...]:
    """Each fact as a quantity of its own."""
    found: list[Quantity] = []
    for number, fact in enumerate(facts):
        (quantity,) = quantities_of(name, [fact], copies, policy, align)
        named = f"{quantity.quantity_id}-{number}"
        found.append(replace(quantity, quantity_id=named, facts=(replace(fact, quantity_id=named),)))
    return tuple(found)


def report_of(checked: Sequence[Checked], facts: Iterable[Fact]) -> Report:
    """The report on several events, whose facts are given in order."""
    return Report(
        facts=tuple(facts),
        quantities=tuple(quantity for one in checked for quantity in one.event.quantities),
        findings=tuple(finding for one in checked for finding in one.findings),
        copies={copy: first for one in checked for copy, first in one.copies.items()},
    )


def findings_on(
    event: Event, rules: Iterable[Rule], known: Iterable[Finding] = (), *, on_fault: Callable[[str], None]
) -> list[Finding]:
    """What rules have to say about an event, among what others said; in the order of first facts, then by rule.

    Args:
        event: The event.
        rules: The rules to ask.
        known: What others said.
        on_fault: Told of a rule that failed on something, about which it then says nothing.
    """
    order = {fact.fact_id: i for i, fact in enumerate(event.facts)}

    def place(finding: Finding) -> tuple[int, str]:
        return order[finding.facts[0].fact_id], finding.rule

    seen: Counter[str] = Counter()
    numbered = []
    stated = tuple(
        quantity for quantity in event.quantities if quantity.facts
    )  # what follows from others accuses nobody
    asked = replace(event, quantities=stated)
    for finding in sorted((finding for rule in rules for finding in _ask(rule, asked, on_fault)), key=place):
        seen[finding.finding_id] += 1
        times = seen[finding.finding_id]
        numbered.append(finding if times == 1 else replace(finding, finding_id=f"{finding.finding_id}-{times}"))
    return sorted([*known, *numbered], key=place)


def _ask(rule: Rule, event: Event, on_fault: Callable[[str], None]) -> Iterator[Finding]:
    subjects: Sequence[Quantity | Event] = event.quantities if rule.takes == "quantity" else (event,)
    for subject in subjects:
        try:
            yield from [_finding(rule, event.name, message, facts) for message, facts in remarks(rule, subject)]
        except RuleError as error:
            on_fault(str(error))


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
