"""Days as tables write them."""

from __future__ import annotations

from datetime import UTC, datetime

from crosstally.errors import InputError
from crosstally.facts.source.records import to_utc


def loose_time(value: object) -> datetime | None:
    """A time as tables write it: ISO 8601, or a day with the name of its month, or with its month first or last.

    Raises:
        InputError: It is none, or it may be two: 03/04/2025.
    """
    try:
        return to_utc(value)
    except InputError:
        if not isinstance(value, str):
            raise
    from dateutil import parser  # noqa: PLC0415 - only for dates that are not ISO 8601

    try:
        read = {parser.parse(value, dayfirst=first, default=datetime(1, 1, 1)) for first in (True, False)}  # noqa: DTZ001
    except (ValueError, OverflowError):
        read = set()
    if len(read) != 1:
        raise InputError(f"{value!r:.60} is no one day", allowed="2025-06-11, 11 June 2025")
    return to_utc(read.pop().replace(tzinfo=UTC))
