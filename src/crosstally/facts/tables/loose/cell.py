"""One cell of somebody's table as a figure: ranges, hedges, thousands separators, footnote marks, "n/a"."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from crosstally.facts.intervals import Interval, exactly
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.numbers.units import Unit
from crosstally.facts.tables.loose.headers import measure_of
from crosstally.facts.words.tokenize import tokenize

ALLOWED = 'one figure, such as 12, 1,200, 10-12, "at least 12", or nothing'
_MARK = re.compile(r"(?<=\w)\s*(?:[*†‡§#^⁰¹²³⁴-⁹ᵃ-ᶻ]|[\[(](?:\d{1,2}|[a-z])[\])]){1,9}\s*$")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_DASH = re.compile(r"(?<=\d)\s*[-‒–—]\s*(?=\d)")
_TWO = re.compile(r"\d\s*/\s*\d")
_DECIMAL_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}")


class Cell(NamedTuple):
    """A figure of a table.

    Attributes:
        words: As it is written.
        interval: The figure.
        unit: The unit beside it, if any.
    """

    words: str
    interval: Interval
    unit: Unit | None = None


def read_cell(value: object) -> Cell | None:
    """The figure of a cell; None of one that says there is none.

    Args:
        value: A number, text, or None.

    Raises:
        ValueError: It holds no figure, or several; the message says what it holds.
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Cell(f"{value:,.10g}", exactly(float(value)))
    if not isinstance(value, str):
        raise ValueError(f"{value!r:.60}")  # noqa: TRY004 - the caller tells of one kind of error
    return _read(value)


def is_blank(value: object) -> bool:
    """Whether a cell says that there is nothing in it."""
    if isinstance(value, str):
        return value.strip().lower() in load("tables/headers")["blank"]
    return value is None or (isinstance(value, float) and math.isnan(value))


def text_of(value: object) -> str | None:
    """A cell as text; None of a blank one."""
    if is_blank(value):
        return None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat().removesuffix("T00:00:00")
    return str(value).strip() or None


def scaled(cell: Cell, scale: float) -> Cell:
    """A figure whose header says that it is in thousands, say."""
    figure = cell.interval
    value, low, high = (None if end is None else end * scale for end in (figure.value, figure.low, figure.high))
    return cell._replace(interval=replace(figure, value=value, low=low, high=high))


def _read(text: str) -> Cell | None:
    if is_blank(text):
        return None
    if _is_none_of(text):
        return Cell(text.strip(), exactly(0.0))
    words = _DASH.sub("-", _MARK.sub("", text.strip()))
    if _TWO.search(words) or _DECIMAL_COMMA.fullmatch(words):
        raise ValueError(f"{text.strip()!r:.60}")
    for said in (words, _REMARK.sub("", words)):
        figures = read_figures(tokenize(said))
        if len(figures) == 1:
            return Cell(said, figures[0].interval, figures[0].unit)
    raise ValueError(f"{text.strip()!r:.60}")


def _is_none_of(text: str) -> bool:
    """Whether a cell says that nothing was counted: "nil", "no deaths"."""
    first, _, rest = text.strip().lower().partition(" ")
    return (first == "nil" and not rest) or (first == "no" and bool(rest) and measure_of(rest).is_known)
