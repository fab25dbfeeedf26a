"""A report gives a toll that others had updated a day before.

**What it says.** On Monday there were 20 dead, on Wednesday 31, and on Friday somebody prints 20 again.

**Why it matters.** The figure is old, not another view: it comes from a background paragraph that nobody touched, or
from a wire of Monday. Without the dates it looks like a dispute. XT101, which cannot tell a slow report from one that
denies the higher count, says that the figures exclude each other; this rule says why that may be.

**When it is silent.**

- One of the three reports has no date, or the later figure was published less than a day before.
- No earlier report gives the lower figure: it is not old, it is another.
- The toll is one that may fall: of the missing, the trapped, the displaced.
- The three reports are of one source (XT201).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from operator import itemgetter
from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import falls, updates
from crosstally.rules.comparison.rivals import Side, sides_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import claims, dated, heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Delta Post, 2024-07-01": "Floods in the delta killed 20 people.",
            "River Herald, 2024-07-03": "Floods in the delta killed 31 people.",
            "Levee Times, 2024-07-05": "Floods in the delta killed 20 people.",
        },
        "killed: 20 (Levee Times, 5 July 2024) is the figure of 1 July 2024 (Delta Post), since then 31 "
        "(River Herald, 3 July 2024)",
    ),
    Example(
        {
            "Delta Post, 2024-07-01": "Floods in the delta killed 20 people.",
            "River Herald, 2024-07-03": "Floods in the delta killed 31 people.",
            "Levee Times, 2024-07-05": "Floods in the delta killed 31 people.",
        },
        None,
    ),
    Example(
        {
            "River Herald, 2024-07-03": "Floods in the delta killed 31 people.",
            "Levee Times, 2024-07-05": "Floods in the delta killed 20 people.",
        },
        None,
    ),
    Example(
        {
            "Delta Post, 2024-07-01": "Floods in the delta killed 20 people.",
            "River Herald": "Floods in the delta killed 31 people.",
            "Levee Times, 2024-07-05": "Floods in the delta killed 20 people.",
        },
        None,
    ),
)

_SLOW = 86_400  # seconds, a day: who prints an older figure on the same day may not have seen the newer one


def check(quantity: Quantity) -> Iterator[Remark]:
    """Yield, per source, a late claim on an old figure, with a first one and with the one that replaced it."""
    if quantity.status != "disputed":
        return
    seen: set[str] = set()
    sides = sides_of(quantity.facts)
    for old, first, newer in _replaced(sides):
        if updates(first, newer):
            for late in old.facts:
                source = late.document.source
                if source not in seen and _is_slow(newer, late) and _are_of_several(first, newer, late):
                    seen.add(source)
                    told = f"{claims([late], dated)} is the figure of {_words(first)} ({first.document.source})"
                    yield f"{heading(quantity)}: {told}, since then {claims([newer], dated)}", (first, newer, late)


def _replaced(sides: Sequence[Side]) -> Iterator[tuple[Side, Fact, Fact]]:
    """Sides, with the first claim on a figure that meets theirs and the first on a higher one after that."""
    first_said = _first_said(sides)
    newer: dict[int, Fact] = {}
    by_low = sorted(sides, key=lambda side: side.allowed.least)
    above: list[Fact] = []  # by moment
    for old in sorted(sides, key=lambda side: side.allowed.most, reverse=True):
        while by_low and by_low[-1].allowed.least > old.allowed.most:
            for fact in _dated(by_low.pop()):
                insort(above, fact, key=_moment)
        if first := first_said.get(id(old)):
            at = bisect_right(above, _moment(first), key=_moment)
            newer |= {id(old): above[at]} if at < len(above) else {}
    return ((old, first_said[id(old)], newer[id(old)]) for old in sides if id(old) in newer)


def _first_said(sides: Sequence[Side]) -> dict[int, Fact]:
    """By side, the first claim on a figure that meets its own, where one is dated.

    The sides are taken by their upper ends, and of those that begin below each only what may still be the first of
    some is kept: the higher a figure reaches, the later it was said.
    """
    found: dict[int, Fact] = {}
    by_low = sorted(sides, key=lambda side: side.allowed.least, reverse=True)
    reach: list[tuple[float, float, Fact]] = []  # upper end, moment and claim, all rising
    for side in sorted(sides, key=lambda side: side.allowed.most):
        while by_low and by_low[-1].allowed.least <= side.allowed.most:
            _keep(reach, by_low.pop())
        at = bisect_left(reach, side.allowed.least, key=itemgetter(0))
        if at < len(reach):
            found[id(side)] = reach[at][2]
    return found


def _keep(reach: list[tuple[float, float, Fact]], side: Side) -> None:
    """Put the first claim of a side among those kept, in the place of those that end below it and were said later."""
    first = min(_dated(side), key=_moment, default=None)
    if first is None:
        return
    high, moment = side.allowed.most, _moment(first)
    at = bisect_left(reach, high, key=itemgetter(0))
    if at < len(reach) and reach[at][1] <= moment:
        return
    below = bisect_left(reach, moment, hi=at, key=itemgetter(1))
    same = at + (at < len(reach) and reach[at][0] == high)
    reach[below:same] = [(high, moment, first)]


def _dated(side: Side) -> list[Fact]:
    return [fact for fact in side.facts if fact.document.published and not fact.superseded]


def _moment(fact: Fact) -> float:
    return fact.document.published.timestamp() if fact.document.published else 0.0


def _is_slow(newer: Fact, late: Fact) -> bool:
    return falls(newer, late) and _moment(late) - _moment(newer) >= _SLOW


def _are_of_several(*facts: Fact) -> bool:
    return len({fact.document.source for fact in facts}) > 1


def _words(fact: Fact) -> str:
    return dated(fact).rpartition(", ")[2]
