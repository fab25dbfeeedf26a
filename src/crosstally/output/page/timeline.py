"""The claims on one quantity over time: every figure where and when it was published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crosstally.output.page.bar import Bar, bar_of
from crosstally.output.page.scale import Scale, Tick
from crosstally.rules.comparison.comparison import in_unit_of
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from crosstally.facts.fact import Fact

_NEAR_X, _NEAR_Y = 16.0, 14.0  # percent: labels closer than both would cover each other
_RIGHT = 75.0  # percent: labels from here on stand left of their point
_MARGIN = 0.06
_MOST_LABELS = 40  # figures of one plot; of more, only the first and the last are labelled


@dataclass(frozen=True, slots=True)
class Moment:
    """A figure in time.

    Attributes:
        at: When, in percent of the time shown.
        bar: The figure, in percent of the vertical axis.
        label: The figure in words; empty where another label is in its place.
        title: The figure, its source and its date.
        is_left: Whether the label stands left of the point.
    """

    at: float
    bar: Bar
    label: str
    title: str
    is_left: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A plot over time.

    Attributes:
        moments: The figures, by date.
        days: Marks on the axis of time.
        ticks: Marks on the axis of the figures.
        summary: The same in words.
    """

    moments: list[Moment]
    days: list[Tick]
    ticks: list[Tick]
    summary: str


def timeline_of(facts: Iterable[Fact], unit: Fact, scale: Scale) -> Timeline | None:
    """The plot of all dated claims; None when they are of one day or carry no dates."""
    dated = sorted((when, i, fact) for i, fact in enumerate(facts) if (when := fact.document.published))
    if len({when.date() for when, _, _ in dated}) < 2:  # noqa: PLR2004 - time takes two days
        return None
    seconds = [when.timestamp() for when, _, _ in dated]
    margin = _MARGIN * (seconds[-1] - seconds[0])
    time = Scale(seconds[0] - margin, seconds[-1] + margin)
    points = [_moment(fact, when, time, bar_of(in_unit_of(fact, unit), scale)) for when, _, fact in dated]
    moments = list(dict.fromkeys(points))
    summary = "; ".join(moment.title for moment in (moments if len(moments) <= _MOST_LABELS else _ends(moments)))
    days = _days([when for when, _, _ in dated], time)
    return Timeline(_labelled(moments), days, scale.ticks(), summary)


def _moment(fact: Fact, when: datetime, time: Scale, bar: Bar) -> Moment:
    words, at = " ".join(figure(fact).split()), time.at(when.timestamp())
    return Moment(at, bar, words, f"{words}: {fact.document.source}, {_day(when)}", is_left=at > _RIGHT)


def _labelled(moments: list[Moment]) -> list[Moment]:
    """The figures with labels where there is room for them."""
    if len(moments) <= _MOST_LABELS:
        return [_with_room(moment, moments) for moment in moments]
    return [moment if moment in _ends(moments) else replace(moment, label="") for moment in moments]


def _ends(moments: list[Moment]) -> list[Moment]:
    return [moments[0], moments[-1]]


def _with_room(moment: Moment, moments: Iterable[Moment]) -> Moment:
    """The figure without its label where another one stands in the place of the label."""
    left, right = (-_NEAR_X, 0.0) if moment.is_left else (0.0, _NEAR_X)
    for other in moments:
        is_near = left <= other.at - moment.at <= right and abs(_height(other.bar) - _height(moment.bar)) < _NEAR_Y
        if other != moment and is_near:
            return replace(moment, label="")
    return moment


def _height(bar: Bar) -> float:
    return bar.value if bar.value is not None else (bar.low + bar.high) / 2


def _days(dates: list[datetime], time: Scale) -> list[Tick]:
    """The first and the last day, and one near the middle where there is room."""
    ticks: list[Tick] = []
    for when in (dates[0], dates[-1], dates[len(dates) // 2]):
        at = time.at(when.timestamp())
        if all(abs(at - tick.at) > 2 * _NEAR_X for tick in ticks):
            ticks.append(Tick(at, _day(when)))
    return ticks


def _day(when: datetime) -> str:
    return f"{when.day} {when:%b %Y}"
