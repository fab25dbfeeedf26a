"""Which claims are worth being compared: those of one dimension whose figures lie near each other.

In a block that many claims share, a claim is held against the first of them and against those just before it, so that
work grows with the claims and not with their square.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import in_base_unit

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from crosstally.rules.alignment.claim import Claim

_STEP = math.log(1.25)  # two figures of one thing, rounded or in two units, are closer than this
_MOST = 24  # claims of a block that one is held against: half of them the first, half those before it


def candidates(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The places of every two claims that may agree, the lower first, each pair once."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        for key in _keys(claim):
            blocks[key].append(i)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for place, j in enumerate(block):
            others = block[:place] if place <= _MOST else [*block[: _MOST // 2], *block[place - _MOST // 2 : place]]
            for i in others:
                if (i, j) not in seen and claims[i].interval.meets(claims[j].interval):
                    seen.add((i, j))
                    yield i, j


def _keys(claim: Claim) -> Iterator[Hashable]:
    value = in_base_unit(claim.fact, claim.written)
    for step in (0,) if value is None or value <= 0 else _steps(value):
        yield claim.dimension, step


def _steps(value: float) -> tuple[int, int]:
    step = math.floor(math.log(value) / _STEP)
    return step, step + 1
