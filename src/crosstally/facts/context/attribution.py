"""Attributions: the words of a report that somebody vouches for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of a report that somebody vouches for.

    Attributes:
        start: First code point in the text.
        end: One past the last.
        speaker: Name or role, as written but for titles and articles; the full name where the text has one.
    """

    start: int
    end: int
    speaker: str


def speaker_of(attributions: Sequence[Attribution], offset: int) -> str | None:
    """Who vouches for the character at `offset`."""
    i = bisect_right(attributions, offset, key=attrgetter("start")) - 1
    return attributions[i].speaker if i >= 0 and offset < attributions[i].end else None


def innermost(claims: list[Attribution]) -> list[Attribution]:
    """Claims in order, those that overlap cut so that the shortest one at each character is left."""
    edges = sorted({offset for claim in claims for offset in (claim.start, claim.end)})
    claims = sorted(claims, key=attrgetter("start"))
    active: list[tuple[int, int, Attribution]] = []
    found: list[Attribution] = []
    taken = 0
    for start, end in pairwise(edges):
        while taken < len(claims) and claims[taken].start <= start:
            heappush(active, (claims[taken].end - claims[taken].start, -taken, claims[taken]))
            taken += 1
        while active and active[0][2].end <= start:
            heappop(active)
        if active:
            speaker = active[0][2].speaker
            if found and found[-1].end == start and found[-1].speaker == speaker:
                start = found.pop().start  # noqa: PLW2901 - the two are one
            found.append(Attribution(start, end, speaker))
    return found
