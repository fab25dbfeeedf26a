"""Dates in full, as lines above a story write them: "3 Aug 2025", "August 3, '25", "1-3 August 2025", "03.08.2025".

Of some days in a row the last one counts: a report that covers them was written then. "03/08/2025" is two dates; the
weekday beside it or an hour of North America, where the month stands first, says which.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from crosstally.facts.source.address import MONTH
from crosstally.facts.source.loose_dates import HOURS
from crosstally.facts.words.calendar import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = rf"{MONTH}\.?"
_CLOSED = r"(?=\s*(?:\Z|[^\w\s.:]|\d{1,2}[:.]\d\d))"  # behind a year cut short: no noun that it counts, but a clock
_SHORT = rf"['’]?(?P<%s>\d\d){_CLOSED}"
_FIRST_SHORT = 69  # the year that two digits begin with, of 1969 to 2068 (POSIX, strptime)
WHOLE_DATE = re.compile(
    rf"""\b(?:
      (?P<days>\d{{1,2}}\s?[-–]\s?)?\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-]             # 3 Aug 2025, 1-3 Aug 2025
      (?:\d{{4}}|{_SHORT % "behind_month"})                                                # 3-Aug-25
    | {_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:\d{{4}}|{_SHORT % "behind_day"})         # August 3, 2025, Aug 3, '25
    | \d{{4}}(?P<between>[-./])\d{{2}}(?P=between)\d{{2}}                                # 2025-08-03, 2025.08.03
    | \d{{1,2}}/\d{{1,2}}/{_SHORT % "behind_stroke"}                                    # 13/08/25
    | \d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}                                               # 03.08.2025, 3. 8. 2025
    | \d{{1,2}}/\d{{1,2}}/\d{{4}}                           # 03/08/2025: read where it can be read in one way
    )(?=\b|T\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_RUN_ON = re.compile(rf"(?<=[\s,](?:19|20)\d\d)(?=\d{{1,2}}(?::\d\d|\s{_MONTH})|[a-z]{{2}})", re.IGNORECASE)
_SPACED = re.compile(r"\.\s(?=\d)")
STROKES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")  # a date that may be two
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day|[a-z]{0,2})\b", re.IGNORECASE)
_AMERICAN = re.compile(rf"\d\s?(?:[ap]\.?m\.?\s?)?(?:{'|'.join(HOURS)}|[ECMP]T)\b", re.IGNORECASE)


def apart(line: str) -> str:
    """The line with what was pasted right behind a year set apart: "3 Aug 2025| , |Updated"."""
    return _RUN_ON.sub(" , ", line)


def whole_dates(line: str) -> Iterator[str]:
    """The dates of a line as written, but with the whole year, and of several days the last one."""
    for found in WHOLE_DATE.finditer(line):
        yield _settled(in_full(found), line)


def in_full(found: re.Match[str]) -> str:
    """A date as written, but with the whole year, and of several days the last one."""
    day = _SPACED.sub(".", found[0].removeprefix(found["days"] or ""))
    short = found["behind_month"] or found["behind_day"] or found["behind_stroke"]
    if short is None:
        return day
    return day.removesuffix(short).rstrip("'’") + f"{19 if int(short) >= _FIRST_SHORT else 20}{short}"


def _settled(day: str, line: str) -> str:
    """A date between strokes, in the one way in which what stands beside it lets it be read; else as it is."""
    if (numbers := STROKES.fullmatch(day)) is None:
        return day
    one, other, year = map(int, numbers.groups())
    readings = {found for month, day in ((one, other), (other, one)) if (found := _date(year, month, day))}
    if weekdays := {number_of(name) for name in _WEEKDAY.findall(line)}:
        readings = {found for found in readings if found.weekday() in weekdays}
    elif _AMERICAN.search(line):
        readings = {found for found in readings if found.month == one}
    return readings.pop().isoformat() if len(readings) == 1 else day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
