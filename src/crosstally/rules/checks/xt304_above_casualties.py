"""A report has more killed and injured than casualties.

**What it says.** A report speaks of 30 casualties, and of 12 killed and 25 wounded: that is 37.

**Why it matters.** Casualties are the dead and the injured together. Either the word is used for the dead alone, as
it often is, and will be read otherwise, or one of the figures is wrong.

**When it is silent.**

- The killed and the injured make no more than the casualties, or one of the three has a hedge that leaves room.
- "Casualties" stands for the dead: its number is that of the killed, of that report or of another.
- The figures stand in different reports, or are of parts, of other places, or of another time.
- The report counts casualties more than once.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.quantities.comparison import comparable
from crosstally.rules.quantities.era import era_of
from crosstally.rules.quantities.period import period_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Event

SEVERITY = "warning"

EXAMPLES = (
    Example(
        {"Canal Street Post": "There were 30 casualties. The blast killed 12 people and wounded 25."},
        'killed: "12 people" and "25 injured" are more than "30 casualties" (Canal Street Post)',
    ),
    Example(
        {"Canal Street Post": "There were 11 casualties. The blast killed 12 people."},
        'killed: "12 people" are more than "11 casualties" (Canal Street Post)',
    ),
    Example({"Canal Street Post": "There were 37 casualties. The blast killed 12 people and wounded 25."}, None),
    Example({"Canal Street Post": "There were at least 30 casualties. The blast killed 12 and wounded 25."}, None),
    Example({"Canal Street Post": "There were 12 casualties. The blast killed 12 people and wounded 25."}, None),
    Example(
        {
            "Canal Street Post": "There were 30 casualties.",
            "Alder Gazette": "The blast killed 12 people and wounded 25.",
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield the killed and injured of a report that are more than its casualties."""
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in event.facts:
        if fact.dimension == "count" and fact.status == "asserted" and fact.scope == "total" and not _is_aside(fact):
            by_document[fact.document.doc_id].append(fact)
    dead = {fact.interval.value for fact in event.facts if fact.measure == "killed"}
    for facts in by_document.values():
        casualties = [fact for fact in facts if fact.measure == "count" and fact.counted == "casualty"]
        hit = [max(told, key=_least) for told in (_of(facts, "killed"), _of(facts, "injured")) if told]
        if len(casualties) == 1 and hit and casualties[0].interval.value not in dead:
            high = comparable(casualties[0]).high
            if high and sum(map(_least, hit)) > high:
                told = f"{' and '.join(map(quoted, hit))} are more than {quoted(casualties[0])}"
                yield f"{hit[0].measure}: {told} ({hit[0].document.source})", (*hit, casualties[0])


def _of(facts: Sequence[Fact], measure: str) -> list[Fact]:
    return [fact for fact in facts if fact.measure == measure]


def _least(fact: Fact) -> float:
    return comparable(fact).low or 0.0


def _is_aside(fact: Fact) -> bool:
    """Whether it is of another time, of a period, of one place among others, or a rate."""
    return bool(fact.per or era_of(fact) or period_of(fact) or fact.place)
