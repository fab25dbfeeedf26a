"""Hold a run against a former one: what became of its quantities, findings and reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.changes import Changes, Step
from crosstally.rules.wording import heading

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from crosstally.facts.document import Document
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Report


def changes_between(former: Report, report: Report) -> Changes:
    """Hold a run against a former one. Documents are the same when their doc_id is.

    Args:
        former: The former run; the texts of its documents are not needed.
        report: The run.
    """
    steps = _steps(former.quantities, report.quantities)
    before = {after.quantity_id: step for step, after in steps}
    known = {step.quantity_id for step, _ in steps}
    disputed = [(before.get(q.quantity_id), q) for q in report.quantities if q.status == "disputed"]
    disputed = [(was, q) for was, q in disputed if was is None or was.status != "disputed"]
    settled = [step for step in steps if step.before.status == "disputed" != step.after.status]
    told: set[str | None] = {q.quantity_id for _, q in disputed}
    told |= {quantity.quantity_id for step in settled for quantity in step}
    return Changes(
        disputed=tuple(disputed),
        settled=tuple(settled),
        moved=tuple(step for step in steps if step.after.quantity_id not in told and _has_moved(step)),
        new=tuple(q for q in report.quantities if q.quantity_id not in before),
        gone=tuple(q for q in former.quantities if q.quantity_id not in known),
        new_findings=_only_in(report, former, {after.quantity_id: was.quantity_id for was, after in steps}, told),
        gone_findings=_only_in(former, report, {was.quantity_id: after.quantity_id for was, after in steps}, told),
        new_reports=_documents_only_in(report, former),
        gone_reports=_documents_only_in(former, report),
    )


def _has_moved(step: Step) -> bool:
    was, now = step.before.best, step.after.best
    return None not in (was, now) and step.before.unit == step.after.unit and was != now


def _only_in(
    report: Report, other: Report, twin: Mapping[str, str], told: Container[str | None]
) -> tuple[Finding, ...]:
    """The errors and warnings that the other run has neither by fingerprint nor by rule on the same quantity.

    Args:
        report: The run.
        other: The other run.
        twin: Of each quantity, the same in the other run, by quantity_id.
        told: Quantities whose change is told elsewhere.
    """
    ids = {finding.finding_id for finding in other.findings}
    places = {(finding.rule, finding.quantity_id) for finding in other.findings if finding.quantity_id}
    return tuple(
        finding
        for finding in report.findings
        if finding.severity != "info"
        and finding.finding_id not in ids
        and finding.quantity_id not in told
        and (finding.rule, twin.get(finding.quantity_id or "")) not in places
    )


def _documents_only_in(report: Report, other: Report) -> tuple[Document, ...]:
    known = {fact.document.doc_id for fact in other.facts}
    return tuple({f.document.doc_id: f.document for f in report.facts if f.document.doc_id not in known}.values())


def _steps(before: Sequence[Quantity], after: Sequence[Quantity]) -> list[Step]:
    """Each quantity with the one it was, in the order they have now.

    Two are one when they share claims, the most first; the rest when nothing else is about the same on either side.
    """
    was, now = ({quantity.quantity_id: quantity for quantity in quantities} for quantities in (before, after))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for new, old in [*_by_claims(before, after), *_by_subject(before, after)]:
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return [Step(was[pairs[name]], quantity) for name, quantity in now.items() if name in pairs]


def _by_claims(before: Iterable[Quantity], after: Iterable[Quantity]) -> list[tuple[str, str]]:
    """Ids of quantities, now and before, that share claims or their id, those that share the most first."""
    held = {key: quantity.quantity_id for quantity, key in _claims(before)}
    shared = Counter((q.quantity_id, held[key]) for q, key in _claims(after) if key in held)
    return [pair for pair, _ in shared.most_common()]


def _claims(quantities: Iterable[Quantity]) -> Iterable[tuple[Quantity, tuple[str, ...] | tuple[str, str, str, int]]]:
    """Every claim of every quantity by its words, which edits elsewhere do not change; and each id."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for quantity in quantities:
        yield quantity, (quantity.quantity_id,)
        for fact in quantity.facts:
            words = fact.document.doc_id, fact.measure, fact.quote
            seen[words] += 1
            yield quantity, (*words, seen[words])


def _by_subject(before: Iterable[Quantity], after: Iterable[Quantity]) -> list[tuple[str, str]]:
    """Ids of quantities that are about the same and alone in it: "killed", when a report was rewritten."""
    old, new = _subjects(before), _subjects(after)
    return [(names[0], old[key][0]) for key, names in new.items() if len(names) == len(old.get(key, ())) == 1]


def _subjects(quantities: Iterable[Quantity]) -> dict[tuple[str | None, ...], list[str]]:
    subjects: dict[tuple[str | None, ...], list[str]] = defaultdict(list)
    for quantity in quantities:
        status = quantity.facts[0].status if quantity.facts else "asserted"
        subjects[quantity.event, heading(quantity), quantity.unit, quantity.scope, status].append(quantity.quantity_id)
    return subjects
