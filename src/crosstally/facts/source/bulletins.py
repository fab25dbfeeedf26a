"""What a situation report says of itself: that it is one of a series, which one, and which office it is by.

    Orvane Relief Office
    Situation Report No. 7 (as of 12 June 2025)

The office stands alone above the line of the series, or behind "prepared by" and the like. The number orders the
reports of one office where they have no date: the later one brings the earlier up to date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = r"[\s:\#-]*(?:(?i:no|nr|number|issue)\b\.?[\s:\#-]*)?(\d{1,4})\b(?![\s./-]*(?:\d|[A-Z][a-z]{2}))"
SERIES = re.compile(
    rf"""\b(?:
      (?i:(?:situation|flash)\s(?:report|update)|sitrep)\b(?:{_NUMBER})?
    | (?i:(?:operational|daily|humanitarian|emergency)\s(?:report|update|bulletin)|(?:information\s)?bulletin)\b
      {_NUMBER})""",
    re.VERBOSE,
)
_NAME = r"[A-Z][\w'’&-]*(?:\s(?:(?:of|the|and|for|on)\s)*[A-Z][\w'’&-]*){0,7}"
_OFFICE = re.compile(rf"(?:The\s)?({_NAME})\Z")
_BY = re.compile(rf"\b(?i:prepared|produced|issued|compiled|released)\sby\s(?:the\s)?({_NAME})")


def issue(lines: Sequence[str]) -> int | None:
    """Which report of its series one is; None where the lines above number none, or several.

    Args:
        lines: The first lines of a text, its title among them.
    """
    series = filter(None, map(SERIES.search, lines))
    numbers = {int(said[said.lastindex]) for said in series if said.lastindex}
    return numbers.pop() if len(numbers) == 1 else None


def office(lines: Sequence[str]) -> str | None:
    """The office that a situation report is by; None where the lines above are of none, or name none.

    Args:
        lines: The first lines of a text.
    """
    numbered = next((k for k, line in enumerate(lines) if SERIES.search(line)), None)
    if numbered is None:
        return None
    if numbered and (alone := _OFFICE.match(lines[numbered - 1])):
        return alone[1]
    return next((said[1] for line in lines if (said := _BY.search(line))), None)
