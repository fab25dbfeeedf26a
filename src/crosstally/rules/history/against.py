"""A report held against a fact table that somebody keeps: each figure that drifted is a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from crosstally.facts.tables.flat import fact_row
from crosstally.rules.codes import codes
from crosstally.rules.finding import Finding
from crosstally.rules.history.drift import INTERVAL, Drift, drift_of
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from pathlib import Path

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Report

RULE = "DRIFT"  # no check among the rules: it asks for more than the reports
_KIND = codes()["differs-from-table"]


def held_against(report: Report, kept: Iterable[Fact], table: Path) -> Report:
    """The report with an error for each figure that is gone, new or changed, below its other findings.

    Such a finding is about a row of the table and so about no quantity. What is gone is in none of the report's facts:
    its finding rests on the fact that the table keeps.

    Args:
        report: A run.
        kept: The facts of the table.
        table: Its file, which is where a figure stands whose document is gone as well.
    """
    documents = {fact.document.doc_id: fact.document for fact in report.facts}
    events = {fact.document.doc_id: fact.event for fact in report.facts}
    seen: Counter[str] = Counter()
    findings = []
    for drift in drift_of(kept, report.facts):
        fact = drift.fact
        if drift.kind == "gone":
            fact = replace(fact, document=_still_there(fact.document, documents, table))
        event = events.get(fact.document.doc_id) or fact.event or fact.document.event or "event"
        name = _fingerprint(drift, event)
        seen[name] += 1
        name = name if seen[name] == 1 else f"{name}-{seen[name]}"
        findings.append(Finding(name, RULE, _KIND.name, _KIND.severity, event, None, _message(drift), (fact,)))
    return replace(report, findings=(*report.findings, *findings))


def _still_there(document: Document, documents: dict[str, Document], table: Path) -> Document:
    """The document that a figure is gone from; where that is gone too, as the table knows it."""
    return documents.get(document.doc_id) or replace(document, path=str(table))


def _fingerprint(drift: Drift, event: str) -> str:
    """The event, and who said which words of what and says which now: edits elsewhere do not change it."""
    claims = [f"{fact.document.source}\x1f{fact.measure}\x1f{fact.quote}" for fact in (drift.was, drift.fact) if fact]
    return blake2b("\x1e".join((RULE, event, drift.kind, *claims)).encode(), digest_size=8).hexdigest()


def _message(drift: Drift) -> str:
    """``alder.txt: killed 12 → at least 14``, ``alder.txt: injured 90 is gone``."""
    fact, was = drift.fact, drift.was
    thing = fact.counted if fact.measure == "count" and fact.counted else fact.measure
    said = f"{fact.document.doc_id}: {thing} {figure(fact)}"
    if was is None:
        return f"{said} is {drift.kind}"
    if figure(was) != figure(fact) and not set(drift.columns).isdisjoint(INTERVAL):
        said = f"{fact.document.doc_id}: {thing} {figure(was)} → {figure(fact)}"
        return ", ".join((said, *_steps(was, fact, (name for name in drift.columns if name not in INTERVAL))))
    return ", ".join((said, *_steps(was, fact, drift.columns)))


def _steps(was: Fact, now: Fact, columns: Iterable[str]) -> Iterator[str]:
    before, after = fact_row(was), fact_row(now)
    return (f"{name} {_word(before[name])} → {_word(after[name])}" for name in columns)


def _word(value: object) -> str:
    return "none" if value is None else f"{value:,.10g}" if isinstance(value, float) else str(value)
