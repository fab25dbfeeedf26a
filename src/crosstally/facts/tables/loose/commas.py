"""Numbers as many languages write them, 1.250,5 for 1,250.5: told by the figures of a table together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from crosstally.facts.tables.loose.lines import Line

_COMMA = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2})(?![\d.,])")
_POINT = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2})(?![\d.,])")
_NUMERAL = re.compile(r"\d[\d.,]*\d")
_TURNED = str.maketrans(",.", ".,")


def without_decimal_commas(rows: Sequence[Line], figures: Collection[int]) -> list[Line]:
    """The rows with points for commas, where some of their figures have a decimal comma and none a point.

    Where both stand in one table, each cell that could be either is refused when it is read.

    Args:
        rows: The lines of a table.
        figures: Which of its columns hold figures.
    """
    words = [cell for _, cells in rows for cell in _figures(cells, figures)]
    if not any(map(_COMMA.search, words)) or any(map(_POINT.search, words)):
        return list(rows)
    return [
        (number, [_turned(cell) if i in figures else cell for i, cell in enumerate(cells)]) for number, cells in rows
    ]


def _figures(cells: Sequence[object], figures: Collection[int]) -> Iterable[str]:
    return (cell for i, cell in enumerate(cells) if i in figures and isinstance(cell, str))


def _turned(cell: object) -> object:
    return _NUMERAL.sub(lambda match: match[0].translate(_TURNED), cell) if isinstance(cell, str) else cell
