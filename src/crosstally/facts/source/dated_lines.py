"""Lines above a story that say when it was published: their dates, a time of day, and what stands beside them.

    The Lakeside Courier, Sunday 3 August 2025. By Ana Ruiz in Orvane
    PUBLISHED: 17:31, 3 August 2025 | UPDATED: 22:04, 4 August 2025
    Posted by harbourman on 3 August 2025, 23:40 - 17 comments
    PORT ANSEL, August 3, 2025 (Coast Wire) - Divers went on searching.

Such words are in `lexicon/mastheads.toml`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.source.address import MONTH
from crosstally.facts.source.loose_dates import HOURS
from crosstally.facts.words.calendar import number_of
from crosstally.facts.words.vocabulary import any_of

_MONTH = rf"{MONTH}\.?"
_CLOSED = r"(?=\s*(?:\Z|[^\w\s.:]|\d{1,2}[:.]\d\d))"  # behind a year cut short: no noun that it counts, but a clock
_SHORT = rf"['’]?(?P<%s>\d\d){_CLOSED}"
_DATE = re.compile(
    rf"""\b(?:
      \d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-](?:\d{{4}}|{_SHORT % "behind_month"})   # 3 Aug 2025, 3-Aug-25
    | {_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:\d{{4}}|{_SHORT % "behind_day"})         # August 3, 2025, Aug 3, '25
    | \d{{4}}(?P<between>[-./])\d{{2}}(?P=between)\d{{2}}                                # 2025-08-03, 2025.08.03
    | \d{{1,2}}/\d{{1,2}}/{_SHORT % "behind_stroke"}                                    # 13/08/25
    | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}                           # 03/08/2025: read where it can be read in one way
    )(?=\b|T\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_IN_MONTH = re.compile(rf"(?P<month>{_MONTH}),?\s(?P<year>(?:19|20)\d\d)(?!\d|[-/]\d)", re.IGNORECASE)
_FIRST_SHORT = 69  # the year that two digits begin with, of 1969 to 2068 (POSIX, strptime)
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)?\s?(?P<half>[ap])?\.?(?:m\b\.?)?"
    rf"(?:\s?(?P<zone>Z\b|UTC|GMT|{'|'.join(HOURS)})\b(?![+-]?\d))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\b(?:utc|gmt)[+-]\d{1,2}(?:[:.]?\s?\d{1,2})?\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:utc|gmt)\b|(?<=\0)[\s(]*[a-z]{2,4}t\b", re.IGNORECASE)  # behind a clock
_BETWEEN = re.compile(r"\s*(?:[,;:|()\[\]·•–—/]|\s--?(?=\s|\Z)|\A-+|\.(?=\s|\Z))\s*")
_NAME_WORD = (
    r"(?:[a-z]*[A-Z0-9][\w.'’&-]*|of|the|and|&|for|by|in|d[aeiou]s?|del|der|die|das|l[aeo]s?|el|et|und|van|von)"
)
_NAME = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{0,5}}\Z")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}\Z")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?", re.IGNORECASE)
_LONGEST = 8  # words of a phrase beside a date
_DATELINE = re.compile(r"[A-Z][A-Z'’.-]{2,}(?:[ ,/(]+[A-Z][\w'’.-]*){0,8}[ ,/(–—-]*\Z")
_OPENS_STORY = re.compile(r"\)?(?:,? ?(?:\([^)]{1,40}\)|/[^/\n]{1,40}/)|,? [A-Z][A-Za-z/ ]{1,30})?\s?(?:--?|–|—)\s")


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line that holds dates.

    Attributes:
        days: Its dates, one or more, as written, with the whole year.
        clock: The last time of day, if it gives one.
        beside: What stands beside them but for what goes with any date ("Last updated on", "Sunday"), part by part.
    """

    days: tuple[str, ...]
    clock: re.Match[str] | None
    beside: tuple[str, ...]


def dated_line(line: str) -> DatedLine | None:
    """The dates of a line, and what stands beside them; None where it holds no date in full."""
    days = tuple(map(_in_full, _DATE.finditer(line)))
    if not days:
        return None
    rest = _OFFSET.sub(" ", _DATE.sub(" , ", line))
    clocks = list(_CLOCK.finditer(rest))
    parts = _BETWEEN.split(_ZONE.sub(" ", _CLOCK.sub(" , \0", rest)).replace("\0", ""))
    plain = (" ".join(_about_time().sub(" ", part).strip("_-. ").split()) for part in parts)
    beside = tuple(part for part in plain if part and not _WEEKDAY.fullmatch(part))
    return DatedLine(days, clocks[-1] if clocks else None, beside)


def line_of_month(line: str) -> DatedLine | None:
    """The month that a line opens with as when it was published, by its last day; None where it opens with none.

    A monthly tells what is known by then: "August 2025 · by Ana Ruiz · 9 min read".
    """
    found = _IN_MONTH.match(line)
    if found is None:
        return None
    month, year = number_of(found["month"].rstrip(".").lower()), int(found["year"])
    last = monthrange(year, month)[1]
    rest = _BETWEEN.split(line[found.end() :])
    return DatedLine((f"{year}-{month:02}-{last}",), None, tuple(part for part in map(str.strip, rest) if part))


def goes_with_date(part: str) -> bool:
    """Whether a part of a line may stand beside the date of a report: a name, a host, who wrote it, its kind."""
    if _NAME.match(part) or _HOST.match(part):
        return True
    return len(part.split()) <= _LONGEST and _kinds().search(part) is not None


def dateline(line: str) -> DatedLine | None:
    """The date of the dateline that a story opens with; None where it opens with none."""
    found = _DATE.search(line)
    if found is None or not _DATELINE.match(line[: found.start()]) or not _OPENS_STORY.match(line, found.end()):
        return None
    return DatedLine((_in_full(found),), None, ())


def _in_full(found: re.Match[str]) -> str:
    """A date as written, but for a year cut short."""
    short = found["behind_month"] or found["behind_day"] or found["behind_stroke"]
    if short is None:
        return found[0]
    return found[0].removesuffix(short).rstrip("'’") + f"{19 if int(short) >= _FIRST_SHORT else 20}{short}"


@cache
def _about_time() -> re.Pattern[str]:
    """Words that go with any date: "Last updated at", "local time"."""
    return re.compile(rf"\b(?:{any_of(load('mastheads')['time'])})\b", re.IGNORECASE)


@cache
def _kinds() -> re.Pattern[str]:
    """What a part begins or ends with that says who wrote a text, what kind it is, or how many read it."""
    first, last = (any_of(load("mastheads")[key]) for key in ("first", "last"))
    return re.compile(rf"\A(?:{first})\b|\b(?:{last})\Z", re.IGNORECASE)
