"""Reports that say the day but not the year, or a date that is two, dated by the other reports of their event.

    PORT ANSEL, August 3 (Coast Wire) - Divers        beside a report of 4 August 2025: 3 August 2025
    Posted: 03/08/2025                                the same

Such a date counts where just one reading of it lies within some weeks of the day that another report gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby, islice

from crosstally.facts.document import NEWS, Document
from crosstally.facts.lexicon import load
from crosstally.facts.source.masthead import LINES, LONGEST, masthead
from crosstally.facts.source.piece import ignore
from crosstally.facts.source.whole_dates import STROKES

_HELD = 100  # reports of an event that are in memory at a time
_MONTHS = "|".join(f"{name[:3].title()}[a-z]*|{name[:3].upper()}[A-Z]*" for name in load("times")["months"])
_DAY = re.compile(
    rf"""\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?)\b
    (?!,?\s?['’]?\d{{2,4}}\b(?![:.h]))""",
    re.VERBOSE,
)

Placed = tuple[str, Document]


def dated(documents: Iterable[Placed], on_note: Callable[[str], None]) -> Iterator[Placed]:
    """Documents, each with where it stands, in their order; those that say the day but not the year are dated.

    Args:
        documents: Those of one event stand together.
        on_note: Told in one line of each that is dated so.
    """
    for event, told in groupby(documents, key=lambda placed: placed[1].event):
        if event is None:
            yield from told
            continue
        while held := list(islice(told, _HELD)):
            yield from _dated(held, on_note)


def _dated(held: Sequence[Placed], on_note: Callable[[str], None]) -> Iterator[Placed]:
    days = {document.published for _, document in held if document.published is not None}
    for where, document in held:
        if days and document.published is None and not document.is_row and (day := _day(document.text, days)):
            on_note(f"{where}: its date is read as {day.day} {day:%B %Y}, by those of the reports beside it")
            yield where, replace(document, published=day)
        else:
            yield where, document


def _day(text: str, days: Iterable[datetime]) -> datetime | None:
    """When a report is of by the one reading of its date that is near one of some days; None where it is not one."""
    above = text[: LINES * LONGEST]
    readings = (masthead(reading, ignore).get("published") for reading in _readings(above, {day.year for day in days}))
    near = {
        reading
        for reading in readings
        if isinstance(reading, datetime) and any(abs(reading - day) <= NEWS for day in days)
    }
    return near.pop() if len(near) == 1 else None


def _readings(above: str, years: Iterable[int]) -> Iterator[str]:
    """The lines above a story in each way in which their dates may be meant."""
    if STROKES.search(above):
        yield STROKES.sub(lambda said: f"{said[3]}-{said[1]:0>2}-{said[2]:0>2}", above)
        yield STROKES.sub(lambda said: f"{said[3]}-{said[2]:0>2}-{said[1]:0>2}", above)
    if _DAY.search(above):
        meant = sorted({year + off for year in years for off in (-1, 0, 1)})
        yield from (_DAY.sub(rf"\g<0>, {year}", above) for year in meant)
