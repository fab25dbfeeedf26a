"""The order in which the documents of an event are looked at: by when, by whom and what, not by their names."""

from __future__ import annotations

import sys
from itertools import groupby
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crosstally.facts.document import Document
    from crosstally.facts.fact import Fact

Publication = tuple[float, str]


def publication(document: Document) -> Publication:
    """When a document was published, the undated last, and by whom."""
    return document.published.timestamp() if document.published else inf, sys.intern(document.source)


def in_order_of_content(
    documents: Sequence[Publication], read: Callable[[int], tuple[Document, Sequence[Fact]]]
) -> list[int]:
    """The places of documents: by publication, source, headline, and what they state.

    Args:
        documents: Those of one event, as `publication` gives them.
        read: The document of a place, and its facts; asked only where the rest is the same.
    """

    def stated(at: int) -> tuple[str, str, list[tuple[int, str, str]]]:
        document, facts = read(at)
        return document.title or "", document.url or "", [(fact.start, fact.quote, fact.sentence) for fact in facts]

    order: list[int] = []
    for _, alike in groupby(sorted(range(len(documents)), key=documents.__getitem__), key=documents.__getitem__):
        some = list(alike)
        order += some if len(some) == 1 else sorted(some, key=stated)
    return order
