"""PDF files: the text of their pages, in the order in which it was written into them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from crosstally.errors import InputError
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".pdf",)
PACKED = False

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")  # a word that was parted at the end of a line


def read(given: Given) -> Iterator[Piece]:
    """The report of a file: its text alone, for what it says of itself is seldom so.

    The text has a blank line between pages, and is empty when the pages are pictures.

    Raises:
        InputError: It is no PDF, or locked, or has too many pages; the package that reads it is not installed.
    """
    try:
        import pypdf  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise InputError("to read .pdf, run: pip install 'crosstally[pdf]'", path=given.path) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters of its remarks is in the error
    data = given.data()
    try:
        pages = pypdf.PdfReader(BytesIO(data)).pages
        given.limits.require("pages", len(pages), given.path)
        texts = [page.extract_text() for page in pages]
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"cannot be read as PDF: {error or type(error).__name__}", path=given.path) from error
    yield Piece(
        {"text": "\n\n".join(_HYPHEN.sub("", text).strip() for text in texts).encode(errors="replace").decode()}
    )
