"""Two rows of places, paired with each other: the nearest two first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise


def nearest_pairs(ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pair the places of two rows until one of them has none left.

    With as many on either side, the first goes to the first and so on: all may have moved. Otherwise the two that are
    nearest to each other are a pair, then the two nearest of the rest; equally near, the earlier.

    Args:
        ones: Places, in order.
        others: Places, in order.

    Yields:
        The index of a place in `ones` and of its partner in `others`.
    """
    if len(ones) == len(others):
        yield from ((index, index) for index in range(len(ones)))
        return
    places = sorted([(at, 0, i) for i, at in enumerate(ones)] + [(at, 1, i) for i, at in enumerate(others)])
    before, after = [*range(-1, len(places) - 1)], [*range(1, len(places) + 1)]
    near = [_gap(places, i, j) for i, j in pairwise(range(len(places)))]
    heapify(near)
    paired: set[int] = set()
    while near:
        _, i, j = heappop(near)
        if places[i][1] == places[j][1] or not paired.isdisjoint((i, j)):
            continue
        paired |= {i, j}
        one, other = sorted((places[i], places[j]), key=lambda place: place[1])
        yield one[2], other[2]
        left, right = before[i], after[j]  # what stood on either side of the pair are neighbours now
        if left >= 0:
            after[left] = right
        if right < len(places):
            before[right] = left
        if left >= 0 and right < len(places):
            heappush(near, _gap(places, left, right))


def _gap(places: Sequence[tuple[int, int, int]], i: int, j: int) -> tuple[int, int, int]:
    return places[j][0] - places[i][0], i, j
