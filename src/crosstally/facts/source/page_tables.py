"""Tables of a page that is drawn and not marked up: told row by row, with the headers of their columns.

    District   Killed   Injured
    Orvane         12        30      ->   Orvane: Killed: 12; Injured: 30
    Tessel          3         8      ->   Tessel: Killed: 3; Injured: 8

A table is a line of headers with at least two lines below it, each with a label on the left and, under most of the
headers, a number or a sign for none. Where columns stand as close as words do, each piece that was drawn is a header,
and every row has a number under each. What is built in another way stays as it is, and its rows are passed over later.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from crosstally.facts.source.page_columns import Drawn

_LEAST_ROWS, _LEAST_COLUMNS = 2, 2
_WIDTHS = {  # of the size of a font, how wide letters of common fonts are, about; others are half as wide as high
    **dict.fromkeys("fijlrtI.,:;'|!()[]- ", 0.3),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.67),
    **dict.fromkeys("mwMW%", 0.85),
}
_APART = 0.7  # sizes of the font between two cells at the least; between two words there is a third of that
_LINE = 0.4  # sizes of the font by which words of one line may stand higher or lower
_FAR = 3.5  # sizes of the font between two rows of one table at the most
_NUMBER = re.compile(r"[$£€+~-]?\s?\d+(?:[.,\u00a0 ]\d+)*\s?(?:%|[kKmM]\b)?\*?")
_BLANK = frozenset({"", "-", "–", "—", "n/a", "N/A", "...", "…", "nil", "Nil", "0"})


@dataclass(frozen=True, slots=True)
class Cell:
    """Words that stand together on a line.

    Attributes:
        words: The words.
        left: Where they begin, in points.
        right: Where they end, about.
    """

    words: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    Attributes:
        height: Where it stands.
        size: That of its font.
        cells: Its cells, from left to right.
        pieces: What was drawn of it, from left to right, each a cell of its own.
    """

    height: float
    size: float
    cells: tuple[Cell, ...]
    pieces: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its lines as they were drawn, headers first, and what is told of each row below them."""

    lines: tuple[Line, ...]
    told: tuple[str, ...]


def with_tables_told(text: str, drawn: Sequence[Drawn]) -> str:
    """The text of a page, a line of captions in the place of each row of its tables.

    Args:
        text: The text, as it was taken from the page.
        drawn: What is on the page.
    """
    lines = text.split("\n")
    begin = 0
    for table in _tables(_lines(drawn)):
        if (span := _place(lines, begin, table)) is not None:
            told = ["", *(line for row in table.told for line in (row, ""))]
            lines[span[0] : span[1]] = told
            begin = span[0] + len(told)
    return "\n".join(lines)


def _place(lines: Sequence[str], begin: int, table: Table) -> tuple[int, int] | None:
    """Which lines of a text are those of a table, drawn row by row or cell by cell; None where they do not follow."""
    cells = {_bare(cell.words) for line in table.lines for cell in line.cells}
    known = cells | {_bare("".join(cell.words for cell in line.cells)) for line in table.lines}
    whole = sorted("".join(_bare(cell.words) for line in table.lines for cell in line.cells))
    for first in range(begin, len(lines)):
        found = ""
        for last in range(first, len(lines)) if _bare(lines[first]) in known else ():
            line = _bare(lines[last])
            found += line
            if (line and line not in known) or len(found) > len(whole):
                break
            if sorted(found) == whole:
                return first, last + 1
    return None


def _bare(words: str) -> str:
    return "".join(words.split())


def _lines(drawn: Sequence[Drawn]) -> list[Line]:
    """The lines of a page from above, each parted into cells where a gap is wider than between words."""
    pieces = sorted((piece for piece in drawn if piece.words.strip()), key=lambda piece: (-piece.y, piece.x))
    grouped: list[list[Drawn]] = []
    for piece in pieces:
        if grouped and abs(grouped[-1][0].y - piece.y) <= _LINE * piece.size:
            grouped[-1].append(piece)
        else:
            grouped.append([piece])
    return [_line(sorted(row, key=lambda one: one.x)) for row in grouped]


def _line(row: Sequence[Drawn]) -> Line:
    pieces = (cell for piece in row for cell in _cells([piece]))
    return Line(row[0].y, row[0].size, tuple(_cells(row)), tuple(pieces))


def _cells(row: Sequence[Drawn]) -> Iterator[Cell]:
    words, left, right = "", 0.0, 0.0
    for piece in row:
        told = " ".join(piece.words.split())
        if words and (piece.x - right > _APART * piece.size or _NUMBER.fullmatch(told) or _NUMBER.fullmatch(words)):
            yield Cell(words, left, right)
            words = ""
        left = left if words else piece.x
        words = f"{words} {told}".strip()
        right = piece.x + piece.size * sum(_WIDTHS.get(letter, 0.53) for letter in told)
    if words:
        yield Cell(words, left, right)


def _tables(lines: Sequence[Line]) -> Iterator[Table]:
    k = 0
    while k < len(lines):
        above = lines[k - 1].cells if k else ()
        table = _table(lines[k:], above) if _are_headers(lines[k]) else None
        table = table or _close_table(lines[k:])
        if table is not None:
            yield table
        k += len(table.lines) if table else 1


def _are_headers(line: Line) -> bool:
    is_any_number = any(_NUMBER.fullmatch(cell.words) for cell in line.cells)
    return len(line.cells) >= _LEAST_COLUMNS and not is_any_number and not line.cells[-1].words.endswith((".", ","))


def _table(lines: Sequence[Line], above: Sequence[Cell]) -> Table | None:
    """The table that a line of headers begins; None where what stands below is none.

    Args:
        lines: The headers, and what stands below.
        above: The line above the headers, which parts those that are alike: "Killed" and "Injured" above "Men, Women".
    """
    headers = _parted(lines[0].cells, above)
    told: list[str] = []
    for before, line in pairwise(lines):
        if before.height - line.height > _FAR * line.size or (row := _row(headers, line.cells)) is None:
            break
        told.append(row)
    if len(told) < _LEAST_ROWS:
        return None
    return Table(tuple(lines[: len(told) + 1]), tuple(told))


def _close_table(lines: Sequence[Line]) -> Table | None:
    """The table whose headers stand as close as words do: every row below has one cell for each piece drawn of them."""
    headers = replace(lines[0], cells=lines[0].pieces)
    if not _are_headers(headers):
        return None
    width = len(headers.cells)
    rows = [*takewhile(lambda line: len(line.cells) == width, lines[1:])]
    return _table([headers, *rows], ()) if len(rows) >= _LEAST_ROWS else None


def _parted(headers: Sequence[Cell], above: Sequence[Cell]) -> Sequence[Cell]:
    """The headers, those that are alike with the words of the line above that they stand under."""
    words = Counter(header.words for header in headers)
    if not above or max(words.values()) == 1:
        return headers

    begins = all(any(abs(cell.left - header.left) < 1 for header in headers) for cell in above)  # no centred ones

    def over(header: Cell) -> str:
        if begins:
            before = [cell for cell in above if cell.left < header.right]
            return (before or above)[-1 if before else 0].words
        return min(above, key=lambda cell: abs(cell.left + cell.right - header.left - header.right)).words

    return [
        replace(header, words=f"{over(header)} {header.words.lower()}") if words[header.words] > 1 else header
        for header in headers
    ]


def _row(headers: Sequence[Cell], cells: Sequence[Cell]) -> str | None:
    """What a row says, each figure behind the header it stands under; None where it is no row of figures."""
    label, *values = cells
    if _NUMBER.fullmatch(label.words) or not values or len(values) >= len(headers) + 1:
        return None
    told: list[str] = []
    taken: set[str] = set()
    for cell in values:
        header = min(headers, key=lambda one: _apart(one, cell))
        is_figure = _NUMBER.fullmatch(cell.words) is not None
        if not (is_figure or cell.words in _BLANK) or header.words in taken or header.left <= label.left < header.right:
            return None
        taken.add(header.words)
        told += [f"{header.words}: {cell.words}"] if is_figure else []
    return f"{label.words}: {'; '.join(told)}" if told else None


def _apart(one: Cell, other: Cell) -> float:
    """How far two cells stand apart from left to right; below nothing where they stand above each other."""
    return max(one.left, other.left) - min(one.right, other.right)
