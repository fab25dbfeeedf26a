"""EM-DAT: a row an event with the columns of its public table that reports tell of, coded as its guidelines say.

https://doc.emdat.be/docs/data-structure-and-content/emdat-public-table/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.output.codebook import coded_events, table

if TYPE_CHECKING:
    from crosstally.output.codebook import Coded
    from crosstally.rules.report import Report

_COLUMNS = (
    "Event Name", "Location", "Start Year", "Start Month", "Start Day", "End Year", "End Month", "End Day",
    "Total Deaths", "No. Injured", "No. Affected", "Total Affected",
)  # fmt: skip


def render(report: Report) -> str:
    """CSV. Total deaths hold the missing; those displaced, else evacuated, are affected; empty is unknown."""
    return table(_COLUMNS, (_row(event) for event in coded_events(report, "emdat")))


def _row(event: Coded) -> tuple[object, ...]:
    deaths = event.best("killed") if event.best("killed") is not None else event.best("missing")
    affected = event.best("displaced")
    parts = [event.best("injured"), event.best("evacuated") if affected is None else affected]
    told = [part for part in parts if part is not None]
    return (event.name, event.place, *_day(event.start), *_day(event.end), deaths, *parts, sum(told) if told else None)


def _day(day: str) -> list[str]:
    """Year, month and day, each as far as it is known."""
    parts = [part.lstrip("0") for part in day.split("-")] if day else []
    return [*parts, "", "", ""][:3]
