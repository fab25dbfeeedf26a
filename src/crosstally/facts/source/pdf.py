"""PDF files: the text of their pages, in the order in which it was written into them."""

from __future__ import annotations

import logging
import re
from io import BytesIO
from pathlib import Path

from crosstally.errors import InputError

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")  # a word that was parted at the end of a line


def pdf_fields(data: bytes, path: Path) -> dict[str, object]:
    """The fields of the report that a PDF file holds: `text` alone, for what it says of itself is seldom so.

    Args:
        data: The file.
        path: Where it is, for messages.

    Returns:
        `text`, with a blank line between pages; empty when the pages are pictures.

    Raises:
        InputError: It is no PDF, or locked; the package that reads it is not installed.
    """
    try:
        import pypdf  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise InputError("to read .pdf, run: pip install 'crosstally[pdf]'", path=path) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters of its remarks is in the error
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]
    except Exception as error:
        raise InputError(f"cannot be read as PDF: {error or type(error).__name__}", path=path) from error
    return {"text": "\n\n".join(_HYPHEN.sub("", page).strip() for page in pages).encode(errors="replace").decode()}
