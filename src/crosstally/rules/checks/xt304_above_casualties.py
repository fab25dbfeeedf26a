"""A report has more killed and injured than casualties.

**What it says.** A report speaks of 30 casualties, "12 killed and 25 wounded": that is 37.

**Why it matters.** Casualties are the dead and the injured together. Either the word is used for the dead alone, as
it often is, and will be read otherwise, or one of the figures is wrong.

**When it is silent.**

- The killed and the injured make no more than the casualties, or one of the three has a hedge that leaves room.
- "Casualties" stands for the dead: its number is that of the killed, in some report.
- They are not told in one sentence, the casualties first. Those of another sentence may be of another place or day.
- Not all casualties are meant: "ten civilian casualties", "two more casualties", "30 casualties in the village".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import comparable
from crosstally.rules.rule import Example, Remark
from crosstally.rules.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event

SEVERITY = "warning"

EXAMPLES = (
    Example(
        {"Canal Street Post": "The blast caused 30 casualties: 12 people were killed and 25 wounded."},
        'killed: "12 people" and "25 injured" are more than "30 casualties" (Canal Street Post)',
    ),
    Example(
        {"Canal Street Post": "There were 11 casualties, of whom 12 were killed."},
        'killed: "12 killed" is more than "11 casualties" (Canal Street Post)',
    ),
    Example({"Canal Street Post": "The blast caused 37 casualties: 12 people were killed and 25 wounded."}, None),
    Example({"Canal Street Post": "The blast caused at least 30 casualties: 12 were killed and 25 wounded."}, None),
    Example({"Canal Street Post": "The blast caused 12 casualties: 12 people were killed and 25 wounded."}, None),
    Example({"Canal Street Post": "There were ten civilian casualties, 12 soldiers were killed and 25 wounded."}, None),
    Example(
        {"Canal Street Post": "There were two casualties in the village, and 12 people were killed in town."}, None
    ),
    Example({"Canal Street Post": "There were 30 casualties. The blast killed 12 people and wounded 25."}, None),
)

_LONGEST = 8  # figures of a sentence behind the casualties


def check(event: Event) -> Iterator[Remark]:
    """Yield the killed and injured of a sentence that are more than its casualties."""
    dead = {fact.interval.value for fact in event.facts if fact.measure == "killed"}
    for i, casualties in enumerate(event.facts):
        high = comparable(casualties).high if _are_casualties(casualties) else None
        if high and casualties.interval.value not in dead:
            hit = _hit_beside(casualties, event.facts[i + 1 : i + _LONGEST])
            if sum(map(_least, hit)) > high:
                verb = "are" if len(hit) > 1 else "is"
                told = f"{' and '.join(map(quoted, hit))} {verb} more than {quoted(casualties)}"
                yield f"{hit[0].measure}: {told} ({casualties.document.source})", (casualties, *hit)


def _are_casualties(fact: Fact) -> bool:
    """Whether all casualties are counted: "30 casualties", of no group, not those that came new."""
    is_plain = fact.group is None and fact.increment == "total" and fact.scope == "total"
    return fact.counted == "casualty" and fact.status == "asserted" and is_plain


def _hit_beside(casualties: Fact, following: Sequence[Fact]) -> list[Fact]:
    """The first killed and the first injured that the casualties are taken apart into."""
    found: dict[str, Fact] = {}
    for fact in following:
        is_part = fact.part_of == casualties.fact_id and fact.status == "asserted"
        if is_part and fact.measure in {"killed", "injured"}:
            found.setdefault(fact.measure, fact)
    return list(found.values())


def _least(fact: Fact) -> float:
    return comparable(fact).low or 0.0
