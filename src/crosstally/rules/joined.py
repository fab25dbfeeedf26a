"""Groups that share nothing, made of those that may share something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def joined(n: int, groups: Iterable[Sequence[int]]) -> list[list[int]]:
    """Groups that share nothing, made of groups that may: what is in two of them brings these together.

    Args:
        n: How many things there are, each its number.
        groups: Each of one thing at the least.

    Returns:
        The groups, each in order, by their first members.
    """
    home = list(range(n))

    def first(i: int) -> int:
        while home[i] != i:
            home[i] = i = home[home[i]]
        return i

    for group in groups:
        for i in group:
            a, b = first(group[0]), first(i)
            home[max(a, b)] = min(a, b)
    found: dict[int, list[int]] = {}
    for i in range(n):
        found.setdefault(first(i), []).append(i)
    return list(found.values())
