"""Blocks: reports near each other in day and place, so few that one worker holds them, in which events are looked for.

This is the sorted neighbourhood of Hernández and Stolfo, The merge/purge problem for large databases, SIGMOD 1995:
what is sorted is cut into windows that overlap, more than one order may be asked, and what two windows find goes
together where they share a report. No block is larger for a day, a place or an event of very many reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from crosstally.facts.terms import days_of, first_place

if TYPE_CHECKING:
    from crosstally.facts.document import Document

BLOCK = 2**12  # reports that one worker reads together: some 70 MB of what they are known by


class Key(NamedTuple):
    """What brings the reports of one event near each other.

    Attributes:
        day: When a report was published, else the first day that it names, else the last there is.
        place: The one that it begins with; "" where it names none.
        doc_id: The report.
        is_dated: Whether it says when it was published.
    """

    day: date
    place: str
    doc_id: str
    is_dated: bool


def key_of(document: Document, text: str) -> Key:
    """What brings a report near others.

    Args:
        document: The report.
        text: What is read of it.
    """
    published = document.published
    day = published.date() if published else next(iter(days_of(text, None)), date.max)
    return Key(day, intern(first_place(document.title, text)), document.doc_id, published is not None)


def blocks(keys: Sequence[Key], size: int = BLOCK) -> list[list[int]]:
    """Blocks of reports by their places in `keys`, the same for any order of these.

    Reports stand by day, then place. Those without a date, which may be reports of a day that they do not name, stand
    by place in other blocks once more. Two reports that are at most half a block apart are in one block.
    """
    by_day = sorted(range(len(keys)), key=keys.__getitem__)
    if len(keys) <= size:
        return [by_day]
    undated = [i for i in by_day if not keys[i].is_dated and keys[i].place]
    by_place = sorted(undated, key=lambda i: keys[i].place)
    return [*_windows(by_day, size), *_windows(by_place, size)]


def _windows(order: Sequence[int], size: int) -> list[list[int]]:
    half = size // 2
    return [list(order[start : start + size]) for start in range(0, max(1, len(order) - half), half)]
