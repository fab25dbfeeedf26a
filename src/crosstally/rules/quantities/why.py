"""Why two figures are claims on one quantity, or are held apart."""

from __future__ import annotations

from collections.abc import Iterable

from crosstally.facts.fact import Fact
from crosstally.rules.quantities.reasons import apart, exclusions, reasons
from crosstally.rules.wording import quoted


def why(a: Fact, b: Fact, event: Iterable[Fact]) -> list[str]:
    """What makes two figures one quantity, and whether they exclude each other; or what tells them apart.

    Args:
        a: A figure.
        b: Another.
        event: All facts of the event of the first.
    """
    if a.quantity_id is not None and a.quantity_id == b.quantity_id:
        return [f"{_said(a)} and {_said(b)} are claims on one quantity", *reasons([a, b], event), *exclusions([a, b])]
    told = ["each is of an event of its own"] if a.event != b.event else apart([a], [b], event)
    return [f"{_said(a)} and {_said(b)} are held apart", *told]


def _said(fact: Fact) -> str:
    return f"{quoted(fact)} ({fact.document.source})"
