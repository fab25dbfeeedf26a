"""ACLED: a row an event with the columns of its export that reports tell of; fatalities as its codebook codes them.

https://acleddata.com/methodology/acled-codebook
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.output.codebook import coded_events, table

if TYPE_CHECKING:
    from crosstally.rules.report import Report

_COLUMNS = ("event_id_cnty", "event_date", "year", "location", "source", "notes", "fatalities")


def render(report: Report) -> str:
    """CSV. An event of which no report tells any dead has none: ACLED codes 0 where nothing is told."""
    return table(
        _COLUMNS,
        (
            (
                event.name,
                event.start,
                event.start[:4],
                event.place,
                "; ".join(event.sources),
                event.notes,
                event.best("killed") or 0.0,
            )
            for event in coded_events(report, "acled")
        ),
    )
