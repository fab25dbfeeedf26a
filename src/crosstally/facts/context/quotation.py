"""Quotations, from the opening mark to the closing one, across sentences and paragraphs.

A quotation of several paragraphs opens each of them again and closes once. Single quotes are left alone: most are
apostrophes.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"[\"“”„«»]|``|''")
_LONGEST = 700  # code points from mark to mark; one without a partner must not swallow the report
_OPENS_AFTER = " \t\n\u00a0([{—–-‘'"


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans of the quotations of a text with their marks, in order, none within another."""
    spans: list[tuple[int, int]] = []
    begin: int | None = None
    last = 0
    for mark in _MARK.finditer(text):
        start, end = mark.span()
        if start - last > _LONGEST:
            begin = None
        last = end
        if _opens(text, start, end):
            if begin is None or not _new_paragraph(text, start):
                begin = start
        elif begin is not None:
            spans.append((begin, end))
            begin = None
    return spans


def _opens(text: str, start: int, end: int) -> bool:
    match text[start:end]:
        case "“" | "„" | "«" | "``":
            return True
        case "”" | "»" | "''":
            return False
    return (start == 0 or text[start - 1] in _OPENS_AFTER) and end < len(text) and not text[end].isspace()


def _new_paragraph(text: str, start: int) -> bool:
    line = text.rfind("\n", max(0, start - 8), start)
    return line >= 0 and not text[line:start].strip()
