"""Web archives (WARC): a report a page that was answered."""

from __future__ import annotations

from collections.abc import Iterator

from crosstally.errors import InputError
from crosstally.facts.source.piece import Given, Piece
from crosstally.facts.source.readers.web_page import page_fields

SUFFIXES = (".warc",)
PACKED = True

_ANSWERED = "200"
_PAGES = ("text/html", "application/xhtml")


def read(given: Given) -> Iterator[Piece]:
    """The pages, by the address they were fetched from; other answers are no reports.

    Raises:
        InputError: It is no web archive; the package that reads it is not installed.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        raise InputError("to read .warc, run: pip install 'crosstally[archive]'", path=given.path) from None
    number = 0
    try:
        for record in ArchiveIterator(given.stream):
            headers = record.http_headers
            if record.rec_type != "response" or headers is None or headers.get_statuscode() != _ANSWERED:
                continue
            if not (headers.get_header("content-type") or "").startswith(_PAGES):
                continue
            number += 1
            fields = page_fields(given.limits.read(record.content_stream(), given.path), given.path)
            url = record.rec_headers.get_header("WARC-Target-URI")
            yield Piece({**fields, "url": fields.get("url") or url}, number)
    except ArchiveLoadFailed as error:
        raise InputError(f"cannot be read as .warc: {error}", path=given.path) from error
