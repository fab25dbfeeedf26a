"""Word documents: the paragraphs and the rows of their tables, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from crosstally.errors import InputError
from crosstally.facts.source.archives import require_modest
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".docx",)
PACKED = False


def read(given: Given) -> Iterator[Piece]:
    """The report of a document.

    Raises:
        InputError: It is none; the package that reads it is not installed.
    """
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError("to read .docx, run: pip install 'crosstally[office]'", path=given.path) from None
    data = given.data()
    require_modest(data, given)
    try:
        document = docx.Document(BytesIO(data))
        lines = [
            item.text
            if hasattr(item, "text")
            else "\n".join(" | ".join(cell.text for cell in row.cells) for row in item.rows)
            for item in document.iter_inner_content()
        ]
    except Exception as error:
        raise InputError(f"cannot be read as .docx: {error or type(error).__name__}", path=given.path) from error
    yield Piece({"title": document.core_properties.title or None, "text": "\n\n".join(filter(str.strip, lines))})
