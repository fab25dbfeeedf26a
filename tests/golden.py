"""A golden event: a Markdown file with the reports of one event and what crosstally makes of them.

The part above ``## Facts`` is written by people: a title, what the event is for, and each report in a fenced block
whose info string is the name of the report's file. The part below is written by ``pytest --update`` and reviewed as a
diff. A blank cell is the ordinary case: no value, scope ``total``, status ``asserted``, unit ``count``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Report

_REPORT = re.compile(r"^```text (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPECTED = "## Facts\n"

Row = dict[str, str | None]


@dataclass(frozen=True)
class GoldenEvent:
    """The two halves of a golden file."""

    written: str
    expected: str

    @classmethod
    def parse(cls, text: str) -> GoldenEvent:
        written, marker, expected = text.partition(_EXPECTED)
        return cls(written.rstrip() + "\n", marker + expected)

    def unpack(self, folder: Path) -> None:
        """Write each report to a file of its own, as a user would have it."""
        folder.mkdir()
        for name, report in _REPORT.findall(self.written):
            (folder / name).write_text(report, encoding="utf-8")


def render(report: Report) -> str:
    """What `GoldenEvent.expected` should be."""
    return "\n".join(
        [
            _EXPECTED,
            _table([_fact_row(fact) for fact in report.facts]),
            "## Quantities with two claims or more\n",
            _table([_quantity_row(quantity) for quantity in report.quantities if quantity.n_facts > 1]),
            "## Findings\n",
            _table([_finding_row(finding) for finding in report.findings]),
        ]
    )


def _table(rows: list[Row]) -> str:
    if not rows:
        return "None.\n"
    body = [[_cell(value) for value in row.values()] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in [list(rows[0]), ["---"] * len(rows[0]), *body])


def _cell(value: str | None) -> str:
    return " ".join((value or "").replace("|", "\\|").split())


def _fact_row(fact: Fact) -> Row:
    return {
        "doc": fact.document.doc_id,
        "quote": fact.quote if fact.section == "body" else f"{fact.quote} (title)",
        "measure": fact.measure,
        "interval": notation(fact.interval),
        "counted": fact.counted,
        "unit": _unless(fact.unit, "count"),
        "per": fact.per,
        "trend": fact.trend,
        "scope": _unless(fact.scope, "total"),
        "status": _unless(fact.status, "asserted"),
        "speaker": fact.speaker,
        "place": fact.place,
        "time": fact.event_time,
    }


def _quantity_row(quantity: Quantity) -> Row:
    return {
        "status": quantity.status,
        "measure": quantity.measure,
        "counted": quantity.counted,
        "best": None if quantity.best is None else f"{quantity.best:.12g}",
        "sources": f"{quantity.n_independent} of {quantity.n_sources}",
        "claims": " · ".join(fact.quote for fact in quantity.facts),
    }


def _finding_row(finding: Finding) -> Row:
    return {"severity": finding.severity, "rule": finding.rule, "message": finding.message}


def notation(interval: Interval) -> str:
    """The interval as mathematics writes it: 12, [12, ∞), (100, ∞), [3, 5]."""
    if interval.low is not None and interval.low == interval.high:
        return f"{interval.low:.12g}"
    low = "(-∞" if interval.low is None else f"{'(' if interval.low_open else '['}{interval.low:.12g}"
    high = "∞)" if interval.high is None else f"{interval.high:.12g}{')' if interval.high_open else ']'}"
    return f"{low}, {high}"


def _unless(value: str, ordinary: str) -> str | None:
    return None if value == ordinary else value
