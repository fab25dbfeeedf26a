"""What the tolls that several reports give come to: the bounds, the best figure, and whether they agree."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING

from crosstally.facts.document import UNDATED
from crosstally.rules.policy.best import corroborated
from crosstally.rules.policy.copies import independent
from crosstally.rules.policy.peaks import PeakAfter
from crosstally.rules.toll import toll as kind_of_toll

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosstally.rules.policy.coding import Policy, Settle
    from crosstally.rules.quantity import Agreement
    from crosstally.rules.tolls.report_tolls import ReportToll


def bounds(tolls: Iterable[ReportToll], policy: Policy) -> tuple[float, float | None]:
    """The least and the most that reports allow, or, where a policy asks for it, that they state."""
    points = [toll.point for toll in tolls if toll.point is not None]
    if policy.bounds == "stated" and points:
        return min(points), max(points)
    highs = [toll.high for toll in tolls]
    return min(toll.low for toll in tolls), None if None in highs else max(high for high in highs if high is not None)


def best_of(tolls: Iterable[ReportToll], copies: Mapping[str, str], settle: Settle) -> float | None:
    """The figure that a policy settles on; None where no report gives a number."""
    voices: dict[float, list[ReportToll]] = defaultdict(list)
    for toll in tolls:
        if toll.point is not None:
            voices[toll.point].append(toll)
    if not voices:
        return None
    match settle:
        case "lowest":
            return min(voices)
        case "highest":
            return max(voices)
        case "latest":
            return max(voices, key=lambda figure: max(map(_turn, voices[figure])))
        case "corroborated":
            highest = PeakAfter((toll for said in voices.values() for toll in said), _moment, _figure)
            standing = {
                figure: said
                for figure, said in voices.items()
                if not any(_updates(one, later) for one in said if (later := highest(one.document.published)))
            }
            return corroborated({f: independent((t.document for t in said), copies) for f, said in standing.items()})

    def rank(figure: float) -> tuple[int, tuple[datetime, int], float]:
        said = voices[figure]
        return independent((toll.document for toll in said), copies), max(map(_turn, said)), -figure

    return max(voices, key=rank)


def _turn(toll: ReportToll) -> tuple[datetime, int]:
    return toll.document.turn


def _moment(toll: ReportToll) -> datetime | None:
    return toll.document.published


def _figure(toll: ReportToll) -> float:
    return toll.point or 0.0


def _updates(earlier: ReportToll, later: ReportToll) -> bool:
    """Whether a later report gives the higher figure, or any other one of those that may become fewer: the missing."""
    return _may_fall(earlier.measure) or _figure(earlier) < _figure(later)


def _may_fall(measure: str) -> bool:
    kind = kind_of_toll(measure)
    return kind is not None and not kind.grows


def agreement(tolls: Sequence[ReportToll]) -> Agreement:
    """Whether reports exclude each other, and if so, whether time explains every two that do.

    Of each toll, those that lie below it are the first of all by their highest: so no two are held against each other.
    """
    if len({toll.document.source for toll in tolls}) == 1:
        return "single"
    may_fall = _may_fall(tolls[0].measure)
    lower = iter(sorted((toll for toll in tolls if toll.high is not None), key=lambda toll: toll.high or 0.0))
    below = next(lower, None)
    told: set[datetime | None] = set()  # when those below were published
    latest = UNDATED
    for toll in sorted(tolls, key=lambda toll: toll.low):
        while below is not None and below.high is not None and below.high < toll.low:
            told.add(below.document.published)
            latest = max(latest, below.document.turn[0])
            below = next(lower, None)
        day = toll.document.published
        if told and (day is None or None in told or (day in told if may_fall else day <= latest)):
            return "disputed"
    return "updated" if told else "agreed"
