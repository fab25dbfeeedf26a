"""How documents are read: by how many processes, with which cache, and who is told; and their facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from crosstally.errors import InputError, warn
from crosstally.facts.document import Document
from crosstally.facts.source.limits import LIMITS, Limits
from crosstally.facts.source.piece import ignore
from crosstally.facts.source.reading import read, unique
from crosstally.facts.source.records import fit_to_show, to_document
from crosstally.run.archive import Archive
from crosstally.run.batches import Extracted, extract_all, extract_packed
from crosstally.run.engines import Engine

if TYPE_CHECKING:
    from crosstally.run.cache import Cache

_ALLOWED = "a Document, a mapping with text, or a text"
_LONGEST_PATH = 255  # characters
_LIKE_PATH = re.compile(r"\A[^\n]*(?:[/\\][^\n]*|\w\.[A-Za-z]\w{1,7})\Z")

Given = Document | Mapping[str, object] | str


class Reading(NamedTuple):
    """How documents are read.

    Attributes:
        jobs: How many processes read them.
        cache: Whether to keep the facts in the cache of the user, and to take known ones from it.
        on_skip: As in `crosstally.read`; also told of figures and rules that are set aside.
        on_done: Called with the number of each document, from 1, when its facts are there.
        on_note: As in `crosstally.read`, and so `mapping` and `limits`.
        mapping: The same.
        limits: The same.
        engine: Whose processes work: see `load_engine`; None is this machine's.
    """

    jobs: int = 1
    cache: bool = False
    on_skip: Callable[[str], None] = warn
    on_done: Callable[[int], None] = lambda _number: None
    on_note: Callable[[str], None] = ignore
    mapping: Mapping[str, str] | None = None
    limits: Limits = LIMITS
    engine: Engine | None = None

    def read(self, *inputs: str | Path) -> Iterator[Document]:
        """The documents of inputs."""
        return read(*inputs, on_skip=self.on_skip, on_note=self.on_note, mapping=self.mapping, limits=self.limits)


READING = Reading()


@contextmanager
def extracted_facts(documents: Iterable[Document], reading: Reading) -> Iterator[Iterator[Extracted]]:
    """Documents with their facts; whatever happens, workers end and the cache is closed."""
    with (
        _cache(reading) as known,
        closing(
            extract_all(documents, jobs=reading.jobs, engine=reading.engine, cache=known, on_skip=reading.on_skip)
        ) as extracted,
    ):
        yield extracted


@contextmanager
def archived(documents: Iterable[Document], reading: Reading) -> Iterator[tuple[Archive, Cache | None]]:
    """Documents set aside with their facts, and the cache."""
    archive = Archive()
    with _cache(reading) as cache:
        asked = extract_packed(
            documents, jobs=reading.jobs, engine=reading.engine, cache=cache, on_skip=reading.on_skip
        )
        with closing(asked) as extracted:
            for number, (document, found) in enumerate(extracted, 1):
                archive.add(document, found)
                reading.on_done(number)
        yield archive, cache


@contextmanager
def _cache(reading: Reading) -> Iterator[Cache | None]:
    if not reading.cache:
        yield None
        return
    from crosstally.run.cache import Cache, folder  # noqa: PLC0415 - SQLite, only for those who want it

    with closing(Cache(folder())) as known:
        yield known


def documents_of(given: object) -> Iterator[Document]:
    """Documents of documents, mappings with `text`, or plain texts; one or several, or the rows of a DataFrame.

    Raises:
        InputError: A mapping has no text, or a value of a wrong type; two share an id; it is a path, or none of these.
    """
    several: Iterable[object] = [given] if isinstance(given, Document | Mapping | str | PathLike) else _rows(given)
    return unique((f"document {number}", _document(item, number)) for number, item in enumerate(several, 1))


def _rows(given: object) -> Iterable[object]:
    """What was given, item by item; of a DataFrame the rows, with None for the cells in which there is nothing."""
    if hasattr(given, "columns") and hasattr(given, "to_dict"):
        frame: Any = given
        return frame.astype(object).where(frame.notna(), None).to_dict("records")  # type: ignore[no-any-return]
    if isinstance(given, Iterable):
        return given
    raise InputError(f"{type(given).__name__} is given", allowed=f"{_ALLOWED}, or several of them")


def _document(given: object, number: int) -> Document:
    if isinstance(given, Document):
        return fit_to_show(given)
    if isinstance(given, PathLike) or (isinstance(given, str) and _is_path(given)):
        raise InputError(
            f"document {number} is a path, {str(given)!r:.80}", allowed=f"{_ALLOWED}; read(path) gives documents"
        )
    if not isinstance(given, str | Mapping):
        raise InputError(f"document {number} is {given!r:.60}", allowed=_ALLOWED)
    fields = {"text": given, "event": "event"} if isinstance(given, str) else given
    name = f"document-{number}"
    try:
        return to_document(fields, doc_id=name, source=name)
    except InputError as error:
        raise InputError(f"document {number}: {error.message}", allowed=error.allowed) from error


def _is_path(text: str) -> bool:
    """Whether a text is no text but the path of one: it has a folder or an ending, and is there, or is one word."""
    if len(text) > _LONGEST_PATH or not _LIKE_PATH.search(text):
        return False
    return len(text.split()) == 1 or Path(text).exists()
