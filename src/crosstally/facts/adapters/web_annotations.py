"""W3C Web Annotations: a collection, a page, a list or one, whose bodies hold a schema.org QuantitativeValue.

https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crosstally.facts.adapters.extraction import Extraction, objects

_VALUE = "QuantitativeValue"


def reads(data: Any) -> bool:
    """Whether this is it."""
    return any("target" in one for one in _annotations(data))


def extractions(data: Any, line: int | None) -> Iterator[Extraction]:
    """Its annotations that quote, with the figure of their body where there is one."""
    for one in _annotations(data):
        target = one.get("target")
        if not isinstance(target, Mapping):
            continue
        chosen = {str(part.get("type")): part for part in objects(target.get("selector") or [])}
        quoted, place = chosen.get("TextQuoteSelector", {}), chosen.get("TextPositionSelector", {})
        body = next((part for part in objects(one.get("body") or []) if _VALUE in str(part.get("type"))), {})
        figure = {key.rpartition(":")[2]: value for key, value in body.items()}
        is_range = figure.get("value") is None
        yield Extraction(
            name=str(one.get("id") or ""),
            line=line,
            doc_id=target.get("source"),
            quote=quoted.get("exact"),
            start=place.get("start"),
            end=place.get("end"),
            value=figure.get("value"),
            low=figure.get("minValue") if is_range else None,
            high=figure.get("maxValue") if is_range else None,
            unit=figure.get("unitText"),
        )


def _annotations(data: Any) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = []
    for one in objects(data):
        page = one.get("first") if isinstance(one.get("first"), Mapping) else one
        found += objects(page["items"]) if isinstance(page, Mapping) and "items" in page else [one]
    return found
