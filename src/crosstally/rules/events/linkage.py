"""Average linkage: things that are alike on the average become one group."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush

Likeness = Callable[[int, int], float]

_FAINT = 0.05  # groups less alike than this do not look at each other again
_SPOKESMEN = 8  # members that speak for a large group


def groups(n: int, pairs: Iterable[tuple[int, int]], likeness: Likeness, least: float) -> list[list[int]]:
    """Join the two groups that are most alike, again and again, as long as any are alike enough.

    This is average linkage (UPGMA: Sokal and Michener, A statistical method for evaluating systematic relationships,
    1958) over the given pairs; large groups are compared by some of their members.

    Args:
        n: How many things there are; each is its number.
        pairs: Those that may be alike.
        likeness: How alike two things are, 0 to 1.
        least: How alike two groups must be on the average to be joined.

    Returns:
        The groups, each in order, by their first members.
    """
    members = {i: [i] for i in range(n)}
    near: dict[int, set[int]] = defaultdict(set)
    waiting: list[tuple[float, int, int]] = []

    def compare(a: int, b: int) -> None:
        alike = average(members[a], members[b], likeness)
        if alike >= _FAINT:
            near[a].add(b)
            near[b].add(a)
        if alike >= least:
            heappush(waiting, (-alike, min(a, b), max(a, b)))

    for a, b in pairs:
        compare(a, b)
    fresh = n
    while waiting:
        _, a, b = heappop(waiting)
        if a not in members or b not in members:
            continue
        others = sorted((near.pop(a) | near.pop(b)) - {a, b})
        members[fresh] = sorted(members.pop(a) + members.pop(b))
        for other in others:
            near[other] -= {a, b}
            compare(fresh, other)
        fresh += 1
    return sorted(members.values())


def average(a: Sequence[int], b: Sequence[int], likeness: Likeness) -> float:
    """How alike two groups are: the mean over their members, or over some of them when they are many."""
    ours, theirs = _spokesmen(a), _spokesmen(b)
    return math.fsum(likeness(i, j) for i in ours for j in theirs) / (len(ours) * len(theirs))


def _spokesmen(members: Sequence[int]) -> Sequence[int]:
    """Some members, spread evenly."""
    if len(members) <= _SPOKESMEN:
        return members
    return [members[i * (len(members) - 1) // (_SPOKESMEN - 1)] for i in range(_SPOKESMEN)]
