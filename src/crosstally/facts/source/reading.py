"""Documents from files, folders, globs and standard input, one at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from crosstally.errors import InputError
from crosstally.facts.document import Document
from crosstally.facts.source.files import PROSE, Found, decode, decoded_lines, expand, opened
from crosstally.facts.source.pdf import pdf_fields
from crosstally.facts.source.records import FIELDS, to_document
from crosstally.facts.source.rows import Row, column_names, jsonl_rows, read_rows
from crosstally.facts.source.web_page import html_fields

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:.*\n){1,50}?)---[ \t]*(?:\r?\n|\Z)")
OWN_PAGE = b'<meta name="generator" content="crosstally '
_HEAD = 2048  # bytes of a page that name what wrote it, in those that crosstally writes
_PAGES = {".html": html_fields, ".htm": html_fields}
_PARSED = {**_PAGES, ".pdf": pdf_fields}
OWN_COLUMN = "quantity_id"  # in all three tables, and in no table of documents


def ignore(_message: str) -> None:
    """Say nothing of what is skipped."""


def read(*inputs: str | Path, on_skip: Callable[[str], None] = ignore) -> Iterator[Document]:
    """The documents that inputs hold, in a stable order; one is in memory at a time.

    A .txt or .md file is one document; it may start with lines ``key: value`` between two lines ``---`` that give its
    id, title, source, published, url or event. So is a .html or .pdf file: its text is what is read out of it. A
    .jsonl, .csv or .parquet file holds one document a row. A folder is one event, and so is each folder inside it,
    unless a document names another.

    Args:
        *inputs: Files, folders, globs, or "-" for standard input (one text, or JSONL).
        on_skip: Called with one line for each document or file that is skipped because it is empty.

    Raises:
        InputError: An input is missing, unreadable, malformed or of an unknown type; two documents share an id; there
            is no document at all. Missing inputs raise at once, the rest as it is reached.
    """
    return unique(_filled(expand(inputs), on_skip))


def _filled(files: Iterable[Found], on_skip: Callable[[str], None]) -> Iterator[tuple[str, Document]]:
    """Each document that has a text, and where it stands."""
    skipped = ""
    count = 0
    for found in files:
        if _is_own(found):
            on_skip(f"{found.path}: written by crosstally, skipped")
            continue
        rows = 0
        for where, document in _documents(found):
            rows += 1
            if document.text.strip():
                count += 1
                yield where, document
            else:
                skipped = f"{where}: {'no text found in it' if found.kind in _PARSED else 'the document is empty'}"
                on_skip(f"{skipped}, skipped")
        if not rows:
            skipped = f"{found.path}: no documents"
            on_skip(f"{skipped}, skipped")
    if not count:
        raise InputError(skipped or "no documents but only what crosstally wrote")


def unique(documents: Iterable[tuple[str, Document]]) -> Iterator[Document]:
    """Pass documents on as long as no two share an id.

    Args:
        documents: Each with where it stands.

    Raises:
        InputError: Two share an id; names both places.
    """
    places: dict[str, str] = {}
    for where, document in documents:
        first = places.setdefault(document.doc_id, where)
        if first == where and first is not where:
            raise InputError("given twice", path=where)
        if first is not where:
            raise InputError(
                f"two documents are named {document.doc_id!r}: {first} and {where}",
                allowed="one; give the folder above them, or ids of their own",
            )
        yield document


def _documents(found: Found) -> Iterator[tuple[str, Document]]:
    if found.is_standard_input:
        yield from _standard_input(found)
    elif found.kind in PROSE:
        with opened(found.path) as stream:
            data = stream.read()
        yield (
            str(found.path),
            _parsed(found, data) if found.kind in _PARSED else _prose(found, decode(data, found.path)),
        )
    else:
        yield from _row_documents(found, read_rows(found.path))


def _standard_input(found: Found) -> Iterator[tuple[str, Document]]:
    with opened(found.path) as stream:
        lines = decoded_lines(stream, found.path)
        first = next(lines, "")
        if first.lstrip().startswith("{"):
            rows = jsonl_rows(chain([first], lines), found.path)
            yield from _row_documents(replace(found, event=None), rows)
        else:
            yield str(found.path), _prose(found, first + "".join(lines))


def _is_own(found: Found) -> bool:
    """Whether a folder of documents also holds what an earlier run wrote there."""
    if found.kind in _PAGES:
        with opened(found.path) as stream:
            return OWN_PAGE in stream.read(_HEAD)
    if found.kind in PROSE or found.event is None or found.is_standard_input:
        return False  # named directly, it is an error to be told
    return OWN_COLUMN in (names := column_names(found.path)) and "text" not in names


def _row_documents(found: Found, rows: Iterable[Row]) -> Iterator[tuple[str, Document]]:
    for line, row in rows:
        document = _document(found, row, f"{found.doc_id}:{line}", line)
        yield f"{found.path}:{line}", replace(document, path=str(found.path), line=line, is_row=True)


def _prose(found: Found, text: str) -> Document:
    fields, body = _front_matter(text)
    above = text.count("\n", 0, len(text) - len(body))
    document = _document(found, {**fields, "text": body}, found.doc_id)
    return replace(document, path=str(found.path), line=1 + above)


def _parsed(found: Found, data: bytes) -> Document:
    """A report whose text is not that of its file, so that its figures have no line there."""
    fields = _PARSED[found.kind](data, found.path)
    return replace(_document(found, fields, found.doc_id), path=str(found.path))


def _document(found: Found, fields: Mapping[str, object], doc_id: str, line: int | None = None) -> Document:
    try:
        return to_document(fields, doc_id=doc_id, source=found.stem, event=found.event)
    except InputError as error:
        raise InputError(error.message, path=found.path, line=line, allowed=error.allowed) from error


def _front_matter(text: str) -> tuple[dict[str, object], str]:
    """The fields between two lines ``---`` at the head of a text, and the text below them.

    A text that merely starts with a rule keeps it: the block must close, and name a known field.
    """
    block = FRONT_MATTER.match(text)
    if block is None:
        return {}, text
    pairs = (line.partition(":") for line in block[1].splitlines())
    fields: dict[str, object] = {key.strip(): value.strip().strip("\"'") for key, _, value in pairs if value}
    known = {key: value for key, value in fields.items() if key in FIELDS and key != "text"}
    return (known, text[block.end() :]) if known else ({}, text)
