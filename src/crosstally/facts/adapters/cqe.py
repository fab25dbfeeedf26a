"""CQE: texts with their quantities, in the form of its evaluation data; changes as ">", "<", "~", "up", "down"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosstally.facts.adapters.extraction import Extraction, objects
from crosstally.facts.adapters.rows import bound_of
from crosstally.facts.tables.loose.cell import read_cell


def reads(data: Any) -> bool:
    """Whether this is it."""
    quantities = [one for sentence in objects(data) for one in objects(sentence.get("quantities"))]
    return any("normalized_unit" in one or "change" in one for one in quantities)


def extractions(data: Any, line: int | None) -> Iterator[Extraction]:
    """Its quantities. It gives no spans: a figure is looked for in its whole sentence."""
    for number, sentence in enumerate(objects(data), 1):
        for place, one in enumerate(objects(sentence.get("quantities")), 1):
            cell = read_cell(str(one.get("value", "")).replace("'", ""))
            figure = None if cell is None else cell.interval
            change = str(one.get("change") or "")
            yield Extraction(
                name=f"{number}.{place}",
                line=line,
                text=str(sentence["text"]),
                value=None if figure is None else figure.value,
                low=None if figure is None or figure.bound != "range" else figure.low,
                high=None if figure is None or figure.bound != "range" else figure.high,
                bound=bound_of(change),
                hedge=change or None,
                tells_hedges=True,
                unit=one.get("unit") or one.get("normalized_unit") or None,
            )
