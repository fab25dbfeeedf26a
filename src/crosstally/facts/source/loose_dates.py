"""Dates as rows and mails spell them: "9 June 2025, 14:05", "Mon, 09 Jun 2025 14:05:00 +0200", "09.06.2025"."""

from __future__ import annotations

import re
import warnings
from datetime import datetime
from functools import cache

from crosstally.errors import InputError

_ANY = (datetime(2001, 1, 1), datetime(2002, 2, 2), datetime(2004, 3, 3))  # noqa: DTZ001 - what fills the gaps shows itself
_DAY_FIRST = re.compile(r"\d{1,2}\.")  # between dots, no locale has the month first (CLDR, short formats of dates)
_YEAR_FIRST = re.compile(r"\d{4}\D")
HOURS = {
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
"""Zones by name, in hours from UTC (RFC 5322, section 4.3)."""
_ZONES = {name: hours * 3600 for name, hours in HOURS.items()}
_LATE = 1900  # a year before is a number that dateutil took for one


@cache
def spelled_out(text: str) -> datetime:
    """The time that a text spells in full: day, month and year.

    Raises:
        InputError: It may be read in two ways, as 03/04/2025 may.
        ValueError: It spells none.
    """
    from dateutil.parser import UnknownTimezoneWarning, parse  # noqa: PLC0415 - only for those who need it

    readings = set()
    orders = (False,) if _YEAR_FIRST.match(text) else (True,) if _DAY_FIRST.match(text) else (False, True)
    for day_first in orders:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UnknownTimezoneWarning)
            try:
                found = {parse(text, default=gap, dayfirst=day_first, tzinfos=_ZONES) for gap in _ANY}
            except (UnknownTimezoneWarning, OverflowError, AttributeError) as error:
                raise ValueError(text) from error
        if len(found) != 1:
            raise ValueError(text)  # a part of the date is missing
        readings |= found
    if len(readings) > 1:
        either = " or ".join(sorted(f"{moment:%d %B %Y}" for moment in readings))
        raise InputError(
            f"{text!r:.60} may be {either}", allowed="a date that can be read in one way, such as 2025-06-09"
        )
    (moment,) = readings
    if moment.year < _LATE:
        raise ValueError(text)
    return moment
