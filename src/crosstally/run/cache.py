"""Facts of documents read before, and what was found of events, by what they came from, in the user's cache folder.

A cache never stops a run: where it cannot be opened, read or written, the run goes on without it.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache as once
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from crosstally.facts.document import Document

_PATTERN = "facts-*.sqlite3*"  # a database and what SQLite keeps beside it
_STALE = 30 * 24 * 3600  # seconds without use after which the file of another version is removed
_PATIENCE = 5  # seconds to wait for another run that is writing
_AT_ONCE = 500  # keys in one query; old versions of SQLite take 999
_CHECKSUM = 8  # bytes
_TABLES = ("facts", "events")


def folder() -> Path:
    """Where this user's caches belong; no absolute path where the user has no home: then there is no cache."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - those who want no cache do without

    return user_cache_path("crosstally", appauthor=False)


@once
def fingerprint(package: str = "crosstally.facts") -> str:
    """A hash of all that reads a document: the code and data of `crosstally.facts`, and Python; or of another package.

    What packs and keeps it is always part of it.

    A changed word in a lexicon is another reader, and so has another file.
    """
    digest = blake2b(sys.version.encode(), digest_size=8)
    for name, data in sorted([*_contents(files(package), f"{package}/"), *_contents(files("crosstally.run"))]):
        digest.update(f"\x1e{name}\x1f{len(data)}\x1f".encode())
        digest.update(data)
    return digest.hexdigest()


def _contents(place: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for item in place.iterdir():
        if item.is_file():
            yield above + item.name, item.read_bytes()
        elif item.name != "__pycache__":
            yield from _contents(item, f"{above}{item.name}/")


class Cache:
    """Packed facts and events by the hash of what they came from; several runs may use it at once."""

    def __init__(self, place: Path) -> None:
        """Open the cache of this version in a folder, which is made where it is missing."""
        self._path = place / f"facts-{fingerprint()}.sqlite3"
        self._database: sqlite3.Connection | None = None
        if not place.is_absolute():
            return
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = sqlite3.connect(self._path, timeout=_PATIENCE)
            self._database.execute("PRAGMA journal_mode=WAL")  # readers and one writer do not wait for each other
            self._database.execute("PRAGMA synchronous=NORMAL")
            for table in _TABLES:
                self._database.execute(
                    f"CREATE TABLE IF NOT EXISTS {table} (key BLOB PRIMARY KEY, packed BLOB NOT NULL)"
                )
            self._path.touch()
            _remove_stale(place)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def get(self, documents: Iterable[Document]) -> dict[str, bytes]:
        """Packed facts by doc_id, of those documents that it has."""
        by_key: dict[bytes, list[str]] = {}
        for document in documents:
            by_key.setdefault(key_of(document), []).append(document.doc_id)
        found: dict[str, bytes] = {}
        for key, packed in self._select("facts", list(by_key)):
            found |= dict.fromkeys(by_key[key], packed)
        return found

    def put(self, packed: Iterable[tuple[Document, bytes]]) -> None:
        """Keep packed facts."""
        self._insert("facts", [(key_of(document), data) for document, data in packed])

    def get_events(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Packed events by key, of those that it has."""
        return dict(self._select("events", keys))

    def put_events(self, packed: Sequence[tuple[bytes, bytes]]) -> None:
        """Keep packed events, each with its key."""
        self._insert("events", packed)

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()

    def _insert(self, table: str, rows: Sequence[tuple[bytes, bytes]]) -> None:
        if self._database is None:
            return
        cells = [(key, _checksum(key, packed) + packed) for key, packed in rows]
        try:
            with self._database:
                self._database.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", cells)  # noqa: S608 - our own tables
        except sqlite3.Error as error:
            self._give_up(error)

    def _select(self, table: str, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """What is there and whole: each cell begins with a checksum of its key and the rest."""
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            if self._database is None:
                return
            question = f"SELECT key, packed FROM {table} WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608 - only question marks
            try:
                found = self._database.execute(question, some).fetchall()
            except sqlite3.Error as error:
                self._give_up(error)
                return
            for key, packed in found:
                if isinstance(packed, bytes) and packed[:_CHECKSUM] == _checksum(key, packed[_CHECKSUM:]):
                    yield key, packed[_CHECKSUM:]

    def _give_up(self, error: Exception) -> None:
        """Go on without; a file that is no database, or a broken one, is removed so that the next run starts afresh."""
        self.close()
        self._database = None
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            for path in self._path.parent.glob(f"{self._path.name}*"):
                _remove(path)


def _checksum(key: bytes, packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_CHECKSUM, key=key).digest()


def key_of(document: Document) -> bytes:
    """All of a document that extraction reads: where it came from does not change its figures."""
    about = repr((document.title, document.published)).encode()
    text = document.text.encode(errors="surrogatepass")
    return blake2b(len(about).to_bytes(8) + about + text, digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Content:
    """What a cache folder holds: documents that this version would find, and bytes of all versions."""

    documents: int
    size: int


def content(place: Path) -> Content:
    """What a cache folder holds; nothing where it is missing."""
    size = sum(path.stat().st_size for path in place.glob(_PATTERN))
    path = place / f"facts-{fingerprint()}.sqlite3"
    documents = 0
    if path.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=_PATIENCE)) as database:
            documents = database.execute("SELECT count(*) FROM facts").fetchone()[0]
    return Content(documents, size)


def clear(place: Path) -> None:
    """Remove the cached facts of every version; runs that use them go on."""
    for path in place.glob(_PATTERN):
        _remove(path)


def _remove_stale(place: Path) -> None:
    old = time.time() - _STALE
    for path in place.glob(_PATTERN):
        with suppress(OSError):
            if path.stat().st_mtime < old:
                path.unlink()


def _remove(path: Path) -> None:
    with suppress(OSError):  # gone already, or Windows keeps what another run has open
        path.unlink()
