"""How documents are read: by how many processes, with which cache, and who is told; and their facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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


def documents_of(given: Iterable[Given] | Given) -> Iterator[Document]:
    """Documents of documents, mappings with `text`, or plain texts; one or several.

    Raises:
        InputError: A mapping has no text, or a value of a wrong type; two share an id.
    """
    several = [given] if isinstance(given, Document | Mapping | str) else given
    return unique((f"document {number}", _document(item, number)) for number, item in enumerate(several, 1))


def _document(given: Given, number: int) -> Document:
    if isinstance(given, Document):
        return fit_to_show(given)
    fields = {"text": given, "event": "event"} if isinstance(given, str) else given
    name = f"document-{number}"
    try:
        return to_document(fields, doc_id=name, source=name)
    except InputError as error:
        raise InputError(f"document {number}: {error.message}", allowed=error.allowed) from error
