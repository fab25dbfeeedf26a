"""Which groups of claims are worth being held against each other: those that share a figure, or a telling word.

Every two groups are rated at the end only where an index of what they share brings them together, so that work grows
with what is shared and not with the square of the groups.
"""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from crosstally.rules.alignment.group import sample
from crosstally.rules.comparison.comparison import in_base_unit

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from crosstally.rules.alignment.context import Context
    from crosstally.rules.alignment.group import Group

_STEP = math.log(1.25)  # two figures of one thing in two units are closer than this, or in neighbouring steps


def sharing(keys: Iterable[Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """The numbers of every two that share a key, the higher first, each pair once."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for i, own in enumerate(keys):
        for key in set(own):
            holders[key].append(i)
    return iter({(i, j) for held in holders.values() for j, i in combinations(held, 2)})


def figures(groups: Sequence[Group]) -> Iterator[set[Hashable]]:
    """Of each group the figures that it has; where units differ, about how large they are."""
    units = {claim.fact.unit for group in groups for claim in sample(group)}
    for group in groups:
        facts = [claim.fact for claim in sample(group)]
        found: set[Hashable] = {(f.unit, f.interval.value) for f in facts if f.interval.value is not None}
        found |= {(f.unit, f.interval.low, f.interval.high) for f in facts if f.interval.value is None}
        if len(units) > 1:
            found |= {step for f in facts for step in _steps(in_base_unit(f, f.interval.value))}
        yield found


def _steps(value: float | None) -> tuple[int, ...]:
    if value is None or value <= 0:
        return (0,)
    step = math.floor(math.log(value) / _STEP)
    return step, step + 1


def telling_words(groups: Sequence[Group], weight: Mapping[str, float], least: float) -> Iterator[set[Hashable]]:
    """Of each group the words around its figures without which two are less alike than `least`, and all names beside.

    Args:
        groups: The groups.
        weight: How much each term tells.
        least: How alike two of them must be, 0 to 1 (see `similarity`).
    """
    for group in groups:
        found: set[Hashable] = set()
        for claim in sample(group):
            found.update(_telling(claim.context, weight, least))
            found.update(("name", name) for name in claim.context.beside | claim.context.origin)
        yield found


def _telling(context: Context, weight: Mapping[str, float], least: float) -> Iterator[str]:
    """The terms that tell the most, until the rest of them weighs too little to make two surroundings alike.

    All look at the terms in one order. Two that share none of these share only what comes after them in one of the
    two; by Cauchy and Schwarz, they are then no more alike than the length of that rest (prefix filtering: Chaudhuri,
    Ganti, Kaushik 2006).
    """
    left = math.fsum(weight[term] ** 2 for term in context.terms)
    needed = least**2 * left
    for term in sorted(context.terms, key=lambda term: (-weight[term], term)):
        if left < needed * (1 - 1e-9):
            return
        yield term
        left -= weight[term] ** 2
