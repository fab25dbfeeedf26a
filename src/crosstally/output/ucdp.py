"""UCDP GED: a row an event with the columns of its data that reports tell of; best is the sum of the four deaths.

https://ucdp.uu.se/downloads/ged/ged251.pdf
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.output.codebook import coded_events, table

if TYPE_CHECKING:
    from crosstally.output.codebook import Coded
    from crosstally.rules.report import Report

_COLUMNS = (
    "relid", "year", "number_of_sources", "source_article", "source_headline", "where_description", "date_start",
    "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
)  # fmt: skip


def render(report: Report) -> str:
    """CSV. Who the two sides are, reports do not tell: all dead who are no civilians are of unknown side.

    An event needs a death in its best, low or high estimate; others are left out.
    """
    rows = (_row(event) for event in coded_events(report, "ucdp"))
    return table(_COLUMNS, (row for row in rows if any(row[-3:])))


def _row(event: Coded) -> tuple[object, ...]:
    coding = event.codings.get(("killed", None))
    best = coding.best if coding and coding.best is not None else coding.low if coding else 0.0
    civilians = min(event.best("killed", "civilian") or 0.0, best or 0.0)
    return (
        event.name,
        event.start[:4],
        len(event.sources),
        "; ".join(event.sources),
        "; ".join(event.headlines),
        event.place,
        event.start,
        event.end,
        0.0,
        0.0,
        civilians,
        (best or 0.0) - civilians,
        best,
        best if coding is None or coding.high is None else coding.high,
        best if coding is None or coding.low is None else coding.low,
    )
