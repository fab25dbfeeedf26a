"""Claims gathered into clusters, the likest first, as long as nothing keeps them apart.

Average linkage: two clusters are joined when the mean of what speaks for their pairs reaches the cut. Only pairs that
were rated count, so that work grows with those and not with the square of the claims.
"""

from __future__ import annotations

import heapq
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from crosstally.rules.alignment.claim import Claim

    Rated = Mapping[tuple[int, int], float | None]
    Ends = tuple[float, float]  # the least and the most that claims allow
    Link = tuple[float, int]  # sum and number of the ratings between two clusters


def clustered(
    claims: Sequence[Claim], rated: Rated, cut: float, may_share: Callable[[Claim, Claim], bool]
) -> list[list[Claim]]:
    """Gather claims.

    Args:
        claims: The claims.
        rated: Of pairs of places among them, the lower first, what speaks for them; None keeps them apart for good.
        cut: The least mean that joins.
        may_share: Whether two claims of one sentence may be in one cluster.

    Returns:
        The clusters, each in the order of the claims.
    """
    held = _Clusters(claims, rated)
    queue = [(-rating, i, j, 1) for (i, j), rating in rated.items() if rating is not None and rating >= cut]
    heapq.heapify(queue)
    while queue:
        _, i, j, n = heapq.heappop(queue)
        if held.count(i, j) != n or held.are_apart(i, j, may_share):
            continue
        for k, (total, count) in held.merge(i, j).items():
            if total / count >= cut:
                heapq.heappush(queue, (-total / count, min(i, k), max(i, k), count))
    return [sorted(group, key=lambda claim: claim.order) for group in held.members.values()]


class _Clusters:
    """The clusters so far, by the place of their first claim: what links two, and what keeps them apart."""

    def __init__(self, claims: Sequence[Claim], rated: Rated) -> None:
        self.members = {i: [claim] for i, claim in enumerate(claims)}
        self._said: dict[int, dict[Hashable, list[Claim]]] = {
            i: {claim.fact.sentence_id: [claim]} for i, claim in enumerate(claims)
        }
        self._told: dict[int, dict[str, Ends]] = {
            i: {claim.fact.document.doc_id: (claim.interval.least, claim.interval.most)}
            for i, claim in enumerate(claims)
        }
        self._links: dict[int, dict[int, Link]] = {i: {} for i in self.members}
        self._apart: dict[int, set[int]] = {i: set() for i in self.members}
        for (i, j), rating in rated.items():
            if rating is None:
                self._apart[i].add(j)
                self._apart[j].add(i)
            else:
                self._links[i][j] = self._links[j][i] = (rating, 1)

    def count(self, i: int, j: int) -> int:
        """How many ratings there are between two clusters; none where one of them is part of another by now."""
        return self._links[i].get(j, (0.0, 0))[1] if i in self.members and j in self.members else 0

    def are_apart(self, i: int, j: int, may_share: Callable[[Claim, Claim], bool]) -> bool:
        """Whether a rating, a sentence that both have, or a document keeps two clusters apart, whatever joins them.

        One report that gives 30 and 80 gives two figures, though the "dozens" of another agree with either.
        """
        if j in self._apart[i] or any(least > most for _, (least, most) in self._both(i, j)):
            return True
        few, many = sorted((self._said[i], self._said[j]), key=len)
        both = (pair for sentence in few if sentence in many for pair in product(few[sentence], many[sentence]))
        return not all(may_share(one, other) for one, other in both)

    def _both(self, i: int, j: int) -> Iterator[tuple[str, Ends]]:
        """Of each document that two clusters share, the least and the most that all its claims there allow."""
        few, many = sorted((self._told[i], self._told[j]), key=len)
        for doc_id, (least, most) in few.items():
            if doc_id in many:
                yield doc_id, (max(least, many[doc_id][0]), min(most, many[doc_id][1]))

    def merge(self, i: int, j: int) -> dict[int, Link]:
        """Put the second cluster into the first; the links that are others now."""
        self._told[i] |= self._told[j] | dict(self._both(i, j))
        self.members[i] += self.members.pop(j)
        for sentence, claims in self._said.pop(j).items():
            self._said[i].setdefault(sentence, []).extend(claims)
        changed: dict[int, Link] = {}
        for k, (total, count) in self._links.pop(j).items():
            del self._links[k][j]
            if k != i:
                known, n = self._links[i].get(k, (0.0, 0))
                self._links[i][k] = self._links[k][i] = changed[k] = (known + total, n + count)
        for k in self._apart.pop(j):
            self._apart[k].discard(j)
            if k != i:
                self._apart[i].add(k)
                self._apart[k].add(i)
        return changed
