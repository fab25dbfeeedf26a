"""Which claims are worth being compared: those of one dimension whose figures lie near each other.

In a block that many claims share, a claim is held against the first of them and against those just before it, so that
work grows with the claims and not with their square.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import in_base_unit
from crosstally.rules.joined import joined

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from crosstally.rules.alignment.claim import Claim

_STEP = math.log(1.25)  # two figures of one thing, rounded or in two units, are closer than this
_MOST = 24  # claims of a block that one is held against: half of them the first, half those before it


def candidates(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The places of every two claims that may agree, the lower first, each pair once."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for j, claim in enumerate(claims):
        others: set[int] = set()
        for key in _keys(claim):
            block = blocks[key]
            others.update(block if len(block) <= _MOST else (*block[: _MOST // 2], *block[-_MOST // 2 :]))
            block.append(j)
        yield from ((i, j) for i in sorted(others) if claims[i].interval.meets(claim.interval))


def parts(claims: Sequence[Claim]) -> Iterator[tuple[list[int], Iterator[tuple[int, int]]]]:
    """Parts of the claims between which none may agree: the places of each, and its pairs by their places in the part.

    An event has a part for every few figures that lie apart; who gathers one after the other holds only one.
    """
    low, high = array("Q"), array("Q")
    for i, j in candidates(claims):
        low.append(i)
        high.append(j)
    found = joined(len(claims), zip(low, high, strict=True))
    at = {i: (part, place) for part, places in enumerate(found) for place, i in enumerate(places)}
    pairs = [(array("Q"), array("Q")) for _ in found]
    for i, j in zip(low, high, strict=True):
        part, place = at[i]
        pairs[part][0].append(place)
        pairs[part][1].append(at[j][1])
    for places, (low, high) in zip(found, pairs, strict=True):
        yield places, zip(low, high, strict=True)


def _keys(claim: Claim) -> Iterator[Hashable]:
    value = in_base_unit(claim.fact, claim.written)
    for step in (0,) if value is None or value <= 0 else _steps(value):
        yield claim.dimension, step


def _steps(value: float) -> tuple[int, int]:
    step = math.floor(math.log(value) / _STEP)
    return step, step + 1
