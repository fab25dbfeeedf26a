"""A fact as one flat row of plain values, in the order of the fact table's columns, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval


def fact_row(fact: Fact) -> dict[str, object]:
    """The row of a fact. Its event is the one it was aligned to, or else the one its document was given."""
    document, interval = fact.document, fact.interval
    return {
        "fact_id": fact.fact_id,
        "doc_id": document.doc_id,
        "source": document.source,
        "published": document.published,
        "title": document.title,
        "url": document.url,
        "section": fact.section,
        "start": fact.start,
        "end": fact.end,
        "quote": fact.quote,
        "sentence": fact.sentence,
        "value": interval.value,
        "low": interval.low,
        "high": interval.high,
        "low_open": interval.low_open,
        "high_open": interval.high_open,
        "bound": interval.bound,
        "trend": fact.trend,
        "unit": fact.unit,
        "dimension": fact.dimension,
        "per": fact.per,
        "counted": fact.counted,
        "subject": fact.subject,
        "measure": fact.measure,
        "scope": fact.scope,
        "status": fact.status,
        "speaker": fact.speaker,
        "place": fact.place,
        "event_time": fact.event_time,
        "event": fact.event or document.event,
        "quantity_id": fact.quantity_id,
    }


def fact_of(row: Mapping[str, Any], documents: dict[str, Document]) -> Fact:
    """The fact of a row that keeps the schema.

    Args:
        row: Values by column.
        documents: The documents of the rows before, by doc_id; this row's is added. Their texts are not in the
            table and stay empty.
    """
    document = documents.get(row["doc_id"])
    if document is None:
        given = {name: row[name] for name in ("doc_id", "source", "title", "published", "url", "event")}
        document = documents[row["doc_id"]] = Document(text="", **given)
    figure = {name: row[name] for name in ("value", "low", "high", "low_open", "high_open", "bound")}
    claim = (
        "section start end quote sentence trend unit dimension per counted subject measure scope status speaker place"
        " event_time quantity_id"
    )
    return Fact(
        document=document,
        interval=Interval(**figure),
        event=row["event"] if row["quantity_id"] else None,
        **{name: row[name] for name in claim.split()},
    )
