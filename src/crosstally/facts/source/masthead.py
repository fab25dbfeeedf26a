"""What stands above the story of a pasted page: its address, and when it was published.

    https://news.example.org/lake/ferry-toll
    Ferry toll rises to 41
    Published on: Sun, 3 Aug 2025 at 15:10 UTC

Of the first lines, one that holds an address and nothing else is where the page stood, and the host of that the
source; one that holds a date in full, and beside it only what goes with dates there ("Last updated on", "10:00",
"IST"), says when (dated_lines.py); where none does, one that opens with a month. A situation report says in the line
with its number when it is of, and which office it is by (bulletins.py). A name, who wrote it and the like may stand
beside it ("Valley Observer, 15 May 2025. By Ana Ruiz"), but not in the first line, which is a headline ("Varnholm
Election, 28 September 2025") where it is no outlet's ("Daily Mail, 28 September 2025", "Media release, ..."), nor in
the story, which a dateline may open ("PORT ANSEL, 15 May 2025 - Divers"). Of several dates the last one counts: the
text is as it stood then. Where no line says when, the day in the address does (address.py), or in the `url` of a row.
The text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import takewhile

from crosstally.errors import InputError
from crosstally.facts.source.address import ADDRESS, day_of, host_of
from crosstally.facts.source.bulletins import SERIES, issue, office
from crosstally.facts.source.dated_lines import DatedLine, dated_line, goes_with_date, line_of_month, tells_kind
from crosstally.facts.source.datelines import dateline
from crosstally.facts.source.loose_dates import HOURS
from crosstally.facts.source.outlet import outlet
from crosstally.facts.source.records import to_utc
from crosstally.facts.words.sentences import is_abbreviated

LINES = 8  # a masthead that is longer is a list of something else
LONGEST = 1_000  # characters a line that is looked at
_HEADLINE = 150  # characters of a headline that may end with a mark
_PROSE = re.compile(r"[a-z]{2}[.!?][\"'”’)]*\s*(?:\Z|\s[A-Z])")
_SUBJECT = re.compile(r"(?:[^\W\d][\w'’-]*(?:\s|\Z)){0,6}\Z")  # beside the number of a situation report: what it is on


def completed(fields: Mapping[str, object], on_note: Callable[[str], None]) -> dict[str, object]:
    """The fields of a report, and of those that are missing what its text says; who stays who, if that is known."""
    text = fields.get("text")
    if not isinstance(text, str):
        return dict(fields)
    lines = [line for line in _above(text) if not ADDRESS.match(line)]
    number = issue([str(fields.get("title") or ""), *_heads(lines)])
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
    lines = [line for line in above if not ADDRESS.match(line)]
    heads, dated = _heads(lines), list(map(dated_line, lines))
    by = office(above)
    address: dict[str, object] = {"source": by} if by else {}
    for line in filter(ADDRESS.match, above):
        host = host_of(line)
        address = {**({"url": line, "source": host} if host else {}), **address}
    moments: list[datetime] = []
    for k, line in enumerate(lines):
        plain = SERIES.sub(" ", line)
        may_name = _opens(line, dated[0]) if k == 0 else k <= len(heads)  # down to the story's first line
        may_stand = _is_subject if plain != line else goes_with_date if may_name else None
        moments += _moments(dated[k] if plain == line else dated_line(plain), on_note, may_stand)
        moments += _moments(dateline(line), on_note, None) if k <= len(heads) else []
    day = day_of(str(address.get("url", "")))
    if not moments and day is None:  # a month alone, where nothing says more
        moments = [moment for line in heads[1:] for moment in _moments(line_of_month(line), on_note, goes_with_date)]
    published = max(moments, default=day)
    if "source" not in address and (name := outlet(heads, [_beside(one) for one in dated[: len(heads)]])):
        address = {**address, "source": name}
    return {**address, **({"published": published} if published else {})}


def _above(text: str) -> list[str]:
    return [line for raw in text[: LINES * LONGEST].splitlines() if (line := raw.strip().strip("*_# "))][:LINES]


def _heads(lines: Sequence[str]) -> list[str]:
    """Of the first lines, without addresses, those above the story."""
    return [line for _, line in takewhile(lambda one: not _is_story(one[1], headline=not one[0]), enumerate(lines))]


def _opens(line: str, dated: DatedLine | None) -> bool:
    """Whether the first line is no headline: it names an outlet or a kind of text beside a date, or is an office's."""
    if dated is not None and dated.is_filed:
        return True
    beside = _beside(dated)
    return outlet([line], [beside]) is not None or any(map(tells_kind, beside or ()))


def _is_subject(words: str) -> bool:
    return _SUBJECT.match(words) is not None


def _beside(dated: DatedLine | None) -> Sequence[str] | None:
    """What stands beside the dates of a line that says when, part by part; None where it holds no date."""
    return None if dated is None else dated.beside if all(map(goes_with_date, dated.beside)) else ()


def _is_story(line: str, *, headline: bool) -> bool:
    """Whether a line is prose; a headline may ask, hold two sentences, or end with a full stop where it holds one."""
    ends = [found.start() + 2 for found in _PROSE.finditer(line)]
    if all(line[end] == "." and is_abbreviated(line, 0, end) for end in ends):
        return False  # "Orvane Systems, Inc."
    return not (headline and len(line) < _HEADLINE and (len(ends) == 1 or not line.endswith(".")))


def _moments(
    dated: DatedLine | None, on_note: Callable[[str], None], may_stand: Callable[[str], bool] | None
) -> list[datetime]:
    """When a line says that it was published, if it does: beside its dates stands only what `may_stand` allows."""
    if dated is None or not all(may_stand is not None and (dated.says_so or may_stand(part)) for part in dated.beside):
        return []
    found = []
    for day in dated.days:
        try:
            moment = to_utc(day)
        except InputError as error:
            if "may be" in error.message:
                on_note(f"the date {error.message}: not read")
            return []
        found += [_at(moment, dated.clock)] if moment else []
    return found


def _at(day: datetime, clock: re.Match[str] | None) -> datetime:
    """The day at the time of a clock that says its zone; else its first moment, since the zone is not known."""
    if clock is None or not clock["zone"]:
        return day
    hour = int(clock["hour"]) % 12 + 12 * (clock["half"].lower() == "p") if clock["half"] else int(clock["hour"])
    local = day.replace(hour=hour, minute=int(clock["minute"]), tzinfo=UTC)
    return local - timedelta(hours=HOURS.get(clock["zone"].upper(), 0))
