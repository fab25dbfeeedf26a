"""Two columns of a page that was drawn line by line across both, put one behind the other.

Most programs draw one column after the other, and the text comes in that order by itself. Others draw a line of the
left one, the line of the right one beside it, and go on with the next: read as drawn, two stories are one. What tells
columns from a table is that both hold lines of prose, and that those on the right begin at one place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_LEAST_ROWS = 5  # lines of both columns beside each other
_LEAST_SHARE = 0.6  # of the lines with something beside something, those that part at one place
_LEAST_WORDS = 3  # of the middle one of the lines of a column; cells of a table have fewer
_NARROW = 0.45  # of the size of a font, how wide a letter is at the least, about
_APART = 2.5  # sizes of the font between two lines that belong to no one column


@dataclass(frozen=True, slots=True)
class Drawn:
    """Words as a page places them.

    Attributes:
        x: Where they begin, from the left, in points.
        y: Where they stand, from below.
        size: Of their font, in points.
        words: The words.
    """

    x: float
    y: float
    size: float
    words: str


Row = list[Drawn]


def one_behind_the_other(drawn: Sequence[Drawn]) -> str | None:
    """The text of a page whose columns were drawn across; None where there are none.

    Args:
        drawn: What is on the page, in the order in which it was drawn.
    """
    rows = _rows(drawn)
    gutter = _gutter(rows)
    if gutter is None:
        return None
    parts = [_parted(row, gutter) for row in rows]
    pairs = [(left, right) for left, right in parts if left and right]
    if len(pairs) < _LEAST_ROWS or min(_middle(column) for column in zip(*pairs, strict=True)) < _LEAST_WORDS:
        return None
    lines: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for at, (row, (one, other)) in enumerate(zip(rows, parts, strict=True)):
        is_across = not other and row[-1].x + _NARROW * row[-1].size * len(row[-1].words) > gutter
        if is_across or (at and abs(rows[at - 1][0].y - row[0].y) > _APART * row[0].size):
            lines += [*left, *right]
            left, right = [], []
        left += [one] if one else []
        right += [other] if other else []
    return "\n".join([*lines, *left, *right])


def _rows(drawn: Sequence[Drawn]) -> list[Row]:
    """What stands on one line and was drawn in one go."""
    rows: list[Row] = []
    for piece in drawn:
        if piece.words.strip():
            if rows and abs(rows[-1][0].y - piece.y) < 1 and piece.x > rows[-1][-1].x:
                rows[-1].append(piece)
            else:
                rows.append([piece])
    return rows


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the lines of a right column begin; None where too few begin anywhere."""
    several = [row for row in rows if len(row) > 1]
    starts = Counter(round(piece.x) for row in several for piece in row[1:])
    if not starts:
        return None
    place, found = starts.most_common(1)[0]
    return place - 0.5 if found >= max(_LEAST_ROWS, _LEAST_SHARE * len(several)) else None


def _parted(row: Row, gutter: float) -> tuple[str, str]:
    """The words of a row before and behind the gutter."""
    left, right = ([piece.words.strip() for piece in row if (piece.x >= gutter) == side] for side in (False, True))
    return " ".join(left), " ".join(right)


def _middle(lines: Sequence[str]) -> float:
    return median(len(line.split()) for line in lines)
