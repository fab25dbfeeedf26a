"""What the markup of a web page says, told in words before its text is taken out: raised signs and rows of tables.

A raised number is an exponent behind a unit or a power of ten ("40 m²") and a footnote behind anything else. A row of
a table of figures becomes a line of captions: "Orvane: Killed: 12; Injured: 30".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_FOOTNOTE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|note \d+|citation needed|[*†‡§¶]+)[\])]?(?:,\s?\d{1,3})*")
_EXPONENT = re.compile(r"[-−–+]?\d{1,2}")
_RAISED_BEHIND = re.compile(r"(?<![A-Za-z])(?:[kcmdµ]?m|ft|in|yd|mi|s|h)\s?$|(?:[x×·*]\s?)10\s?$")
_SUPERSCRIPTS = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_NUMBER = re.compile(r"[$£€+-]?\d+(?:[.,\u00a0 ]\d+)*\s?%?")
_LEAST = 2  # rows and columns of a table of figures


def tell_markup(tree: Any) -> None:
    """Put words in the place of the raised signs and the tables of figures of a page.

    Args:
        tree: The page, as lxml has it; it is changed.
    """
    for raised in list(tree.iter("sup")):
        _lower(raised)
    for table in list(tree.iter("table")):
        lines = list(_lines(table))
        if lines:
            _replace(table, lines)


def _lower(raised: Any) -> None:
    """Drops a footnote and writes an exponent with raised digits: "12<sup>3</sup> people", "40 m<sup>2</sup>"."""
    words = raised.text_content().strip()
    if _EXPONENT.fullmatch(words) and _RAISED_BEHIND.search(_before(raised)):
        for child in list(raised):
            raised.remove(child)
        raised.text = words.translate(_SUPERSCRIPTS)
    elif _FOOTNOTE.fullmatch(words):
        raised.drop_tree()


def _before(element: Any) -> str:
    """The text right before an element."""
    previous = element.getprevious()
    if previous is not None:
        return str(previous.tail or previous.text_content())
    return str(element.getparent().text or "")


def _lines(table: Any) -> Iterator[str]:
    """The rows of a table of figures as captions, by the headers of its columns; none of a table of anything else."""
    rows = [[_words(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
    if len(rows) < _LEAST or table.find(".//table") is not None:
        return  # a table of tables lays out a page
    headers = rows[0]
    if len(headers) < _LEAST or any(_NUMBER.fullmatch(header) for header in headers[1:]) or not all(headers[1:]):
        return
    for label, *cells in (row for row in rows[1:] if len(row) == len(headers)):
        told = [f"{header}: {cell}" for header, cell in zip(headers[1:], cells, strict=True) if _NUMBER.fullmatch(cell)]
        if told and not _NUMBER.fullmatch(label):
            yield f"{label}: {'; '.join(told)}" if label else "; ".join(told)


def _words(cell: Any) -> str:
    return " ".join(cell.text_content().split())


def _replace(table: Any, lines: list[str]) -> None:
    """Puts a paragraph for each line in the place of a table."""
    parent, place, tail = table.getparent(), table.getparent().index(table), table.tail
    for offset, line in enumerate(lines):
        paragraph = table.makeelement("p")
        paragraph.text = line
        parent.insert(place + offset, paragraph)
    parent.remove(table)
    paragraph.tail = tail
