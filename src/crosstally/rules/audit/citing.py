"""Which documents a row of a table cites: by url, doc_id, source and event, as far as it names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crosstally.facts.tables.loose.loose import CITED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosstally.facts.document import Document

_LISTED = re.compile(r"\s*[;|\n]\s*")
_WORD = re.compile(r"\w+")


class Shelf:
    """The documents of an audit, to be found by what rows say of them."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Keep documents, in their order."""
        self.documents = tuple(documents)
        self._by: dict[str, dict[str, list[Document]]] = {key: {} for key in CITED}
        self._bare: dict[str, list[Document]] = {key: [] for key in CITED}
        for document in self.documents:
            for key in CITED:
                names = _names_of(document, key)
                for name in names:
                    self._by[key].setdefault(name, []).append(document)
                if not names:
                    self._bare[key].append(document)

    def cited(self, row: Mapping[str, str]) -> Sequence[Document]:
        """The documents that a row cites; all of them where it names none, and none where those it names are not here.

        A document without an address may be the one at an address; so may a document without an event.

        Args:
            row: What it names, by "url", "doc_id", "source" and "event".
        """
        found: Sequence[Document] = self.documents
        for key in CITED:
            if key in row:
                found = self._narrowed(found, key, row[key])
        return found

    def _narrowed(self, among: Sequence[Document], key: str, said: str) -> Sequence[Document]:
        asked = [_plain(key, name) for name in _LISTED.split(said)]
        named = [document for name in asked for document in self._by[key].get(name, ())]
        if among is self.documents:
            return named or self._bare[key]
        ids = {document.doc_id for document in named}
        both = [document for document in among if document.doc_id in ids]
        if both or named or key != "event":
            return both
        events = {document.event for document in self.documents}
        return among if len(events) == 1 else []  # of one event alone, the table may have a name of its own


def _names_of(document: Document, key: str) -> set[str]:
    named = getattr(document, key)
    return set() if named is None else {_plain(key, named)}


def _plain(key: str, name: str) -> str:
    """A name without what is written in two ways: the case, "www.", a final slash."""
    if key == "url":
        try:
            parts = urlsplit(name.strip())
        except ValueError:
            return name.strip()
        query = f"?{parts.query}" if parts.query else ""
        return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"
    return " ".join(_WORD.findall(name.lower())) if key != "doc_id" else name.strip()
