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
    from collections.abc import Iterable
    from pathlib import Path

    from crosstally.facts.fact import Fact
    from crosstally.facts.intervals import Interval
    from crosstally.rules.engine import Report
    from crosstally.rules.quantity import Quantity

_REPORT = re.compile(r"^```text (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPECTED = "## Facts\n"
_FACTS = (
    ["doc", "quote", "measure", "interval", "counted", "unit", "per"]
    + ["trend", "scope", "status", "speaker", "place", "time"]
)
_QUANTITIES = ["status", "measure", "counted", "best", "sources", "claims"]
_FINDINGS = ["severity", "rule", "message"]


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
            _table(_FACTS, map(_fact_row, report.facts)),
            "## Quantities with two claims or more\n",
            _table(_QUANTITIES, (_quantity_row(each) for each in report.quantities if each.n_facts > 1)),
            "## Findings\n",
            _table(_FINDINGS, ((each.severity, each.rule, each.message) for each in report.findings)),
        ]
    )


def _table(columns: list[str], rows: Iterable[Iterable[str | None]]) -> str:
    body = [[_cell(value) for value in row] for row in rows]
    if not body:
        return "None.\n"
    return "".join(f"| {' | '.join(line)} |\n" for line in [columns, ["---"] * len(columns), *body])


def _cell(value: str | None) -> str:
    return " ".join((value or "").replace("|", "\\|").split())


def _fact_row(fact: Fact) -> list[str | None]:
    return [
        fact.document.doc_id,
        fact.quote if fact.section == "body" else f"{fact.quote} (title)",
        fact.measure,
        notation(fact.interval),
        fact.counted,
        _unless(fact.unit, "count"),
        fact.per,
        fact.trend,
        _unless(fact.scope, "total"),
        _unless(fact.status, "asserted"),
        fact.speaker,
        fact.place,
        fact.event_time,
    ]


def _quantity_row(quantity: Quantity) -> list[str | None]:
    return [
        quantity.status,
        quantity.measure,
        quantity.counted,
        None if quantity.best is None else f"{quantity.best:.12g}",
        f"{quantity.n_independent} of {quantity.n_sources}",
        " · ".join(fact.quote for fact in quantity.facts),
    ]


def notation(interval: Interval) -> str:
    """The interval as mathematics writes it: 12, [12, ∞), (100, ∞), [3, 5]."""
    if interval.low is not None and interval.low == interval.high:
        return f"{interval.low:.12g}"
    low = "(-∞" if interval.low is None else f"{'(' if interval.low_open else '['}{interval.low:.12g}"
    high = "∞)" if interval.high is None else f"{interval.high:.12g}{')' if interval.high_open else ']'}"
    return f"{low}, {high}"


def _unless(value: str, ordinary: str) -> str | None:
    return None if value == ordinary else value
