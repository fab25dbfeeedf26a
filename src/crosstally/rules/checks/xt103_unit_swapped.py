"""Two sources give one number with two units.

**What it says.** One report has a fall of 200 feet, another one of 200 metres, told in like words. The number is the
same and the lengths are not: somebody has read, or converted, the wrong unit.

**Why it matters.** A number that survives while its unit changes looks right at every glance. The finding names both,
so that the one with a conversion beside it ("60 metres, 200 feet") can be seen. It accuses nobody: where crosstally
takes the two for one thing, XT101 does.

**When it is silent.**

- The words around the two figures are not alike, or something sets them apart: another name, another day, another
  place.
- Both are right: 40 degrees below zero in either unit.
- They are spans of time ("two hours", "two days"), which meet by chance, or sums in two currencies.
- A report gives both figures itself, or gives no exact number.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import agree
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Ridge Courier": "The climber fell about 150 metres down a gully on Saturday, police said.",
            "Moor Gazette": "The climber fell about 150 feet down a gully on Saturday, police said.",
        },
        "distance: about 150 feet (Moor Gazette), about 150 metres (Ridge Courier): one number, two units",
    ),
    Example(
        {
            "Ridge Courier": "The climber fell about 150 metres down a gully on Saturday, police said.",
            "Moor Gazette": "The climber fell about 490 feet down a gully on Saturday, police said.",
        },
        None,
    ),
    Example(
        {
            "Ridge Courier": "The climber fell about 150 metres down a gully on Saturday, police said.",
            "Moor Gazette": "The new bridge is to be 150 feet long and will open in spring.",
        },
        None,
    ),
    Example(
        {
            "Ridge Courier": "The search went on for two days before the climber was found.",
            "Moor Gazette": "The search went on for two hours before the climber was found.",
        },
        None,
    ),
)

_SAMPLE = 20  # claims with a unit that are held against those with another
_DIMENSIONS = frozenset({"length", "area", "volume", "mass", "speed", "temperature", "energy", "power", "pressure"})


def check(event: Event) -> Iterator[Remark]:
    """Yield the claims that have one number and two units."""
    by_number: dict[tuple[str, float], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in event.facts:
        if fact.dimension in _DIMENSIONS and fact.interval.value and fact.status == "asserted":
            by_number[fact.dimension, fact.interval.value][fact.unit].append(fact)
    for by_unit in by_number.values():
        for one, other in combinations(by_unit.values(), 2):
            if {fact.document.doc_id for fact in one} & {fact.document.doc_id for fact in other}:
                continue
            pairs = product(one[:_SAMPLE], other[:_SAMPLE])
            if any(event.likeness.answer_one_question(a, b) and not agree(a, b) for a, b in pairs):
                yield f"{one[0].measure}: {claims((*one, *other))}: one number, two units", (*one, *other)
