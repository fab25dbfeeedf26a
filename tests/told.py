"""Facts by hand: what a report tells, without reading it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from crosstally.facts.cues.engine import Cues
from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Bound, Interval
from crosstally.facts.slots.context import anchor_of, context_of
from crosstally.facts.words.tokenize import tokenize

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
    """One fact of one report; `text` is the sentence it stands in, `day` the date of the report.

    What stands around the figure is read off the sentence, as the extractor reads it.
    """
    sentence = fields.pop("text", f"In the accident, {quote} were {measure}.")
    about = fields.pop("document", None) or document(source, sentence, fields.pop("day", None))
    at = sentence.index(quote)
    start = fields.pop("start", max(0, about.text.find(sentence)) + at)
    dimension = fields.pop("dimension", "count")
    read = _around(sentence, (at, at + len(quote)), measure, dimension, fields)
    return Fact(
        document=about,
        section=fields.pop("section", "body"),
        start=start,
        end=fields.pop("end", start + len(quote)),
        sentence_start=fields.pop("sentence_start", start - at),
        quote=quote,
        sentence=sentence,
        interval=figure if isinstance(figure, Interval) else interval(figure),
        unit=fields.pop("unit", "count"),
        dimension=dimension,
        measure=measure,
        counted_by=fields.pop("counted_by", "article" if figure == 1 and _ARTICLE.match(quote) else "numeral"),
        **(read | fields),
    )


def _around(
    sentence: str, span: tuple[int, int], measure: str, dimension: str, fields: dict[str, Any]
) -> dict[str, Any]:
    tokens = tokenize(sentence)
    first = next(i for i, end in enumerate(tokens.ends) if end > span[0])
    stop = next((i for i, start in enumerate(tokens.starts) if start >= span[1]), len(tokens))
    cues = Cues(tokens, [first])
    context = context_of(sentence, span, fields.get("subject"), fields.get("speaker"))
    period = cues.nearest("period", first, stop)
    return {
        "period": cues.value_of(period) if period else None,
        "superseded": cues.of("superseded", first, stop) is not None,
        "definite": context.definite,
        "anchor": " ".join(anchor_of(sentence, span, measure, dimension)) or None,
        "names": " ".join(context.names) or None,
        "context": " ".join(context.terms) or None,
    }
