"""quantulum3: the quantities that `parser.parse` gives, or what their `to_json` and `to_dict` write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosstally.facts.adapters.extraction import Extraction

_NO_UNIT = "dimensionless"


def reads(data: Any) -> bool:
    """Whether this is it."""
    first = next(iter(data if isinstance(data, list) else [data]), None)
    return all(_has(first, name) for name in ("surface", "span", "uncertainty"))


def extractions(data: Any, line: int | None) -> Iterator[Extraction]:
    """Its quantities; it says nothing of hedges but a spread."""
    for one in data if isinstance(data, list) else [data]:
        start, end = _get(one, "span")
        unit = _get(one, "unit")
        name = unit if isinstance(unit, str) else unit.name
        yield Extraction(
            name="",
            line=line,
            quote=_get(one, "surface"),
            start=start,
            end=end,
            value=float(_get(one, "value")),
            unit=None if name == _NO_UNIT else name,
        )


def _has(one: Any, name: str) -> bool:
    return name in one if isinstance(one, dict) else hasattr(one, name)


def _get(one: Any, name: str) -> Any:
    return one[name] if isinstance(one, dict) else getattr(one, name)
