"""Facts by hand: what a report tells, without reading it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Bound, Interval

_ARTICLE = re.compile(r"(?:an?|another|the|his|her)\b", re.IGNORECASE)


def interval(value: float, bound: Bound = "exact") -> Interval:
    """The interval of a hedge, as the extractor would give it."""
    match bound:
        case "at_least":
            return Interval(value, value, None, bound=bound)
        case "more_than":
            return Interval(value, value, None, low_open=True, bound=bound)
        case "at_most":
            return Interval(value, 0, value, bound=bound)
        case "about":
            return Interval(value, 0.9 * value, 1.1 * value, bound=bound)
        case _:
            return Interval(value, value, value)


def document(source: str, text: str = "", day: str | None = None, **fields: Any) -> Document:
    """A report, published at midnight."""
    published = None if day is None else datetime.fromisoformat(day).replace(tzinfo=UTC)
    return Document(fields.pop("doc_id", f"{source}.txt"), text, source, published=published, **fields)


def told(source: str, quote: str, figure: float | Interval, measure: str = "killed", **fields: Any) -> Fact:
    """One fact of one report; `text` is the sentence it stands in, `day` the date of the report."""
    sentence = fields.pop("text", f"In the accident, {quote} were {measure}.")
    about = fields.pop("document", None) or document(source, sentence, fields.pop("day", None))
    start = sentence.index(quote)
    return Fact(
        document=about,
        section=fields.pop("section", "body"),
        start=fields.pop("start", start),
        end=fields.pop("end", start + len(quote)),
        quote=quote,
        sentence=sentence,
        interval=figure if isinstance(figure, Interval) else interval(figure),
        unit=fields.pop("unit", "count"),
        dimension=fields.pop("dimension", "count"),
        measure=measure,
        counted_by=fields.pop("counted_by", "article" if figure == 1 and _ARTICLE.match(quote) else "numeral"),
        **fields,
    )
