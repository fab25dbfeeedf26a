"""Bringing together the figures that stand in like company.

Where two reports speak of the same 34-year-old, the height that each has him fall from is one quantity; where both
give a quake of magnitude 6.2 and a second one, the second ones are. What is one quantity already tells what its
neighbours in the sentence are.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from crosstally.rules.alignment.group import all_meet, documents, have_one_figure, likeness, may_join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from crosstally.rules.alignment.claim import Block, Claim
    from crosstally.rules.alignment.group import Group

    Told = tuple[Claim, int]  # a claim and the number of its group
    Seat = tuple[Block, tuple[int | None, ...], int]  # a block, who else of it is there and where, and a neighbour

_ALIKE_BESIDE = 0.25  # surroundings at least so similar carry a contradiction between figures beside one quantity
_ALIKE_IN_ROW = 0.1  # the same, where both are named in one row with that quantity: "magnitudes of 6.2 and 5.9"
_CROWD = 8  # what more groups stand beside tells nothing


def join_in_company(groups: Sequence[Group], weight: Mapping[str, float]) -> list[Group]:
    """Bring together groups that may be one quantity and stand beside one quantity.

    Args:
        groups: The groups of an event, of all blocks.
        weight: How much each term tells.

    Returns:
        The groups; those that were joined stand in the place of the first.
    """
    joined: list[Group] = [list(group) for group in groups]
    home = {i: i for i in range(len(groups))}
    for i, j, needed in _in_like_company(groups):
        a, b = sorted((_root(home, i), _root(home, j)))
        if a != b and _belong_together(joined[a], joined[b], weight, needed):
            joined[a] += joined[b]
            joined[b], home[b] = [], a
    return [group for group in joined if group]


def _root(home: Mapping[int, int], i: int) -> int:
    while home[i] != i:
        i = home[i]
    return i


def _belong_together(a: Group, b: Group, weight: Mapping[str, float], needed: float) -> bool:
    if not may_join(a, b):
        return False
    return (all_meet(a, b) and have_one_figure(a, b)) or likeness(a, b, weight) >= needed


def _in_like_company(groups: Sequence[Group]) -> Iterator[tuple[int, int, float]]:
    """Every two groups of a block beside one quantity and the same others of their block; how alike they must be."""
    sentences: dict[tuple[str, str, int], list[Told]] = defaultdict(list)
    for i, group in enumerate(groups):
        for claim in group:
            fact = claim.fact
            sentences[fact.sentence_id].append((claim, i))
    shared = {i for i, group in enumerate(groups) if len(documents(group)) > 1}
    seated: dict[Seat, set[int]] = defaultdict(set)
    for told in sentences.values():
        told.sort(key=lambda one: one[0].order)
        for seat, i in _seats(told, shared):
            seated[seat].add(i)
    for (_, row, neighbour), taken in seated.items():
        if len(taken) <= _CROWD:
            needed = _ALIKE_IN_ROW if neighbour in row else _ALIKE_BESIDE
            yield from ((i, j, needed) for i, j in combinations(sorted(taken), 2))


def _seats(told: Sequence[Told], shared: Iterable[int]) -> Iterator[tuple[Seat, int]]:
    """The seats of one sentence: of each figure, one beside each of the quantities that several documents give."""
    neighbours = {i for _, i in told}.intersection(shared)
    for claim, i in told:
        if claim.fact.status == "asserted" and not _is_led(claim):
            row = tuple(None if other is claim else j for other, j in told if other.block == claim.block)
            for neighbour in sorted(neighbours - {i}):
                yield (claim.block, row, neighbour), i


def _is_led(claim: Claim) -> bool:
    """Whether it is a toll of people of which an event has one: those are told apart by what leads each report."""
    return claim.toll is not None and claim.toll.single and claim.toll.of == "people"
