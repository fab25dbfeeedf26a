"""JSON: every row of the table with its verdict and the claims it rests on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from crosstally.output.json import plain

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact
    from crosstally.rules.audit.audit import Audit, Audited


def render(audit: Audit) -> str:
    """One JSON object: `rows`, in the order of the table, and `counts` by verdict."""
    rows = [_row(one) for one in audit.rows]
    return json.dumps({"rows": rows, "counts": audit.counts}, ensure_ascii=False, indent=1, default=plain) + "\n"


def _row(one: Audited) -> dict[str, object]:
    fact, judgement = one.row.fact, one.judgement
    return {
        "row": one.row.name,
        "line": one.row.line,
        "verdict": judgement.verdict,
        "event": one.event,
        "measure": fact.measure,
        "group": fact.group,
        "value": fact.interval.value,
        "low": fact.interval.low,
        "high": fact.interval.high,
        "reason": judgement.reason or None,
        "evidence": [_claim(claim) for claim in judgement.evidence],
    }


def _claim(fact: Fact) -> dict[str, object]:
    return {
        "doc_id": fact.document.doc_id,
        "source": fact.document.source,
        "published": fact.document.published,
        "url": fact.document.url,
        "measure": fact.measure,
        "value": fact.interval.value,
        "low": fact.interval.low,
        "high": fact.interval.high,
        "quote": fact.quote,
        "sentence": fact.sentence,
        "section": fact.section,
        "start": fact.start,
        "end": fact.end,
    }
