"""How alike the words of two claims are, weighed by how rare they are among the claims of an event."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Terms = frozenset[str]
_REMEMBERED = 1 << 13  # texts of slots


@lru_cache(maxsize=_REMEMBERED)
def words_of(text: str | None) -> Terms:
    """The words of a slot, in small letters; many claims of an event have the same, which is held once."""
    return frozenset(map(intern, text.lower().split())) if text else frozenset()


class Weights:
    """How much each term tells: the rarer among the claims, the more (squared inverse document frequency)."""

    def __init__(self, seen: Iterable[Terms]) -> None:
        """Count the terms of all claims of an event."""
        frequency = Counter[str]()
        total = 1
        for terms in seen:
            frequency.update(terms)
            total += 1
        squares = {term: math.log(total / n) ** 2 for term, n in frequency.items()}
        self._squares = defaultdict[str, float](float, squares)
        self._sums: dict[Terms, float] = {}

    def cosine(self, a: Terms, b: Terms) -> float:
        """How alike two sets of terms are, 0 to 1."""
        common = a & b
        return self._weigh(common) / math.sqrt(self._sum(a) * self._sum(b)) if common else 0.0

    def contained(self, a: Terms, b: Terms) -> float:
        """How much of the smaller of two sets of terms the other has, 0 to 1."""
        common = a & b
        return self._weigh(common) / min(self._sum(a), self._sum(b)) if common else 0.0

    def _sum(self, terms: Terms) -> float:
        found = self._sums.get(terms)
        if found is None:
            found = self._sums[terms] = self._weigh(terms)
        return found

    def _weigh(self, terms: Terms) -> float:
        """The squares of all weights, added up; a term that no claim has weighs nothing."""
        return math.fsum(map(self._squares.__getitem__, terms))
