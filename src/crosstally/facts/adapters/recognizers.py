"""Microsoft Recognizers-Text: its results, or objects with their fields; the end of a span is its last character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosstally.facts.adapters.extraction import Extraction

_KINDS = {"number", "ordinal", "percentage", "currency", "dimension", "age", "temperature"}


def reads(data: Any) -> bool:
    """Whether this is it."""
    first = next(iter(data if isinstance(data, list) else [data]), None)
    return _get(first, "resolution") is not None and _get(first, "type_name", "typeName") is not None


def extractions(data: Any, line: int | None) -> Iterator[Extraction]:
    """Its numbers and quantities; dates and times are none."""
    for one in data if isinstance(data, list) else [data]:
        kind, resolution = _get(one, "type_name", "typeName"), _get(one, "resolution")
        if kind not in _KINDS or not resolution:
            continue
        yield Extraction(
            name="",
            line=line,
            quote=_get(one, "text"),
            start=_get(one, "start"),
            end=_get(one, "end") + 1,
            value=_number(resolution.get("value")),
            unit=resolution.get("unit"),
            measure=kind,
        )


def _number(value: Any) -> float | None:
    try:
        return float(str(value).rstrip("%"))
    except ValueError:
        return None


def _get(one: Any, *names: str) -> Any:
    values = (one.get(name) if isinstance(one, dict) else getattr(one, name, None) for name in names)
    return next((value for value in values if value is not None), None)
