"""Dates, months, years and days that a sentence names, as ISO 8601 dates or intervals.

"On Thursday" and "last week" count from the day of publication; without one they say nothing. Durations ("for two
weeks") are figures, not times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from crosstally.facts.context.afterwards import looks_back
from crosstally.facts.context.clauses import nearest
from crosstally.facts.context.time_readings import READINGS
from crosstally.facts.lexicon import load
from crosstally.facts.words.calendar import weekdays
from crosstally.facts.words.vocabulary import any_of

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?"
    r"|Dec(?:ember|\.)?)"
)
YEAR = r"(?:1[5-9]|20)[0-9][0-9](?!\w|[,.][0-9]|%)"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?!\w|[,.:][0-9]|%)"
WEEKDAY = any_of(map(str.capitalize, weekdays()))
_TIME = re.compile(
    rf"""(?<!\w)(?=[0-9A-Zalnty])(?:
    (?P<iso>(?P<iso_date>[0-9]{{4}}-[0-9][0-9]-[0-9][0-9])\b)
  | (?P<digits>(?P<n1>[0-9][0-9]?)(?P<mark>[./-])(?P<n2>[0-9][0-9]?)(?P=mark)(?P<y8>(?:19|20)[0-9][0-9])\b)
  | (?P<month_day>(?:{WEEKDAY},?\s)?(?P<m1>{MONTH})\s(?P<d1>{DAY})(?:\s?[-–]\s?(?P<d2>{DAY}))?
      (?:,?\s(?P<y1>{YEAR}))?)
  | (?P<day_month>(?:{WEEKDAY},?\s)?(?P<d3>{DAY})(?:\s?[-–]\s?(?P<d4>{DAY}))?[\s-](?:of\s)?(?P<m2>{MONTH})(?!\w)
      (?:(?:,?\s|-)(?P<y2>{YEAR}))?)
  | (?P<month_year>(?P<m3>{MONTH}),?\s(?:of\s)?(?P<y3>{YEAR}))
  | (?P<month>(?P<m4>{MONTH})(?!\w|\s[0-9]))
  | (?P<years>(?<![-–])(?P<y4>{YEAR})\s?[-–]\s?(?P<y5>(?:19|20)?[0-9][0-9])\b(?!-))
  | (?P<span>(?:(?<=[Ff]rom\s)|(?<=[Bb]etween\s))(?P<y9>{YEAR})\s(?:to|and|until|through)\s(?P<y10>{YEAR}))
  | (?P<decade>(?P<y6>(?:1[5-9]|20)[0-9]0)['’]?s\b)
  | (?P<year>(?<![-–.,])(?P<y7>{YEAR})(?![-–]\w|['’]))
  | (?P<weekday>(?:(?P<which>[Ll]ast|[Nn]ext)\s)?(?P<day>{WEEKDAY})\b)
  | (?P<day_word>(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]his\s(?:morning|afternoon|evening)|[Ll]ast\snight)\b)
  | (?P<weekend>(?:[Tt]he|[Ll]ast|[Tt]his)\s(?:past\s)?weekend\b)
  | (?P<period>(?P<near>[Ll]ast|[Tt]his)\s(?P<unit>week|month|year)\b)
  | (?P<ago>ago\b)
    )""",
    re.VERBOSE,
)
_HINT = re.compile(  # what a time begins with; the character before it parts it from the word before
    r"\W(?=[0-9]|Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|[Ll]ast|[Nn]ext|[Yy]esterday|[Tt]o(?:day|night)|[Tt]h(?:is|e\s(?:past\s)?weekend)|ago)"
)
_CLAUSE = 90  # code points before a time, about a clause
_SINCE = re.compile(r"\bsince (?:(?:early|late|mid|at least) )?$")
_TOLD_OF = re.compile(r",? (?:when|which|where|who)\b")
_ASIDE_IN_PRESENT = re.compile(r",\s(?:which|who)\s(?!was\b)(?:[a-z]+s|are|have)\s[^,]*$")
_ASIDE_BEHIND = re.compile(r",\s(?:which|who)\s[^,;]*$")
_TO_COME = re.compile(r"\b(?:which|who|that)\s(?:will|would|is\s(?:to|due)|are\s(?:to|due))\s[^,;]*$")
_SINCE_SOMEBODY = re.compile(r"\bsince\s(?:he|she|it|they)\s[^,;]*$")
_SINCE_APPOSED = re.compile(r",\s[^,;]*\bsince\s$")
_ASIDE = 60  # code points that an aside is looked back into for its verb
_LONG_ASIDE = 160  # the same for one that closes: "started by two fellow students above a shop in"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A point or span in time that a sentence names.

    Attributes:
        start: First code point in the sentence.
        end: One past the last.
        interval: ISO 8601: "2025-04-24", "2022-02", "2014" or "2025-04-21/2025-04-27".
    """

    start: int
    end: int
    interval: str


def find_times(sentence: str, published: datetime | None) -> list[TimeExpression]:
    """Times of a sentence, in order; those that count from the publication are left out when it is not known."""
    times = []
    day = published.date() if published else None
    done = 0
    for hint in _HINT.finditer(f" {sentence}"):
        match = _TIME.match(sentence, hint.start()) if hint.start() >= done else None
        if match is None:
            continue
        done = match.end()
        interval = READINGS[match.lastgroup or ""](match, day)
        if interval is not None and not _is_mark_of_record(sentence, match.start(), match.end()):
            times.append(TimeExpression(match.start(), match.end(), interval))
    return times


def _is_mark_of_record(sentence: str, start: int, end: int) -> bool:
    """Whether a time only tells how long nothing was like it, and is of nothing told: "the most since | 2011".

    It is of what is told behind it: "the worst since | 2011, when 12 people died".
    """
    before = sentence[max(0, start - _CLAUSE) : start]
    since = _SINCE.search(before)
    if since is None or _TOLD_OF.match(sentence, end):
        return False
    return _superlatives().search(before[: since.start()]) is not None


@cache
def _superlatives() -> re.Pattern[str]:
    """A word that says that nothing was more, with no end of its clause behind it."""
    return re.compile(rf"\b(?:{'|'.join(load('times')['record']['words'])})\b[^,;:.]*$", re.IGNORECASE)


def nearest_time(sentence: str, times: Sequence[TimeExpression], start: int, end: int) -> TimeExpression | None:
    """The time of the figure at ``sentence[start:end]``: the nearest in its clause, else the sentence's only one.

    What an aside says in the present has no time behind it: "Orvane, which employs | 40 | people, was sold in 2020".
    """
    found = nearest(sentence, [time for time in times if not _is_of_another(sentence, time, start, end)], start, end)
    if found is None or found.start < end or "," not in sentence[end : found.start]:
        return found
    return None if _ASIDE_IN_PRESENT.search(sentence, max(0, start - _ASIDE), start) else found


def _is_of_another(sentence: str, time: TimeExpression, start: int, end: int) -> bool:
    """Whether a time is that of an aside, and of no figure outside it.

    Such is a closed one on how a thing came to be ("the ferry, built in | 1984 |, carried 12"), on a person ("Vell,
    who wed in | 1984 |, ...", "Vell, chief since | 1984 |, ..."), or on what is to come ("12 seats, which will be
    sold in | May |"); since when somebody has been somewhere ("12 goals since he came in | 2017 |"); and when people
    look back on it (see `looks_back`).
    """
    if looks_back(sentence, (time.start, time.end), (start, end)):
        return True
    before = max(0, time.start - _LONG_ASIDE)
    if _SINCE_SOMEBODY.search(sentence, before, time.start):
        return True
    if sentence.startswith(",", time.end) and time.end < start and _SINCE_APPOSED.search(sentence, before, time.start):
        return True
    if "," in sentence[time.end : start] and _closed_asides().search(sentence, before, time.start):
        return True
    if _tells_of_a_thing_between(sentence, time, end):
        return True
    return end <= time.start and _TO_COME.search(sentence, max(end, before), time.start) is not None


def _tells_of_a_thing_between(sentence: str, time: TimeExpression, end: int) -> bool:
    """Whether a time is in a closed aside on something that is named behind the figure, and not on what it counts.

    "The $3m | jail, which opened in 1984, | burned" tells when the jail opened, "12 miners, who died in 1984, had"
    when the miners did.
    """
    behind = _ASIDE_BEHIND.search(sentence, end, time.start) if end <= time.start else None
    return behind is not None and sentence[end : behind.start()].strip() != "" and "," in sentence[time.end :]


@cache
def _closed_asides() -> re.Pattern[str]:
    origin = "|".join(load("times")["origin"]["words"])
    of_a_thing = rf"(?:which\s(?:was|were|is|are|has\sbeen|had\sbeen)\s)?(?:{origin})\b"
    return re.compile(rf",\s(?:{of_a_thing}|who(?:se)?\s)[^,]*$|{_TO_COME.pattern}")
