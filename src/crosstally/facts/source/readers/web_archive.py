"""Web archives (WARC): a report, or several, an answer that holds any; `crosstally fetch` writes one a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any, cast
from urllib.parse import urlsplit

from crosstally.errors import InputError
from crosstally.facts.source.kinds import readers
from crosstally.facts.source.piece import Given, Piece, Reader
from crosstally.facts.source.readers.web_page import page_fields

SUFFIXES = (".warc",)
PACKED = True

_ANSWERED = "200"
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
}


def kind_of(content_type: str) -> str:
    """The suffix of files of a content type, as a server names it; empty where it is none that is read."""
    return _KINDS.get(content_type.partition(";")[0].strip().lower(), "")


def read(given: Given) -> Iterator[Piece]:
    """The answers, by the address they were fetched from; what is no report, such as a picture, is passed over.

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
        for record in _in_silence(ArchiveIterator(given.stream)):
            headers = record.http_headers
            if record.rec_type != "response" or headers is None or headers.get_statuscode() != _ANSWERED:
                continue
            content_type = headers.get_header("content-type") or ""
            if kind_of(content_type):
                number += 1
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                yield from _answer(given, record, content_type, url, number)
    except ArchiveLoadFailed as error:
        raise InputError(f"cannot be read as .warc: {error}", path=given.path) from error


def _in_silence(records: Iterator[Any]) -> Iterator[Any]:
    """Records, without the lines that their reader writes to standard error for each that does not end as it says."""
    while True:
        with redirect_stderr(StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _answer(given: Given, record: Any, content_type: str, url: str, number: int) -> Iterator[Piece]:
    """The reports of one answer; of what it does not say itself, its address tells."""
    try:
        data = given.limits.read(record.content_stream(), given.path)
        kind = kind_of(content_type)
        if kind == ".html":
            pieces: Iterator[Piece] = iter([Piece(page_fields(_in_its_charset(data, content_type), given.path))])
        else:
            inner = replace(given, stream=BytesIO(data), kind=kind)
            pieces = cast("Reader", readers()[kind]).read(inner)
        for piece in pieces:
            told = {"url": piece.fields.get("url") or url, "source": piece.fields.get("source") or _host(url)}
            part = number if piece.part is None else f"{number}:{piece.part}"
            yield replace(piece, fields={**piece.fields, **told}, part=part)
    except InputError as error:
        yield Piece(part=number, fault=error)
    except Exception as error:  # noqa: BLE001 - whatever a page does to who reads it, the others are read
        fault = InputError(f"{url} cannot be read: {type(error).__name__}: {error}", path=given.path)
        yield Piece(part=number, fault=fault)


def _in_its_charset(data: bytes, content_type: str) -> bytes | str:
    """The page as text, where the server named its charset and that holds: it outranks what the page says."""
    charset = content_type.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    try:
        return data.decode(charset) if charset else data
    except (LookupError, ValueError):
        return data


def _host(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
