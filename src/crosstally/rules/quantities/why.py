"""Why two figures are claims on one quantity, or are held apart."""

from __future__ import annotations

from collections.abc import Iterable

from crosstally.facts.fact import Fact
from crosstally.facts.tables.flat import fact_row
from crosstally.rules.quantities.reasons import exclusions, reasons
from crosstally.rules.wording import quoted

_SLOTS = (
    *("event", "about", "measure", "group", "counted", "subject", "dimension", "per"),
    *("scope", "increment", "certainty", "status", "place", "event_time", "as_of"),
)
"""The columns that say which quantity a figure is a claim on."""


def why(a: Fact, b: Fact, event: Iterable[Fact]) -> list[str]:
    """What makes two figures one quantity, and whether they exclude each other; or what tells them apart.

    Args:
        a: A figure.
        b: Another.
        event: All facts of their event.
    """
    if a.quantity_id is not None and a.quantity_id == b.quantity_id:
        return [f"{_said(a)} and {_said(b)} are claims on one quantity", *reasons([a, b], event), *exclusions([a, b])]
    one, other = fact_row(a), fact_row(b)
    apart = [f"{slot}: {_word(one[slot])} / {_word(other[slot])}" for slot in _SLOTS if one[slot] != other[slot]]
    return [
        f"{_said(a)} and {_said(b)} are held apart",
        *(apart or ["nothing but the words around them tells them apart"]),
    ]


def _said(fact: Fact) -> str:
    return f"{quoted(fact)} ({fact.document.source})"


def _word(value: object) -> str:
    return "not said" if value is None else str(value)
