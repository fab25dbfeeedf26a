"""Which documents copy which: an agency's wire, a reprint, a rewritten lede. Copies count as one source.

Reprints are cut and edited, so that they share less than a third of their three-word runs (NEWS-COPY, ICLR 2023);
of the shorter text, however, most five-word runs are found again in the longer one. So containment is measured, not
resemblance.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosstally.facts.document import Document

_SHINGLE = 5
_COPIED = 0.5  # the share of the shorter text's shingles that makes it a copy
_COPIED_FROM_AGENCY = 0.2  # the same between two texts that name one agency
_LARGEST_SHARE = 50  # a shingle that stands in more documents than this is a stock phrase
_WORD = re.compile(r"[^\W_]+")
_BYLINE_REACH = 300
_AGENCIES = (
    r"AP|AFP|Reuters|Xinhua|UPI|TASS|Interfax|DPA|dpa|ANSA|EFE|Kyodo|PTI|ANI|PA|AAP|Bloomberg"
    r"|Associated Press|Press Association"
)
_BYLINE = re.compile(rf"(?:\(|^|\n|[-\u2013\u2014/]\s?|\bBy\s)({_AGENCIES})(?=\)|\s?[-\u2013\u2014/]|\s*\n|\s?$)")
_LONG_NAMES = {"Associated Press": "AP", "Press Association": "PA", "dpa": "DPA"}


def copy_groups(documents: Sequence[Document]) -> dict[str, str]:
    """Of each document, the first document of its group of copies; itself when it copies nobody.

    Args:
        documents: The documents of one event. Those without a text copy nobody.

    Returns:
        Doc ids by doc id.
    """
    shingles = {document.doc_id: _shingles(document.text) for document in documents}
    agency = {document.doc_id: _agency(document.text) for document in documents}
    first = {document.doc_id: document.doc_id for document in documents}

    def root(doc_id: str) -> str:
        while first[doc_id] != doc_id:
            doc_id = first[doc_id]
        return doc_id

    order = {document.doc_id: i for i, document in enumerate(documents)}
    for (a, b), shared in _shared(shingles).items():
        same_agency = agency[a] is not None and agency[a] == agency[b]
        needed = _COPIED_FROM_AGENCY if same_agency else _COPIED
        if shared >= needed * min(len(shingles[a]), len(shingles[b])):
            early, late = sorted((root(a), root(b)), key=order.__getitem__)
            first[late] = early
    return {doc_id: root(doc_id) for doc_id in first}


def independent(documents: Iterable[Document], copies: Mapping[str, str]) -> int:
    """How many sources stand behind the documents when copies, and all documents of one source, count as one."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        source, wire = f"source {document.source}", f"copies of {copies.get(document.doc_id, document.doc_id)}"
        neighbours[source].add(wire)
        neighbours[wire].add(source)
    seen: set[str] = set()
    count = 0
    for start in neighbours:
        count += start not in seen
        waiting = [start]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting += neighbours[here]
    return count


def _shingles(text: str) -> frozenset[int]:
    words = [word.lower() for word in _WORD.findall(text)]
    return frozenset(crc32(" ".join(words[i : i + _SHINGLE]).encode()) for i in range(len(words) - _SHINGLE + 1))


def _shared(shingles: dict[str, frozenset[int]]) -> Counter[tuple[str, str]]:
    """How many shingles each two documents share, by an index of shingles: work grows with what is shared."""
    holders: dict[int, list[str]] = defaultdict(list)
    for doc_id, found in shingles.items():
        for shingle in found:
            holders[shingle].append(doc_id)
    shared = Counter[tuple[str, str]]()
    for docs in holders.values():
        if 1 < len(docs) <= _LARGEST_SHARE:
            shared.update(combinations(docs, 2))
    return shared


def _agency(text: str) -> str | None:
    match = _BYLINE.search(text[:_BYLINE_REACH])
    return _LONG_NAMES.get(match[1], match[1]) if match else None
