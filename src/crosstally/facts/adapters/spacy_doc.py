"""spaCy: a Doc or its Spans, or what `Doc.to_json` writes; entities of numbers, and all span groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosstally.facts.adapters.extraction import Extraction, objects

_NUMBERS = {"CARDINAL", "MONEY", "PERCENT", "QUANTITY"}


def reads(data: Any) -> bool:
    """Whether this is it."""
    if isinstance(data, dict | list):
        return any("ents" in one and "text" in one and "tokens" in one for one in objects(data))
    return hasattr(data, "ents") and hasattr(data, "text")


def extractions(data: Any, line: int | None) -> Iterator[Extraction]:
    """Its entities and spans. They have no value: what is checked is that they stand there and hold a figure."""
    for document in objects(data) if isinstance(data, dict | list) else [_plain(data)]:
        spans = [one for one in document["ents"] if one["label"] in _NUMBERS]
        spans += [one for group in document.get("spans", {}).values() for one in group]
        for one in spans:
            start, end = one["start"], one["end"]
            yield Extraction(
                name="",
                line=line,
                text=document["text"],
                quote=one.get("text") or document["text"][start:end],
                start=start,
                end=end,
                measure=one["label"],
            )


def _plain(document: Any) -> dict[str, Any]:
    """A Doc, or a Span as if it were one."""
    whole = getattr(document, "doc", document)
    found = document.ents or ([document] if whole is not document else [])
    groups = getattr(whole, "spans", {}) if whole is document else {}

    def span(one: Any) -> dict[str, Any]:
        return {"start": one.start_char, "end": one.end_char, "label": one.label_, "text": one.text}

    return {
        "text": whole.text,
        "ents": [span(one) | {"label": one.label_ or "CARDINAL"} for one in found],
        "spans": {name: [span(one) for one in group] for name, group in groups.items()},
    }
