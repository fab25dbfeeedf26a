"""The time a figure speaks of, and whether that sets it apart from the event."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from crosstally.facts.document import NEWS

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

_YEAR = re.compile(r"\d{4}")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d\S*)(/\d{4}-\d\d-\d\d\S*)?")


def days_of(event_time: str | None) -> tuple[str, str] | None:
    """First and last day of an ISO 8601 date, month, year or interval; days compare as strings."""
    if event_time is None:
        return None
    first, _, last = event_time.partition("/")
    return first[:10].ljust(10, "!"), (last or first)[:10].ljust(
        10, "~"
    )  # "!" and "~" sort around every digit and hyphen


def are_apart(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether the one ends before the other begins, each a first and last day."""
    return one[1] < other[0] or other[1] < one[0]


def are_weeks_apart(one: str | None, other: str | None) -> bool:
    """Whether so long lies between two days that one is of another event's time; not where either is not known."""
    known = [date.fromisoformat(day) for day in (one, other) if day and _DAYS.fullmatch(day)]
    return len(known) > 1 and abs(known[0] - known[1]) > NEWS


def era_of(fact: Fact) -> str | None:
    """The time that sets a figure apart from the event: months or years, or long before publication.

    Days, as far as they are not long before publication, are taken for the event's own: None.
    """
    days = days_of(fact.event_time)
    if days is None or fact.event_time is None:
        return None
    if not _DAYS.fullmatch(fact.event_time):
        return fact.event_time
    published = fact.document.published
    is_past = published is not None and days[1] < (published - NEWS).date().isoformat()
    return days[1][:4] if is_past else None


def is_long_past(fact: Fact) -> bool:
    """Whether a claim is on an event long before its report, whose toll nobody counts any more: "a quake in 2003"."""
    published, days = fact.document.published, days_of(fact.event_time)
    if published is not None and days is not None:
        return days[1] < (published - NEWS).date().isoformat()
    year = _YEAR.match(fact.about or "")
    return year is not None and (published is None or int(year[0]) < published.year)
