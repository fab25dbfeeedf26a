"""The time that rolls on, when a figure is of such: "five in the past 24 hours" is no toll of the event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty-four|forty-eight|few)"
_ROLLING = re.compile(
    rf"\b(?:in|over|during|within) the (?:past|last|previous|preceding) (?:{_NUMBER} )?(?:hours?|days?|night|weeks?)\b"
    r"|\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day alone\b|\btoday alone\b|\bin a single (?:day|night|week)\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"\s*(?:people )?(?:in all|in total|altogether|overall|so far|since)\b")
_REACH = 90  # code points to each side of a figure: about a clause
_CLAUSE = re.compile(r";|, (?:bringing|taking|and the total|while)\b|, (?:raising|pushing)\b")


def period_of(fact: Fact) -> str | None:
    """The words of the time that rolls on, in lower case: "in the past 24 hours"; None when the clause has none."""
    at = max(fact.sentence.find(fact.quote), 0)
    before = _CLAUSE.split(fact.sentence[max(0, at - _REACH) : at])[-1]
    after = _CLAUSE.split(fact.sentence[at + len(fact.quote) :][:_REACH])[0]
    if _IN_ALL.match(after):
        return None
    found = _ROLLING.search(after) or _ROLLING.search(before)
    return found[0].lower() if found else None
