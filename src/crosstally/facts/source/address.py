"""The address of a page: whose it is, and the day that many outlets write into it.

    https://news.example.org/2025/08/03/ferry-toll      news.example.org, 3 August 2025
    https://news.example.org/lake/20250803.html         the same day

Only a whole day is read: between slashes or hyphens, or as eight digits; a month alone says too little, and more than
one day nothing.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import urlsplit

from crosstally.facts.lexicon import load
from crosstally.facts.words.calendar import number_of

ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z")
MONTH = rf"(?:{'|'.join(name[:3] for name in load('times')['months'])})[a-z]*"
"""A month in any case, spelled out or cut short."""
_DAY = re.compile(
    rf"""(?<=[/_-])(?P<year>(?:19|20)\d\d)(?:
      (?P<between>[/-])(?P<month>\d\d?|{MONTH})(?P=between)(?P<day>\d\d?)  # 2025/8/3, 2025/aug/03
    | [/-]?(?P<mm>\d\d)(?P<dd>\d\d)  # 20250803, 2025/0803
    )(?=[/_.?#-]|\Z)""",
    re.VERBOSE | re.IGNORECASE,
)


def host_of(address: str) -> str | None:
    """The host of an address without "www."; None for what is no address."""
    with suppress(ValueError):
        host = urlsplit(address if "//" in address else f"//{address}").hostname
        if host and "." in host:
            return host.removeprefix("www.")
    return None


def day_of(address: str) -> datetime | None:
    """The day that stands in the path of an address, its first moment in UTC; None where none or more than one does."""
    with suppress(ValueError):
        path = urlsplit(address if "//" in address else f"//{address}").path
        days = {_day(found) for found in _DAY.finditer(path)}
        return days.pop() if len(days) == 1 else None
    return None


def _day(found: re.Match[str]) -> datetime:
    month = (found["month"] or found["mm"]).lower()
    number = int(month) if month.isdigit() else number_of(month)
    return datetime(int(found["year"]), number, int(found["day"] or found["dd"]), tzinfo=UTC)
