"""Datelines, with which a story opens: where it was written, when, and for whom.

PORT ANSEL, August 3, 2025 (Coast Wire) - Divers went on searching.
(Port Ansel, August 3, 2025) — Divers went on searching.
PORT ANSEL, 3 August 2025. Divers went on searching.
"""

from __future__ import annotations

import re

from crosstally.facts.source.dated_lines import DatedLine
from crosstally.facts.source.whole_dates import WHOLE_DATE, in_full

_IN_CAPITALS = re.compile(r"[A-Z][A-Z'’.-]{2,}(?:[ ,/(]+(?:and )?[A-Z][\w'’.-]*){0,8}[ ,/(–—-]*\Z")
_PLACE = re.compile(
    r"(?:\([A-Z]{2,}\)\s?(?:--?|–|—)\s)?\(?[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+){0,3}(?:, [A-Z][^\W\d]+){0,2}, \Z"
)
_HOUR = r"(?:,? \d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?(?: (?:GMT|UTC|local(?: time)?))?)?"
_AGENCY = r"(?:,? ?(?:\([^)]{1,40}\)|/[^/\n]{1,40}/)|,? [A-Z][A-Za-z/ ]{1,30})?"
_WIRE = rf"(?:, [A-Z][A-Za-z/ -]{{1,30}}\)|\)?{_HOUR}{_AGENCY})"  # "(August 3, CW)", "August 3, 5 p.m. (CW)"
_DASH = r"\s?(?:--?|–|—)\s"
_OPENS_BEHIND_CAPITALS = re.compile(rf"(?:{_WIRE}{_DASH}|\)?:\s|\)?\.\s(?=[A-Z/]))")
_OPENS_ALONE = re.compile(rf" \([A-Z][^)]{{1,40}}\){_DASH}")  # "August 3 (CW) - Divers"
_OPENS_BEHIND_PLACE = re.compile(rf"(?:{_WIRE}{_DASH}|\)?:\s|\s\([^)]{{1,40}}\)\s)(?=[A-Z\d\"'“‘])")


def dateline(line: str) -> DatedLine | None:
    """The date of the dateline that a story opens with; None where it opens with none.

    A place that is not in capitals may open a headline as well, so that a full stop behind its date is not enough.
    """
    found = WHOLE_DATE.search(line)
    if found is None:
        return None
    before = line[: found.start()]
    opens = _opens_behind(before)
    return DatedLine((in_full(found),), None, ()) if opens and opens.match(line, found.end()) else None


def _opens_behind(before: str) -> re.Pattern[str] | None:
    """What opens a story behind the date that a place, or nothing, stands before; None where something else does."""
    if _IN_CAPITALS.match(before):
        return _OPENS_BEHIND_CAPITALS
    if _PLACE.match(before):
        return _OPENS_BEHIND_PLACE
    return None if before else _OPENS_ALONE
