"""An answer kept as a web archive (WARC, ISO 28500), which says where and when it was fetched."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from crosstally.errors import InputError
from crosstally.fetching.request import Answer
from crosstally.output.tables.whole import whole_file

_OF_THE_WIRE = {"transfer-encoding", "connection", "keep-alive", "set-cookie"}  # what says nothing of the page


def keep(answer: Answer, path: Path) -> None:
    """Write one answer to a file, whole or not at all.

    Raises:
        InputError: The package that writes web archives is not installed.
        CrosstallyError: It cannot be written there.
    """
    try:
        from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - an extra
        from warcio.warcwriter import WARCWriter  # noqa: PLC0415
    except ImportError:
        raise InputError("to fetch pages, run: pip install 'crosstally[fetch]'") from None
    kept = [(name, value) for name, value in answer.headers if name.lower() not in _OF_THE_WIRE]
    headers = StatusAndHeaders(f"{answer.status} {answer.reason}", kept, protocol="HTTP/1.1")
    with whole_file(path) as unfinished, unfinished.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        record = writer.create_warc_record(
            answer.url, "response", payload=BytesIO(answer.body), length=len(answer.body), http_headers=headers
        )
        writer.write_record(record)
