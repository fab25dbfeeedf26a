"""Lines above a story that say when it was published: their dates, a time of day, and what stands beside them.

    The Lakeside Courier, Sunday 3 August 2025. By Ana Ruiz in Orvane
    PUBLISHED: 17:31, 3 August 2025 | UPDATED: 22:04, 4 August 2025
    Posted by harbourman on 3 August 2025, 23:40 - 17 comments
    3 August 2025 | Text and photos: Ana Ruiz
    Issued: Sunday 3 August 2025, 5.10pm. Next update expected at 6pm.
    HARBOUR GUARD - Operational update - 3 August 2025, morning

Such words are in `lexicon/mastheads.toml`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.source.address import MONTH
from crosstally.facts.source.loose_dates import HOURS
from crosstally.facts.source.whole_dates import WHOLE_DATE, apart, whole_dates
from crosstally.facts.words.calendar import number_of
from crosstally.facts.words.vocabulary import any_of

_IN_MONTH = re.compile(rf"(?P<month>{MONTH}\.?),?\s(?P<year>(?:19|20)\d\d)(?!\d|[-/]\d)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)?\s?(?P<half>[ap])?\.?(?:m\b\.?)?"
    rf"(?:\s?(?P<zone>Z\b|UTC|GMT|{'|'.join(HOURS)})\b(?![+-]?\d))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\b(?:utc|gmt)[+-]\d{1,2}(?:[:.]?\s?\d{1,2})?(?!\d)", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:utc|gmt)\b|(?<=\0)[\s(]*[a-z]{2,4}t\b", re.IGNORECASE)  # behind a clock
_BETWEEN = re.compile(r"\s*(?:[,;:|()\[\]·•–—]|(?<!\d)/|/(?!\d)|\s--?(?=\s|\Z)|\A-+|\.(?=\s|\Z))\s*")
_PASSING = re.compile(r"\b(?:\d+ (?:minutes?|hours?|days?) ago|pp?\. ?\d+)(?=\W|\Z)", re.IGNORECASE)
_NAME_WORD = (
    r"(?:[a-z]*[A-Z0-9][\w.'’&-]*|of|the|and|&|for|by|in|d[aeiou]s?|del|der|die|das|l[aeo]s?|el|et|und|van|von)"
)
_NAME = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{0,5}}\Z")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}\Z")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?", re.IGNORECASE)
_PAIR = 2  # parts of a headline that a dash cuts
_LONGEST = 8  # words of a phrase beside a date
_STROKE = re.compile(r"\s*[|·•]\s*|\s[-–—]{1,2}\s")
_CLOSES = re.compile(rf"(?:[,\s]*{_CLOCK.pattern})?\s*(?:\Z|[.|·•(]|(?<=\s)[A-Z])")


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line that holds dates.

    Attributes:
        days: Its dates, one or more, as written, with the whole year.
        clock: The last time of day, if it gives one.
        beside: What stands beside them but for what goes with any date ("Last updated on", "Sunday"), part by part.
        says_so: Whether the line says by itself that a text is of these dates, whatever stands beside them.
        is_filed: Whether the line is one that offices head their papers with, and no headline.
    """

    days: tuple[str, ...]
    clock: re.Match[str] | None
    beside: tuple[str, ...]
    says_so: bool = False
    is_filed: bool = False


def dated_line(line: str) -> DatedLine | None:
    """The dates of a line, and what stands beside them; None where it holds no date in full."""
    line = apart(line)
    days = tuple(whole_dates(line))
    if not days:
        return None
    clocks = list(_CLOCK.finditer(WHOLE_DATE.sub(" , ", line)))
    parts = _STROKE.split(line)
    is_timed, is_alone = _is_timed(line), _is_alone(parts)
    is_filed = is_timed or (is_alone and len(parts) > _PAIR)
    says_so = is_timed or is_alone or _is_said(line)
    return DatedLine(days, clocks[-1] if clocks else None, _beside(line), says_so=says_so, is_filed=is_filed)


