"""Pieces of the report page with their own style, for a cell of a notebook; no script, nothing asked of the network."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from crosstally.errors import InputError
from crosstally.output.html import environment
from crosstally.output.page.page import page_of

if TYPE_CHECKING:
    from crosstally.rules.report import Report

_MOST = 10  # events that are shown in a cell


class Picture:
    """HTML that a notebook shows."""

    def __init__(self, html: str) -> None:
        """Take the HTML."""
        self._html = html

    def _repr_html_(self) -> str:
        """What a notebook asks for."""
        return self._html


def crosstabs(report: Report) -> str:
    """The cross-tabs of a run, those with a dispute first."""
    page = page_of(report)
    return _rendered("crosstabs", tabs=page.tabs[:_MOST], left=max(0, len(page.tabs) - _MOST))


def plot(report: Report, measure: str, event: str | None = None) -> Picture:
    """The claims on a measure as intervals, a plot for each quantity that two claims are on.

    Args:
        report: The run.
        measure: The measure.
        event: The event; all by default.

    Raises:
        InputError: Nothing of the kind is told by two.
    """
    page = page_of(report)
    cards = [card for cards in page.cards.values() for card in cards if card.rows]
    shown = [card for card in cards if measure in card.measures and event in {None, card.event}]
    if not shown:
        allowed = ", ".join(sorted({name for card in cards for name in card.measures}))
        raise InputError(f"no two claims on {measure!r}", allowed=allowed or None)
    return Picture(_rendered("plots", cards=shown))


def _rendered(name: str, **values: object) -> str:
    style = files("crosstally.output").joinpath("templates", "notebook.css").read_text(encoding="utf-8")
    return environment().get_template("notebook.html.j2").render(kind=name, style=style, **values)
