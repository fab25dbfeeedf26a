"""IFRC Montandon: an impact for each toll of each event, as STAC items of the Monty extension.

https://ifrcgo.org/monty-stac-extension/
"""

from __future__ import annotations

import json
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any

from crosstally.output.codebook import coded_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.output.codebook import Coded
    from crosstally.rules.report import Report

SCHEMA = "https://ifrcgo.org/monty-stac-extension/v1.3.0/schema.json"
_TYPES = {
    "killed": "death",
    "missing": "missing",
    "injured": "injured",
    "displaced": "displaced_total",
}


def render(report: Report) -> str:
    """A FeatureCollection (JSON). One value an impact: the best; a toll that no report gives a number has none."""
    items = [item for event in coded_events(report, "majority") for item in _items(event)]
    return json.dumps({"type": "FeatureCollection", "features": items}, ensure_ascii=False) + "\n"


def _items(event: Coded) -> Iterator[dict[str, Any]]:
    for measure, kind in _TYPES.items():
        best = event.best(measure)
        if best is None:
            continue
        yield {
            "type": "Feature",
            "stac_version": "1.0.0",
            "stac_extensions": [SCHEMA],
            "id": f"{event.name}-{kind}",
            "geometry": None,
            "properties": {
                **_times(event.start, event.end),
                "title": f"{event.name}: {measure}",
                "description": event.notes,
                "keywords": list(event.sources),
                "roles": ["derived", "impact"],
                "monty:corr_id": event.name,
                "monty:country_codes": [],  # no report says them: for who passes the items on
                "monty:hazard_codes": [],
                "monty:impact_detail": {
                    "category": "people",
                    "type": kind,
                    "value": best,
                    "unit": "count",
                    "estimate_type": "secondary",
                },
            },
            "links": [],
            "assets": {},
        }


def _times(start: str, end: str) -> dict[str, str | None]:
    """When it happened, as STAC says it: a day, or from when to when; nothing where no report tells.

    Args:
        start: A day, a month or a year (ISO 8601); "" where it is not known.
        end: The same.
    """
    if not start:
        return {"datetime": None}
    first, last = _days(start)[0], _days(end)[1]
    day = f"{first}T00:00:00Z" if first == last else None
    return {"datetime": day, "start_datetime": f"{first}T00:00:00Z", "end_datetime": f"{last}T23:59:59Z"}


def _days(time: str) -> tuple[date, date]:
    """The first and the last day of a day, a month or a year."""
    year, *rest = (int(part) for part in time.split("-"))
    first = date(year, *rest, *[1] * (2 - len(rest)))
    month = rest[0] if rest else 12
    return first, first if len(rest) > 1 else date(year, month, monthrange(year, month)[1])