def _beside(line: str) -> tuple[str, ...]:
    """What stands beside the dates of a line but for what goes with any date, part by part."""
    rest = _PASSING.sub(" ", _OFFSET.sub(" ", WHOLE_DATE.sub(" , ", line)))
    parts = _BETWEEN.split(_ZONE.sub(" ", _CLOCK.sub(" , \0", rest)).replace("\0", ""))
    plain = (" ".join(_about_time().sub(" ", part).strip("_-. ").split()) for part in parts)
    return tuple(part for part in plain if part and not _WEEKDAY.fullmatch(part))


def _is_said(line: str) -> bool:
    """Whether a line or a sentence of it opens by saying that a text is of its date: "Issued: 3 August 2025."."""
    dates = (WHOLE_DATE.match(line, said.end()) for said in _said().finditer(line))
    return any(date and _CLOSES.match(line, date.end()) for date in dates)


def _is_timed(line: str) -> bool:
    """Whether an hour of the day stands right behind a date and ends the line or a part of it: "16 July, 12:00"."""
    return any(_timed().match(line, date.end()) for date in WHOLE_DATE.finditer(line))


def _is_alone(parts: Sequence[str]) -> bool:
    """Whether strokes or dashes set the dates of a line apart from all else, all short: "3 Aug 2025 | Photos"."""
    if len(parts) == 1 or any(len(part.split()) > _LONGEST for part in parts):
        return False
    return all(goes_with_date(beside) for part in parts if WHOLE_DATE.search(part) for beside in _beside(part))


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


def tells_kind(part: str) -> bool:
    """Whether a part of a line says what kind of text it stands above: "Media release"."""
    return len(part.split()) <= _LONGEST and _kinds().search(part) is not None


def goes_with_date(part: str) -> bool:
    """Whether a part of a line may stand beside the date of a report: a name, a host, who wrote it, its kind."""
    return _NAME.match(part) is not None or _HOST.match(part) is not None or tells_kind(part)


@cache
def _about_time() -> re.Pattern[str]:
    """Words that go with any date: "Last updated at", "local time"."""
    return re.compile(
        rf"\b(?:{any_of(word for key in ('said', 'time', 'hours') for word in load('mastheads')[key])})\b",
        re.IGNORECASE,
    )


@cache
def _timed() -> re.Pattern[str]:
    """An hour of the day, behind a date: ", 12:00 local time", ", late evening", " 2345 hrs"."""
    words = any_of(load("mastheads")["hours"])
    hour = rf"(?:{_CLOCK.pattern}|\d{{1,2}}\s?[ap]\.?m\b\.?|\d{{4}}(?=\s?h)|(?:(?:late|early)\s)?(?:{words}))"
    behind = r"(?:\s?(?:hrs|hours|h|local|time|utc|gmt|[a-z]{2,4}t)\b\.?)*"
    return re.compile(rf"[,;]?\s+(?:at\s)?{hour}{behind}\s*(?:\Z|[.|·;]|\s[-–—]\s)", re.IGNORECASE)


@cache
def _said() -> re.Pattern[str]:
    """What opens a line or sentence and says that a text is of the date behind it: "Last updated: Sunday "."""
    said = any_of(load("mastheads")["said"])
    return re.compile(
        rf"(?:\A|[.|·•)]\s+)(?:{said})\b(?:\s(?:on|at))?[\s:,–-]*(?:{_WEEKDAY.pattern},?\s)?", re.IGNORECASE
    )


@cache
def _kinds() -> re.Pattern[str]:
    """What a part begins or ends with that says who wrote a text, what kind it is, or how many read it."""
    first, last = (any_of(load("mastheads")[key]) for key in ("first", "last"))
    return re.compile(rf"\A(?:{first})\b|\b(?:{last})(?: [\d/]+)?\Z", re.IGNORECASE)
