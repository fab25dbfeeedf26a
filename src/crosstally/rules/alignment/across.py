"""Bringing together one figure that is counted under two names: "26 pirates were seized", "the boats had 26 crew".

Only where the figures are the same, so that nobody is accused by it; where the words around them are much alike, or
the figure is one that hardly anything else has.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.alignment.candidates import telling_words
from crosstally.rules.alignment.group import LIKE, all_meet, likeness, may_join
from crosstally.rules.alignment.joining import pair_up
from crosstally.rules.alignment.kinds import counts_persons

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from crosstally.rules.alignment.group import Group

_ALIKE_ACROSS = 0.3  # surroundings at least so similar carry one figure across nouns
_COMMON = 20  # up to here, and where round, many things have a figure


def join_across(groups: Sequence[Group], weight: Mapping[str, float]) -> list[Group]:
    """Bring together groups of one figure, one of which counts by a bare number, or people under another noun.

    Args:
        groups: The groups of an event, of all blocks.
        weight: How much each term tells.

    Returns:
        The groups, those that were joined stand together.
    """

    def rate(a: Group, b: Group) -> float:
        may = a[0].block != b[0].block and may_join(a, b) and all_meet(a, b)
        found = likeness(a, b, weight) if may else 0.0
        return found if found >= _needed(a, b) else 0.0

    def words(some: Sequence[Group]) -> Iterable[Iterable[Hashable]]:
        return telling_words(some, weight, LIKE)

    by_figure: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    joined: list[Group] = []
    for group in groups:
        figure = _figure(group)
        (joined if figure is None else by_figure[figure]).append(group)
    for alike in by_figure.values():
        joined += pair_up(alike, rate, words, lead=1.0) if len(alike) > 1 else alike
    return joined


def _figure(group: Group) -> tuple[object, ...] | None:
    """The one number that a group counts; None where it has several, or is a toll of which an event has one."""
    values = {claim.fact.interval.value for claim in group}
    first = group[0]
    is_open = first.fact.dimension == "count" and first.fact.status == "asserted"
    is_single = first.toll is not None and first.toll.single
    return (*values, first.fact.per, first.era) if len(values) == 1 and is_open and not is_single else None


def _needed(a: Group, b: Group) -> float:
    value = a[0].fact.interval.value or 0.0
    is_rare = value > _COMMON and value % 10 != 0
    are_people = all(counts_persons(group[0].kind) for group in (a, b))
    return LIKE if is_rare and are_people else _ALIKE_ACROSS
