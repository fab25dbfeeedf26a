"""Where the words of an extraction stand in its text: where it says, or where else, counted in which way."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_ALIKE = str.maketrans("‘’‚‛“”„«»‐‑‒–—−\u00a0\u2009\u202f", '\'\'\'\'"""""------   ')
_SPACE = re.compile(r"\s+")


class Placed(NamedTuple):
    """Where a quote stands.

    Attributes:
        start: First code point.
        end: One past the last.
        why: Empty where the extraction says so itself; else how its span, or its words, were mended.
    """

    start: int
    end: int
    why: str = ""


def place(text: str, quote: str, start: int | None, end: int | None) -> Placed | None:
    """Find the quote of an extraction; None where the text does not have it.

    Of a quote that stands there several times, the one that the span means: by code points, by UTF-16 units, by bytes
    of UTF-8, else the nearest.
    """
    if start is not None and text[start : start + len(quote)] == quote and end in {None, start + len(quote)}:
        return Placed(start, start + len(quote))
    found = [(match.start(), match.end()) for match in re.finditer(re.escape(quote), text)]
    mended = "" if found else "the words are written otherwise in the text"
    found = found or _alike(text, quote)
    if not found:
        return None
    if start is None:
        return Placed(*found[0], mended)
    for unit, codec, size in (("UTF-16 units", "utf-16-le", 2), ("bytes", "utf-8", 1)):
        for begin, stop in found:
            if begin != start and len(text[:begin].encode(codec, "surrogatepass")) == start * size:
                return Placed(begin, stop, f"its span counts {unit}, not code points")
    nearest = min(found, key=lambda span: abs(span[0] - start))
    if nearest[0] == start and mended:
        return Placed(*nearest, mended)
    return Placed(*nearest, f"its span says {start} to {end}, and the words stand at {nearest[0]} to {nearest[1]}")


def _alike(text: str, quote: str) -> list[tuple[int, int]]:
    """Where the words stand but for white space, quotation marks, dashes, case and composed letters."""
    plain, places = _plain(text)
    wanted = _plain(quote)[0].strip()
    if not wanted:
        return []
    return [(places[match.start()], places[match.end() - 1] + 1) for match in re.finditer(re.escape(wanted), plain)]


def _plain(text: str) -> tuple[str, list[int]]:
    """A text without what may be written in two ways, and of each of its characters where it was."""
    kept: list[str] = []
    places: list[int] = []
    for i, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character.translate(_ALIKE)).casefold():
            if unicodedata.combining(part) or (part.isspace() and kept and kept[-1] == " "):
                continue
            kept.append(" " if part.isspace() else part)
            places.append(i)
    return "".join(kept), places
