"""A fact as one flat row of plain values, by the names of the fact table's columns, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval
from crosstally.facts.source.records import fit_to_show
from crosstally.printable import plain

VERSION = "1"  # of the tables' columns; files carry it

_DOCUMENT = ("doc_id", "source", "published", "title", "url", "issue")
_INTERVAL = tuple(field.name for field in fields(Interval))
_ELSEWHERE = {"document", "interval", "event", "sentence_start"}
_CLAIM = tuple(field.name for field in fields(Fact) if field.name not in _ELSEWHERE)


def fact_row(fact: Fact) -> dict[str, object]:
    """The row of a fact. Its event is the one it was aligned to, or else the one its document was given."""
    document, interval = fact.document, fact.interval
    return {
        "fact_id": fact.fact_id,
        **{name: getattr(document, name) for name in _DOCUMENT},
        **{name: getattr(interval, name) for name in _INTERVAL},
        **{name: getattr(fact, name) for name in _CLAIM},
        "sentence_start": fact.sentence_start,
        "event": fact.event or document.event,
    }


def fact_of(row: Mapping[str, Any], documents: dict[str, Document]) -> Fact:
    """The fact of a row that keeps the schema.

    Args:
        row: Values by column. Where `sentence_start` is null, or does not put the quote where it stands in the
            sentence, the quote is taken to be the first of its words there.
        documents: The documents of the rows before, by doc_id; this row's is added. Their texts are not in the
            table and stay empty.
    """
    document = documents.get(row["doc_id"])
    if document is None:
        given = {name: row[name] for name in (*_DOCUMENT, "event")}
        document = documents[row["doc_id"]] = fit_to_show(Document(text="", **given))
    begin, start, quote, sentence = (row[name] for name in ("sentence_start", "start", "quote", "sentence"))
    if begin is None or not sentence.startswith(quote, max(0, start - begin)):
        begin = max(0, start - sentence.find(quote))
    return Fact(
        document=document,
        interval=Interval(**{name: row[name] for name in _INTERVAL}),
        event=row["event"] if row["quantity_id"] else None,
        sentence_start=begin,
        **{name: _shown(row[name]) for name in _CLAIM},
    )


def _shown(value: Any) -> Any:
    return plain(value) if isinstance(value, str) else value
