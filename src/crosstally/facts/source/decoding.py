"""Bytes as text: UTF-8, what a byte order mark says, or what the bytes look like."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from string import ascii_letters
from typing import BinaryIO

from crosstally.errors import InputError
from crosstally.facts.source.limits import Limits

_MARKS = (  # the longer first: UTF-32's begins like UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_SCRIPTS = ["cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "gb18030", "shift_jis", "big5", "euc_kr", "euc_jp"]
_WITH_ZEROS = ["utf_16_le", "utf_16_be"]
_WESTERN = "windows-1252"  # what the WHATWG takes all single-byte Latin ones for: bytes do not tell them apart
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NO_LETTERS = bytes({*range(0x100)} - {*ascii_letters.encode()})
_SAMPLE = 2**18  # bytes by which an encoding is told


def decode(data: bytes, path: Path, on_note: Callable[[str], None]) -> str:
    """The text of bytes, without a byte order mark.

    Args:
        data: The bytes.
        path: The file they are from, for messages.
        on_note: Told when the encoding is none that the bytes declare, and not UTF-8.

    Raises:
        InputError: They are text in no encoding that is known here.
    """
    encoding = _declared(data) or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        likely = None if encoding != "utf-8" else _WESTERN if _is_latin(data) else _likely(data)
        if likely is None:
            found = f"not {encoding.upper()}: byte {error.start} is 0x{data[error.start]:02x}"
            raise InputError(found, path=path, allowed="text in UTF-8, or in another known encoding") from error
        on_note(f"{path}: not UTF-8, read as {likely}")
        return data.decode("utf-8", _WESTERN) if likely == _WESTERN else data.decode(likely, "replace")


def decoded_lines(stream: BinaryIO, path: Path, on_note: Callable[[str], None], limits: Limits) -> Iterator[str]:
    """Lines of text with their line ends, as they are, of whatever kind; each in UTF-8 or in what it looks like.

    Raises:
        InputError: A line holds more than a document may, or is text in no encoding that is known here.
    """
    buffered = stream if hasattr(stream, "peek") else io.BufferedReader(stream)  # type: ignore[type-var]
    wide = _declared(buffered.peek(4)[:4])
    if wide and wide != "utf-8-sig":  # whose line feeds are of several bytes
        yield from io.StringIO(decode(limits.read(buffered, path), path, on_note), newline="")
        return
    told: set[str] = set()

    def note(message: str) -> None:
        if message not in told:
            told.add(message)
            on_note(message)

    while raw := buffered.readline(limits.size + 1):
        limits.require("size", len(raw), path)
        yield from io.StringIO(decode(raw, path, note), newline="")


def _declared(data: bytes) -> str | None:
    """What a byte order mark says, or the zero bytes that every second letter of ASCII in UTF-16 has."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    pairs = data[:_SAMPLE]
    if len(pairs) < 4 or (len(pairs) % 2 and len(pairs) < _SAMPLE):  # noqa: PLR2004 - too short to show a pattern
        return None
    zeros = [not any(pairs[first::2]) for first in (0, 1)]
    return "utf-16-be" if zeros[0] and not zeros[1] else "utf-16-le" if zeros[1] and not zeros[0] else None


def _is_latin(data: bytes) -> bool:
    """Whether most letters are ASCII, and nothing stands there that no text has."""
    rest = data.translate(None, bytes(range(0x80)))
    letters = data.translate(None, _NO_LETTERS)
    return len(letters) > len(rest) and not _BINARY.search(data)


def _likely(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for what is not UTF-8

    sample = data[:_SAMPLE]
    found = from_bytes(sample, cp_isolation=_WITH_ZEROS if b"\0" in sample else _OTHER_SCRIPTS).best()
    return None if found is None or "\0" in str(found) else found.encoding


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are not UTF-8 as Windows-1252, and those that it lacks as Latin-1; the others stay."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in wrong), error.end


codecs.register_error(_WESTERN, _as_western)
