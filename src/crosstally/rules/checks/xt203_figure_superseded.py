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

from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import falls, is_above, updates
from crosstally.rules.comparison.rivals import Side, sides_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import claims, dated, heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    for old in sides:
        for first, newer in _replaced(old, sides):
            for late in old.facts:
                source = late.document.source
                if source not in seen and _is_slow(newer, late) and _are_of_several(first, newer, late):
                    seen.add(source)
                    told = f"{claims([late], dated)} is the figure of {_words(first)} ({first.document.source})"
                    yield f"{heading(quantity)}: {told}, since then {claims([newer], dated)}", (first, newer, late)


def _replaced(old: Side, sides: Sequence[Side]) -> Iterator[tuple[Fact, Fact]]:
    """The first claim on a figure and the first on a higher one that updates it, where there are such."""
    first = min(_dated(side for side in sides if side.allowed.meets(old.allowed)), key=_moment, default=None)
    if first:
        above = _dated(side for side in sides if is_above(side.allowed, old.allowed))
        newer = min((fact for fact in above if _moment(fact) > _moment(first)), key=_moment, default=None)
        if newer and updates(first, newer):
            yield first, newer


def _dated(sides: Iterable[Side]) -> list[Fact]:
    return [fact for side in sides for fact in side.facts if fact.document.published and not fact.superseded]


def _moment(fact: Fact) -> float:
    return fact.document.published.timestamp() if fact.document.published else 0.0


def _is_slow(newer: Fact, late: Fact) -> bool:
    return falls(newer, late) and _moment(late) - _moment(newer) >= _SLOW


def _are_of_several(*facts: Fact) -> bool:
    return len({fact.document.source for fact in facts}) > 1


def _words(fact: Fact) -> str:
    return dated(fact).rpartition(", ")[2]
