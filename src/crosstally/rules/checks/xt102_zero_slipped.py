"""Two figures differ by a power of ten: a zero or a point has slipped.

**What it says.** One report puts the quake at a depth of 1.2 miles, another at 12 miles; one has 37 dead, another
3,700. The same digits, ten, a hundred or a thousand times as much: that is how a slip of the hand looks.

**Why it matters.** It says where to look first: which of the two was copied wrongly can often be told from the text
itself. It accuses nobody. Where the two figures exclude each other as claims on one thing, XT101 says so, and this
rule says why that may be; figures a hundred times apart, which crosstally does not take for one thing, are found by
this rule alone.

**When it is silent.**

- The later report of a toll is the higher one: that is an update (XT202).
- The figures are not plainly of one thing: a toll, or a number of things of one name, is one of the event's when both
  stand in a headline or lede, other figures need like words around them.
- They are of one digit ("2 million", "200 million") and so far apart that they may meet by chance.
- A report gives both figures itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from crosstally.facts.words.nouns import counts_people
from crosstally.rules.alignment.claim import is_prominent
from crosstally.rules.comparison.comparison import updates
from crosstally.rules.comparison.digits import digits_of, is_telling
from crosstally.rules.comparison.disputes import disputes_on
from crosstally.rules.rule import Example, Remark
from crosstally.rules.toll import toll
from crosstally.rules.wording import claims, heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.alignment.likeness import Likeness
    from crosstally.rules.event import Event

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Quarry Post": "The ferry fire killed 14 people, the coast guard said.",
            "Weald Herald": "The ferry fire killed 140 people.",
        },
        "killed: 140 (Weald Herald) is 10 times 14 (Quarry Post)",
    ),
    Example(
        {
            "Quarry Post": "The landslide killed 37 people, the governor said.",
            "Weald Herald": "The landslide killed 3,700 people.",
        },
        "killed: 3,700 (Weald Herald) is 100 times 37 (Quarry Post)",
    ),
    Example(
        {
            "Quarry Post": "The ferry fire killed 14 people, the coast guard said.",
            "Weald Herald": "The ferry fire killed 120 people.",
        },
        None,
    ),
    Example(
        {
            "Quarry Post, 2024-05-02": "The earthquake killed 14 people, the governor said.",
            "Weald Herald, 2024-05-04": "The earthquake killed 140 people, the governor said.",
        },
        None,
    ),
    Example(
        {
            "Quarry Post": "The dairy is to close 24 depots in the north.",
            "Weald Herald": "Dairy plans to shut 240 depots.",
        },
        "depot: 240 (Weald Herald) is 10 times 24 (Quarry Post)",
    ),
    Example(
        {
            "Quarry Post": "The strike killed two people.",
            "Weald Herald": "The strike wounded four. The war has killed some 200,000 people since it began.",
        },
        None,
    ),
    Example(
        {
            "Quarry Post": "The landslide killed 37 people, of the 3,700 killed in ten years by the mountain.",
            "Weald Herald": "The landslide killed 37 people. The mountain killed 3,700 people in ten years.",
        },
        None,
    ),
)

_STATED = frozenset({"asserted", "planned"})
_TIMES = (10, 100, 1000)
_SAMPLE = 20  # claims on a figure that are held against those on another


def check(event: Event) -> Iterator[Remark]:
    """Yield the claims on two figures of which one is 10, 100 or 1000 times the other."""
    for quantity in event.quantities:
        for dispute in disputes_on(quantity):
            times = _times(dispute.high, dispute.low)
            if times:
                told = f"{claims(dispute.above)} is {times} times {claims(dispute.below)}"
                yield f"{heading(quantity)}: {told}", dispute.facts
    for high, low, times in _apart(event):
        named = high[0].counted if high[0].measure == "count" and high[0].counted else high[0].measure
        yield f"{named}: {claims(high)} is {times} times {claims(low)}", (*high, *low)


def _times(high: float, low: float) -> int | None:
    return next((times for times in _TIMES if math.isclose(high, low * times, rel_tol=1e-9)), None) if low else None


def _apart(event: Event) -> Iterator[tuple[list[Fact], list[Fact], int]]:
    """Figures of two quantities of one measure that have the same digits: higher ones, lower ones, factor."""
    alike: dict[tuple[str | None, ...], dict[float, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in event.facts:
        value = fact.interval.value
        if value and fact.status in _STATED and fact.scope == "total" and is_telling(value):
            key = (fact.measure, fact.unit, fact.per, fact.trend, digits_of(value))
            alike[key][value].append(fact)
    for by_value in alike.values():
        for low, high in combinations(sorted(by_value), 2):
            times = _times(high, low)
            if times and _are_of_one(by_value[high], by_value[low], event.likeness):
                yield by_value[high], by_value[low], times


def _are_of_one(high: Sequence[Fact], low: Sequence[Fact], likeness: Likeness) -> bool:
    """Whether both figures plainly answer one question, and no report and no dispute holds both."""
    documents, quantities = {fact.document.doc_id for fact in high}, {fact.quantity_id for fact in high}
    if any(fact.document.doc_id in documents or fact.quantity_id in quantities for fact in low):
        return False
    return any(
        not (updates(a, b) or updates(b, a)) and _answer_one_question(a, b, likeness)
        for a, b in product(high[:_SAMPLE], low[:_SAMPLE])
    )


def _answer_one_question(a: Fact, b: Fact, likeness: Likeness) -> bool:
    known = toll(a.measure)
    if known is not None and known.single and known.of == "people":
        return is_prominent(a) and is_prominent(b)
    if a.dimension == "count" and a.counted is not None and a.counted == b.counted and not counts_people(a.counted):
        return is_prominent(a) and is_prominent(b)  # "to cut 12,000 jobs", "to shed 1,200 jobs"
    return likeness.answer_one_question(a, b)
