"""Documents from files, folders, globs and standard input, one at a time; what cannot be read is set aside and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from crosstally.errors import InputError, SetAside, warn
from crosstally.facts.document import Document
from crosstally.facts.source.columns import Columns
from crosstally.facts.source.decoding import decoded_lines
from crosstally.facts.source.event_dates import dated
from crosstally.facts.source.files import Found, expand
from crosstally.facts.source.kinds import is_table, readers
from crosstally.facts.source.limits import LIMITS, Limits
from crosstally.facts.source.masthead import completed
from crosstally.facts.source.opening import opened
from crosstally.facts.source.piece import Given, Piece, ignore
from crosstally.facts.source.readers import jsonl, prose
from crosstally.facts.source.records import to_document
from crosstally.facts.source.rows import column_names

OWN_PAGE = b'<meta name="generator" content="crosstally '
_HEAD = 2048  # bytes of a page that name what wrote it, in those that crosstally writes
_PAGES = (".html", ".htm")
_OWN_COLUMNS = frozenset({"quantity_id", "quantity_a", "fact_ids"})  # one in each table, and in none of documents


class _Way(NamedTuple):
    """How files are read: the arguments of `read`."""

    on_skip: Callable[[str], None]
    on_note: Callable[[str], None]
    mapping: Mapping[str, str]
    limits: Limits


def read(
    *inputs: str | Path,
    on_skip: Callable[[str], None] = warn,
    on_note: Callable[[str], None] = ignore,
    mapping: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
) -> Iterator[Document]:
    """The documents that inputs hold, in a stable order; those of one event, up to a hundred, are in memory at a time.

    A .txt or .md file is one document; it may start with lines ``key: value`` between two lines ``---`` that give its
    id, title, source, published, url or event. So is a .html or .pdf file: its text is what is read out of it. A
    .jsonl, .csv or .parquet file holds one document a row. A folder is one event, and so is each folder inside it,
    unless a document names another.

    Args:
        *inputs: Files, folders, globs, or "-" for standard input (one text, or JSONL).
        on_skip: Told in one line of each document, row, file or column that is set aside or left out; by default as a
            Python warning of the class `SetAside`.
        on_note: Told in one line of what was guessed, and of files that crosstally wrote itself.
        mapping: By field (text, id, title, source, published, url, event) the column that holds it, where its name
            does not say so.
        limits: How much of one input is read.

    Raises:
        InputError: An input is missing, is of no known type, or holds no document that can be read. Missing inputs
            raise at once, the rest as it is reached.
    """
    way = _Way(on_skip, on_note, mapping or {}, limits)
    return unique(dated(_filled(expand(inputs, on_skip), way), on_note), on_skip)


def _filled(files: Iterable[Found], way: _Way) -> Iterator[tuple[str, Document]]:
    """Each document that has a text, and where it stands."""
    faults: list[str] = []
    count = 0

    def set_aside(message: str) -> None:
        del faults[1:]  # the first and the last are enough to tell why there is nothing
        faults.append(message)
        way.on_skip(f"{message}; set aside")

    for found in files:
        pieces = 0
        for where, document in _readable(found, way, set_aside):
            pieces += 1
            if document is None:
                continue
            if document.text.strip():
                count += 1
                yield where, document
            else:
                shown = "the document is empty" if document.line is not None else "no text found in it"
                set_aside(f"{where}: {shown}")
        if not pieces:
            set_aside(f"{found.path}: no documents")
    if not count:
        raise InputError(faults[0] if faults else "no documents but only what crosstally wrote")


def _readable(found: Found, way: _Way, set_aside: Callable[[str], None]) -> Iterator[tuple[str, Document | None]]:
    """The documents of a file, None for each that is no document, as far as they can be read."""
    try:
        if _is_own(found):
            way.on_note(f"{found.path}: written by crosstally, skipped")
            yield str(found.path), None
            return
        for piece, document in _documents(found, way):
            if isinstance(document, Document):
                yield _where(found, piece), document
            else:
                set_aside(str(document))
                yield _where(found, piece), None
    except InputError as error:
        set_aside(str(error))
        yield str(found.path), None
    except SetAside:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a file does to who reads it, the others are read
        set_aside(f"{found.path}: cannot be read: {type(error).__name__}: {error}")
        yield str(found.path), None


def _where(found: Found, piece: Piece) -> str:
    return str(found.path) if piece.part is None else f"{found.path}:{piece.part}"


def unique(
    documents: Iterable[tuple[str, Document]], on_skip: Callable[[str], None] | None = None
) -> Iterator[Document]:
    """Pass documents on as long as no two share an id.

    Args:
        documents: Each with where it stands.
        on_skip: Told of each that has the id of one before, which is then set aside.

    Raises:
        InputError: Two share an id, and nobody is to be told; names both places.
    """
    places: dict[str, str] = {}
    for where, document in documents:
        first = places.get(document.doc_id)
        if first is None:
            places[document.doc_id] = where
            yield document
            continue
        message, allowed = f"{where}: given twice", None
        if first != where:
            message = f"two documents are named {document.doc_id!r}: {first} and {where}"
            allowed = "one; give the folder above them, or ids of their own"
        if on_skip is None:
            raise InputError(message, allowed=allowed)
        on_skip(f"{message}; the second is set aside")


def _documents(found: Found, way: _Way) -> Iterator[tuple[Piece, Document | InputError]]:
    """Each report of a file, and the document it becomes, or why it becomes none."""
    columns = Columns(found.path, way.mapping, lambda names: way.on_skip(f"{found.path}: left out: {', '.join(names)}"))
    for piece in _pieces(found, way, columns):
        if piece.fault:
            yield piece, piece.fault
            continue
        doc_id = found.doc_id if piece.part is None else f"{found.doc_id}:{piece.part}"
        event = None if piece.is_row and found.is_standard_input else found.event
        try:
            fields = columns.fields(piece.fields)
            if not piece.is_row:
                fields = completed(fields, partial(_noted, way, _where(found, piece)))
            document = to_document(fields, doc_id=doc_id, source=found.stem, event=event)
        except InputError as error:
            at = piece.line if piece.is_row else None
            yield piece, InputError(error.message, path=found.path, line=at, allowed=error.allowed)
        else:
            yield piece, replace(document, path=str(found.path), line=piece.line, is_row=piece.is_row)


def _noted(way: _Way, where: str, note: str) -> None:
    way.on_note(f"{where}: {note}")


def _pieces(found: Found, way: _Way, columns: Columns) -> Iterator[Piece]:
    with opened(found.path) as stream:
        given = Given(stream, found.path, found.kind, way.limits, way.on_skip, way.on_note, columns.needed)
        if found.is_standard_input:
            yield from _standard_input(given)
        else:
            yield from readers()[found.kind].read(given)


def _standard_input(given: Given) -> Iterator[Piece]:
    """JSONL, told by how it begins, or one text."""
    lines = decoded_lines(given.stream, given.path, given.on_note, given.limits)
    first = next(lines, "")
    if first.lstrip().startswith("{"):
        yield from jsonl.objects(chain([first], lines), given.path)
    else:
        yield from prose.read(replace(given, stream=BytesIO("".join(chain([first], lines)).encode())))


def _is_own(found: Found) -> bool:
    """Whether a folder of documents also holds what an earlier run wrote there."""
    if found.kind in _PAGES:
        with opened(found.path) as stream:
            return OWN_PAGE in stream.read(_HEAD)
    if found.event is None or found.is_standard_input or not is_table(found.path):
        return False  # named directly, it is an error to be told
    try:
        names = column_names(found.path)
    except InputError:  # told when its rows are read
        return False
    return not _OWN_COLUMNS.isdisjoint(names) and "text" not in names
