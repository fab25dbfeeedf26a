"""The rows of all tables, flat, of plain values, in the order of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crosstally.facts.tables.flat import fact_row
from crosstally.rules.alignment.held_apart import HeldApart
from crosstally.rules.decisions.applied import Ruling
from crosstally.rules.decisions.decision import kind_of
from crosstally.rules.finding import Finding
from crosstally.rules.quantity import Quantity
from crosstally.rules.report import Report
from crosstally.rules.tolls.codings import Coding

QUANTITY_IDS = ("quantity_id", "quantity_a", "quantity_b")
"""The columns that hold the quantity_id of a quantity."""


def rows_of(report: Report) -> Mapping[str, Iterable[dict[str, object]]]:
    """The rows of all tables of a report, by table."""
    return {
        "facts": map(fact_row, report.facts),
        "quantities": map(quantity_row, report.quantities),
        "findings": map(finding_row, report.findings),
        "codings": map(coding_row, report.codings()),
        "decisions": map(decision_row, report.rulings),
        "held_apart": map(held_apart_row, report.held_apart()),
    }


def quantity_row(quantity: Quantity) -> dict[str, object]:
    """The row of a quantity."""
    return {
        "quantity_id": quantity.quantity_id,
        "event": quantity.event,
        "measure": quantity.measure,
        "subject": quantity.subject,
        "group": quantity.group,
        "counted": quantity.counted,
        "unit": quantity.unit,
        "per": quantity.per,
        "place": quantity.place,
        "about": quantity.about,
        "scope": quantity.scope,
        "increment": quantity.increment,
        "certainty": quantity.certainty,
        "status": quantity.status,
        "low": quantity.low,
        "high": quantity.high,
        "best": quantity.best,
        "policy": quantity.policy,
        "decided": quantity.decided,
        "n_facts": quantity.n_facts,
        "n_sources": quantity.n_sources,
        "n_independent": quantity.n_independent,
    }


def finding_row(finding: Finding) -> dict[str, object]:
    """The row of a finding."""
    return {
        "finding_id": finding.finding_id,
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "event": finding.event,
        "quantity_id": finding.quantity_id,
        "message": finding.message,
        "fact_ids": [fact.fact_id for fact in finding.facts],
    }


def coding_row(coding: Coding) -> dict[str, object]:
    """The row of a coding."""
    return {
        "event": coding.event,
        "measure": coding.measure,
        "group": coding.group,
        "low": coding.low,
        "best": coding.best,
        "high": coding.high,
        "policy": coding.policy,
        "status": coding.status,
        "n_sources": coding.n_sources,
        "n_independent": coding.n_independent,
        "decided": coding.decided,
        "fact_ids": [fact.fact_id for fact in coding.facts],
    }


def decision_row(ruling: Ruling) -> dict[str, object]:
    """The row of a decision."""
    decision = ruling.decision
    return {
        "kind": kind_of(decision),
        "decision": str(decision),
        "by": decision.by,
        "on": decision.on.isoformat(),
        "reason": decision.reason,
        "event": ruling.event,
        "before": ruling.before,
        "fact_ids": [*ruling.fact_ids],
    }


def held_apart_row(pair: HeldApart) -> dict[str, object]:
    """The row of two quantities that were not compared."""
    return {**pair._asdict()}
