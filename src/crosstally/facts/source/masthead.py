"""What stands above the story of a pasted page: its address, and when it was published.

    https://news.example.org/lake/ferry-toll
    Ferry toll rises to 41
    Published on: Sun, 3 Aug 2025 at 15:10 UTC

Of the first lines, one that holds an address and nothing else is where the page stood, and the host of that the source;
one that holds a date in full, and beside it only what goes with dates there ("Last updated on", "10:00", "IST"), says
when. A situation report says in the line with its number when it is of, and which office it is by (bulletins.py). A
name may stand beside it ("Valley Observer, 15 May 2025"), but not in the first line, which is a headline
("Varnholm Election, 28 September 2025"), nor in the story. Of several dates the last one counts: the text is as it
stood then. Where no line says when, the day in the address does (address.py), or in the `url` of a row. The text stays
as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import takewhile

from crosstally.errors import InputError
from crosstally.facts.source.address import ADDRESS, MONTH, day_of, host_of
from crosstally.facts.source.bulletins import SERIES, issue, office
from crosstally.facts.source.loose_dates import HOURS
from crosstally.facts.source.outlet import outlet
from crosstally.facts.source.records import to_utc

LINES = 8  # a masthead that is longer is a list of something else
LONGEST = 1_000  # characters a line that is looked at
_PROSE = re.compile(r"[a-z]{2}[.!?][\"'”’)]*\s*(?:\Z|\s[A-Z])")
_MONTH = rf"{MONTH}\.?"
_DATE = re.compile(
    rf"""\b(?:
      (?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}})     # 3 Aug 2025
    | (?P<month>{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})   # August 3, 2025
    | (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})                            # 2025-08-03
    | (?P<digits>\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})               # 03/08/2025: read where it can be read in one way
    )(?=\b|T\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)?\s?(?P<half>[ap])?\.?(?:m\b\.?)?"
    rf"(?:\s?(?P<zone>Z\b|UTC|GMT|{'|'.join(HOURS)})\b(?![+-]?\d))?",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"""\b(?:(?:first\s|last\s)?(?:published|posted|updated|modified|created|issued)(?:\s(?:on|at))?
    |(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|date|as\sof|at|on|hrs|hours|h|local\stime
    |(?:utc|gmt|[a-z]{1,4}t)(?:[+-]\d{1,2}(?:[:.]?\s?\d{1,2})?)?)\b|[\W_]""",
    re.VERBOSE | re.IGNORECASE,
)
_NAME = re.compile(r"(?:(?:[A-Z][\w.'’&-]*|of|the|and|for|by|in|de|la)(?:\s|\Z)){0,6}\Z")
_SUBJECT = re.compile(r"(?:[^\W\d][\w'’-]*(?:\s|\Z)){0,6}\Z")  # beside the number of a situation report: what it is on


def completed(fields: Mapping[str, object], on_note: Callable[[str], None]) -> dict[str, object]:
    """The fields of a report, and of those that are missing what its text says; who stays who, if that is known."""
    text = fields.get("text")
    if not isinstance(text, str):
        return dict(fields)
    number = issue([str(fields.get("title") or ""), *_heads(_above(text))])
    fields = fields if number is None else {**fields, "issue": number}
    if fields.get("published"):
        return dict(fields)
    kept = {"source", "url"} if fields.get("source") else {"url"} & fields.keys()
    found = {name: value for name, value in masthead(text, on_note).items() if name not in kept}
    day = day_of(str(fields.get("url") or ""))
    return {**fields, **({"published": day} if day else {}), **found}


def masthead(text: str, on_note: Callable[[str], None]) -> dict[str, object]:
    """The fields that a text says of itself.

    Args:
        text: The text of a report.
        on_note: Told of a date that may be read in two ways, and so is not read.

    Returns:
        `url`, `source` and `published`, of those what is said.
    """
    above = _above(text)
    by = office(above)
    address: dict[str, object] = {"source": by} if by else {}
    moments: list[datetime] = []
    above_story, headline = True, True
    for line in above:
        if ADDRESS.match(line):
            host = host_of(line)
            address = {**({"url": line, "source": host} if host else {}), **address}
        else:
            plain = SERIES.sub(" ", line)
            names = _SUBJECT if plain != line else _NAME if above_story and not headline else None
            moments += _moments(plain, on_note, names)
            above_story, headline = above_story and not _PROSE.search(line), False
    published = max(moments, default=day_of(str(address.get("url", ""))))
    heads = _heads(above)
    if "source" not in address and (name := outlet(heads, list(map(_beside_date, heads)))):
        address = {**address, "source": name}
    return {**address, **({"published": published} if published else {})}


def _above(text: str) -> list[str]:
    return [line for raw in text[: LINES * LONGEST].splitlines() if (line := raw.strip())][:LINES]


def _heads(above: Sequence[str]) -> list[str]:
    """Of the first lines those above the story."""
    return list(takewhile(lambda line: not _PROSE.search(line), above))


def _moments(line: str, on_note: Callable[[str], None], names: re.Pattern[str] | None) -> list[datetime]:
    """When a line says that it was published, if it does: it holds one date, and beside it what `names` allows."""
    date = _date_in(line)
    if date is None:
        return []
    name, clock = _around(line, date)
    if name and not (names and names.match(name)):
        return []
    try:
        day = to_utc(date[0])
    except InputError as error:
        if "may be" in error.message:
            on_note(f"the date {error.message}: not read")
        return []
    return [_at(day, clock)] if day else []


def _around(line: str, date: re.Match[str]) -> tuple[str, re.Match[str] | None]:
    """What stands beside the date of a line that does not go with dates there, and the time of day."""
    rest = line[: date.start()] + " " + line[date.end() :]
    clock = _CLOCK.search(rest)
    if clock:
        rest = rest[: clock.start()] + " " + rest[clock.end() :]
    return " ".join(_BESIDE.sub(" ", rest).split()), clock


def _beside_date(line: str) -> str | None:
    """What stands beside the one date that a line holds; None where it holds none, or several."""
    date = _date_in(line)
    return None if date is None else _around(line, date)[0]


def _date_in(line: str) -> re.Match[str] | None:
    """The date of a line that holds one, and no other."""
    dates = list(_DATE.finditer(line))
    return dates[0] if len(dates) == 1 else None


def _at(day: datetime, clock: re.Match[str] | None) -> datetime:
    """The day at the time of a clock that says its zone; else its first moment, since the zone is not known."""
    if clock is None or not clock["zone"]:
        return day
    hour = int(clock["hour"]) % 12 + 12 * (clock["half"].lower() == "p") if clock["half"] else int(clock["hour"])
    local = day.replace(hour=hour, minute=int(clock["minute"]), tzinfo=UTC)
    return local - timedelta(hours=HOURS.get(clock["zone"].upper(), 0))
