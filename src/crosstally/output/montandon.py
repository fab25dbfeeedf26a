"""IFRC Montandon: an impact for each toll of each event, as STAC items of the Monty extension.

https://ifrcgo.org/monty-stac-extension/
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from crosstally.output.codebook import coded_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.output.codebook import Coded
    from crosstally.rules.report import Report

SCHEMA = "https://ifrcgo.org/monty-stac-extension/v1.1.0/schema.json"
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
                "datetime": f"{event.start}T00:00:00Z" if len(event.start) == len("2025-01-01") else None,
                "title": f"{event.name}: {measure}",
                "description": event.notes,
                "keywords": list(event.sources),
                "roles": ["derived", "impact"],
                "monty:corr_id": event.name,
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
