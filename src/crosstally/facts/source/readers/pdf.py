"""PDF files: the text of their pages, in the order in which it was written, columns and rows one behind the other."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from crosstally.errors import InputError
from crosstally.facts.source.page_columns import Drawn, one_behind_the_other
from crosstally.facts.source.page_tables import with_tables_told
from crosstally.facts.source.piece import Given, Piece

if TYPE_CHECKING:
    import pypdf

SUFFIXES = (".pdf",)
PACKED = False

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")  # a word that was parted at the end of a line

_BULLET = re.compile(r"^[\x00-\x08\x0e-\x1f\x7f\ufffd](?=\s)", re.MULTILINE)  # of a font that tells no letters


def read(given: Given) -> Iterator[Piece]:
    """The report of a file: its text alone, for what it says of itself is seldom so.

    The text has a blank line between pages, and is empty when the pages are pictures.

    Raises:
        InputError: It is no PDF, or locked, or has too many pages; the package that reads it is not installed.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise InputError("to read .pdf, run: pip install 'crosstally[pdf]'", path=given.path) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters of its remarks is in the error
    data = given.data()
    try:
        pages = PdfReader(BytesIO(data)).pages
        given.limits.require("pages", len(pages), given.path)
        texts = [_text_of(page) for page in pages]
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"cannot be read as PDF: {error or type(error).__name__}", path=given.path) from error
    whole = "\n\n".join(_BULLET.sub("•", _HYPHEN.sub("", text)).strip() for text in texts)
    yield Piece({"text": whole.encode(errors="replace").decode()})


def _text_of(page: pypdf.PageObject) -> str:
    drawn: list[Drawn] = []

    def note(words: str, outer: list[float], inner: list[float], _font: object, size: float) -> None:
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = abs((outer[0] * outer[3] - outer[1] * outer[2]) * (inner[0] * inner[3] - inner[1] * inner[2])) ** 0.5
        drawn.append(Drawn(x, y, size * scale, words))

    text = page.extract_text(visitor_text=note)
    return one_behind_the_other(drawn) or with_tables_told(text, drawn)
