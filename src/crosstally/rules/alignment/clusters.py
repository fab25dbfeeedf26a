"""Claims gathered into clusters, the likest first, as long as nothing keeps them apart.

Average linkage: two clusters are joined when the mean of what speaks for their pairs reaches the cut. Only pairs that
were rated count, so that work grows with those and not with the square of the claims.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crosstally.rules.alignment.claim import Claim

    Rated = Mapping[tuple[int, int], float | None]
    Link = tuple[float, int]  # sum and number of the ratings between two clusters


def clustered(
    claims: Sequence[Claim], rated: Rated, cut: float, may_join: Callable[[list[Claim], list[Claim]], bool]
) -> list[list[Claim]]:
    """Gather claims.

    Args:
        claims: The claims.
        rated: Of pairs of places among them, the lower first, what speaks for them; None keeps them apart for good.
        cut: The least mean that joins.
        may_join: Whether two clusters may be one, whatever speaks for it.

    Returns:
        The clusters, each in the order of the claims.
    """
    members = {i: [claim] for i, claim in enumerate(claims)}
    links: dict[int, dict[int, Link]] = {i: {} for i in members}
    apart: dict[int, set[int]] = {i: set() for i in members}
    for (i, j), rating in rated.items():
        if rating is None:
            apart[i].add(j)
            apart[j].add(i)
        else:
            links[i][j] = links[j][i] = (rating, 1)
    queue = [(-rating, i, j, 1) for (i, j), rating in rated.items() if rating is not None and rating >= cut]
    heapq.heapify(queue)
    while queue:
        _, i, j, n = heapq.heappop(queue)
        if i not in members or j not in members or links[i].get(j, (0.0, 0))[1] != n:
            continue
        if j in apart[i] or not may_join(members[i], members[j]):
            continue
        _merge(i, j, members, links, apart)
        for k, (total, count) in links[i].items():
            if total / count >= cut:
                heapq.heappush(queue, (-total / count, min(i, k), max(i, k), count))
    return [sorted(group, key=lambda claim: claim.order) for group in members.values()]


def _merge(
    i: int, j: int, members: dict[int, list[Claim]], links: dict[int, dict[int, Link]], apart: dict[int, set[int]]
) -> None:
    """Put the second cluster into the first."""
    members[i] += members.pop(j)
    for k, (total, count) in links.pop(j).items():
        del links[k][j]
        if k != i:
            known, n = links[i].get(k, (0.0, 0))
            links[i][k] = links[k][i] = (known + total, n + count)
    for k in apart.pop(j):
        apart[k].discard(j)
        if k != i:
            apart[i].add(k)
            apart[k].add(i)
