"""Entries of a live page, each of which begins with the time at which it was written: "14:05 The ministry says ...".

A text in which at least two lines begin so is a live page; so is one line that says that it is an update.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

_OPENS = re.compile(
    r"""^[ \t]*[\[(•*–-]*[ \t]*(?P<update>updated?\b[ \t:,-]*(?:at[ \t]+)?)?
    (?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?![:.,]?\d|\ ?%)
    (?:[ \t]?(?P<half>[ap])\.?m\b\.?)?
    (?:[ \t]?(?:gmt|utc|[a-z]{1,3}t\b|hrs|hours\ local|local\ time))?
    [ \t]*(?:[\])]+[ \t]*)?(?:[:|–—-]+[ \t]*|(?=["'“‘$£€]?[A-Z\d"“])|$)""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_STARTS = re.compile(r"[^\w$£€]*(?:[A-Z\d$£€]|\Z)")  # what an entry begins with
_LEAST = 2
_NOON = 12


class Entry(NamedTuple):
    """An entry of a live page.

    Attributes:
        start: Where its line begins.
        clock: When it was written, as "14:05".
    """

    start: int
    clock: str


def entries_of(text: str) -> list[Entry]:
    """The entries of a text, in order; none where it is no live page."""
    found = [match for match in _OPENS.finditer(text) if _STARTS.match(text, match.end())]
    if len(found) < _LEAST and not any(match["update"] for match in found):
        return []
    return [Entry(match.start(), _clock(match)) for match in found]


def written(entries: Sequence[Entry], at: int, day: date | None) -> str | None:
    """When the entry that holds a place in the text was written: "2025-05-28T21:40"; None above the first one.

    Args:
        entries: Those of the text.
        at: A code point in it.
        day: The day of the page; without it, nothing is said.
    """
    k = bisect_right(entries, at, key=itemgetter(0)) - 1
    return f"{day.isoformat()}T{entries[k].clock}" if day is not None and k >= 0 else None


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % _NOON + _NOON * (match["half"].lower() == "p")
    return f"{hour:02}:{match['minute']}"
