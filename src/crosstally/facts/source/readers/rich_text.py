"""Rich text (RTF): the text without its layout."""

from __future__ import annotations

from collections.abc import Iterator

from crosstally.errors import InputError
from crosstally.facts.source.piece import Given, Piece

SUFFIXES = (".rtf",)
PACKED = True


def read(given: Given) -> Iterator[Piece]:
    """The report of a file.

    Raises:
        InputError: It is no rich text; the package that reads it is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError("to read .rtf, run: pip install 'crosstally[office]'", path=given.path) from None
    data = given.data()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise InputError("cannot be read as .rtf: it does not begin as one", path=given.path)
    text: str = rtf_to_text(data.decode("cp1252", "replace"), errors="replace")  # type: ignore[no-untyped-call]
    yield Piece({"text": text})
