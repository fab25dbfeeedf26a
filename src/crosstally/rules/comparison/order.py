"""Which of two claims is of the earlier day, or hour: by the day of its count, its entry of a live page, its report."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact

_DAY = len("2024-06-09")


def is_before(a: Fact, b: Fact) -> bool | None:
    """Whether the first claim is of a day before the second; None where when one is of is not known.

    That is the day of its count where both say it, else of its report; where one report has no date, the day of its
    count stands for it, and of two numbered reports of one source the lower number is the earlier. Two counts as of one
    day stand beside each other, whenever they were printed.
    """
    if a.as_of is not None and b.as_of is not None:
        known = min(len(a.as_of), len(b.as_of))
        is_one_day = a.as_of[:known] == b.as_of[:known] and len(a.as_of) != len(b.as_of)
        return None if is_one_day else a.as_of < b.as_of
    first, second = _told(a), _told(b)
    if first is not None and second is not None:
        return None if _is_one_day_at_no_hour(first, second) else first < second
    one, other = day_of(a), day_of(b)
    if one is not None and other is not None and one != other:
        return one < other
    return _is_numbered_before(a.document, b.document)


def entry_of(fact: Fact) -> str | None:
    """When the entry of a live page that a claim stands in was written; None of any other claim."""
    return fact.as_of if fact.as_of is not None and "T" in fact.as_of else None


def _told(fact: Fact) -> datetime | None:
    """When a claim was told: its entry of a live page was written, else its report was published.

    A table of facts may give a span or an hour that no clock shows, which tells nothing.
    """
    with suppress(ValueError):
        if entry := entry_of(fact):
            return datetime.fromisoformat(entry).replace(tzinfo=UTC)
    return fact.document.published


def _is_one_day_at_no_hour(first: datetime, second: datetime) -> bool:
    """Whether two reports are of one day, and the hour of one of them alone is known: midnight stands for none."""
    return first.date() == second.date() and (first.time() == time.min) != (second.time() == time.min)


def day_of(fact: Fact) -> str | None:
    """The day of a count, else of its report, as far as either is known."""
    published = fact.document.published
    return fact.as_of[:_DAY] if fact.as_of else f"{published:%Y-%m-%d}" if published else None


def _is_numbered_before(one: Document, other: Document) -> bool | None:
    """Whether the first of two reports of a source has the lower number; None where one has none."""
    if one.source != other.source or one.issue is None or other.issue is None:
        return None
    return one.issue < other.issue
