"""Tables of figures pasted into a text, told row by row, with the headers of their columns.

    | District | Killed | Injured |
    |----------|-------:|--------:|
    | Orvane   |     12 |      30 |      ->      Orvane: Killed: 12; Injured: 30

Cells are parted by strokes, by tabs, or by two spaces and more. A table is a line of headers, none of them a number,
and right below it rows of as many cells, each with a label on the left and a number behind it. What is built in another
way stays as it is, and its rows are passed over later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_STROKES, _TABS, _SPACES = _PARTS = (re.compile(r"\|"), re.compile(r"\t+"), re.compile(r" {2,}"))
_NUMBER = re.compile(r"[$£€+~-]?\s?\d+(?:[.,\u00a0 ]\d+)*\s?(?:%|[kKmM]\b)?\*?")
_RULE = re.compile(r"[\s|:+=-]*-{2}[\s|:+=-]*")
_SENTENCE_END = (".", ",", "!", "?", ";")
_LEAST = 2  # columns
_LONGEST = 60  # characters of a header
_Cell = tuple[int, int]  # where its words begin and end in the text


def may_hold_tables(text: str) -> bool:
    """Whether something in a text may part cells."""
    return "|" in text or "\t" in text or "  " in text


def tell_tables(text: str) -> list[str]:
    """What each character of a text is read as: before each figure of a table stands the header of its column."""
    read_as = list(text)
    lines = list(_lines(text))
    k = 0
    while k < len(lines) - 1:
        k += _tell(text, lines, k, read_as) or 1
    return read_as


def _lines(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for line in text.splitlines(keepends=True):
        yield begin, begin + len(line.rstrip("\r\n"))
        begin += len(line)


def _tell(text: str, lines: Sequence[_Cell], k: int, read_as: list[str]) -> int:
    """Tell the table that begins with line `k`; how many lines it has, 0 where there is none."""
    parts = next((parts for parts in _PARTS if parts.search(text, *lines[k])), None)
    headers = _cells(text, lines[k], parts) if parts else []
    names = [text[start:end] for start, end in headers]
    if parts is None or not _are_headers(names):
        return 0
    begin = k + 1 + bool(_RULE.fullmatch(text, *lines[k + 1]))
    rows: list[list[_Cell]] = []
    for at in range(begin, len(lines)):
        row = _cells(text, lines[at], parts)
        if len(row) != len(headers) or not _is_row([text[start:end] for start, end in row]):
            break
        rows.append(row)
    if not rows:
        return 0
    last = begin + len(rows)
    for (start, end), row in zip(lines[begin:last], rows, strict=True):
        _tell_row(text, (start, end), row, names, read_as)
    has_digit = any(any(map(str.isdigit, name)) for name in names)  # which must be named, as every number
    for start, end in lines[k + has_digit : begin]:
        read_as[start:end] = [""] * (end - start)
    return last - k


def _cells(text: str, line: _Cell, parts: re.Pattern[str]) -> list[_Cell]:
    """The cells of a line, without the strokes at its ends."""
    start, end = line
    if parts is _STROKES:
        start, end = _trimmed(text, start, end)
        is_closed = end - start > 1 and text[end - 1] == "|"
        start, end = start + text.startswith("|", start, end), end - is_closed
    elif parts is _SPACES:  # a tab at the beginning is an empty cell
        start = end - len(text[start:end].lstrip())
    bounds = [start, *(at for found in parts.finditer(text, start, end) for at in found.span()), end]
    return [_trimmed(text, left, right) for left, right in zip(bounds[::2], bounds[1::2], strict=True)]


def _trimmed(text: str, start: int, end: int) -> _Cell:
    """Where what stands between two places begins and ends, without the white space around it."""
    words = text[start:end].strip()
    first = start + text[start:end].find(words)
    return first, first + len(words)


def _are_headers(names: Sequence[str]) -> bool:
    return (
        len(names) >= _LEAST
        and all(names[1:])
        and not any(_NUMBER.fullmatch(name) or name.endswith(_SENTENCE_END) or len(name) > _LONGEST for name in names)
    )


def _is_row(cells: Sequence[str]) -> bool:
    return not _NUMBER.fullmatch(cells[0]) and any(_NUMBER.fullmatch(cell) for cell in cells[1:])


def _tell_row(text: str, line: _Cell, row: Sequence[_Cell], names: Sequence[str], read_as: list[str]) -> None:
    """Write "Orvane: Killed: 12; Injured: 30" over a row; of a cell without a figure nothing."""
    start, end = line
    label_end = row[0][1]
    read_as[start : row[0][0]] = [""] * (row[0][0] - start)
    before = ": " if label_end > row[0][0] else ""
    done = label_end
    for (left, right), name in zip(row[1:], names[1:], strict=True):
        if any(map(str.isdigit, text[left:right])):
            read_as[done:left] = [f"{before}{name}: ", *[""] * (left - done - 1)]
            before, done = "; ", right
        else:
            read_as[done:right] = [""] * (right - done)
            done = right
    read_as[done:end] = [""] * (end - done)
    if end < len(text):
        read_as[end] = "\n\n"
