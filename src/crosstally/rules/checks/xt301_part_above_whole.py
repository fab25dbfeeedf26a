"""A part is larger than its whole.

**What it says.** A report has 12 dead and, among them, 15 children; or one report has 15 dead in one district and
another has 14 in the whole city. A part can't be larger than what it is a part of.

**Why it matters.** One of the two figures is wrong, or belongs to something else: injured taken for dead, last
year's figure, a slip of the pen.

**When it is silent.**

- The part is not larger: "12 in one district" and "14 in the city" go together.
- The whole has no upper end ("at least 14"), or some report gives a whole that is large enough.
- The report that gives the part gives a whole that holds it; what the part is said to be of, first of all.
- The whole is of other days: "six on Monday" and "four on Tuesday".
- Nothing says that it is a part: "including", "among them", "of whom", or a place that names the larger one it lies in.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING

from crosstally.rules.alignment.kinds import kind_of
from crosstally.rules.comparison.comparison import comparable
from crosstally.rules.comparison.era import are_apart, days_of, era_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.toll import toll
from crosstally.rules.wording import claims

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event

SEVERITY = "error"

EXAMPLES = (
    Example(
        {"Plain Dealer of Ostrow": "The storm killed 12 people, including 15 children, a spokesman said."},
        "killed: a part of 15 (Plain Dealer of Ostrow) is above the whole of 12 (Plain Dealer of Ostrow)",
    ),
    Example(
        {"Plain Dealer of Ostrow": "The storm killed 15 people, including 12 children, a spokesman said."},
        None,
    ),
    Example(
        {
            "Plain Dealer of Ostrow": "The storm killed 12 people, including five children.",
            "Ostrow Radio": "At least 12 people died in the storm, among them six children.",
        },
        None,
    ),
    Example(
        {
            "Plain Dealer of Ostrow": "No deaths were reported on Monday. In all, 44 people fell ill, including 12 "
            "deaths."
        },
        None,
    ),
    Example(
        {
            "Plain Dealer of Ostrow": "Four people have been fatally shot since the patrols began. Of the 25 "
            "homicides this year, 16 were in Ostrow."
        },
        None,
    ),
    Example(
        {"Plain Dealer of Ostrow": "Two people were injured. Rescuers saved 13 people, of whom five were treated."},
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield the parts of a toll that no whole can hold, each with the wholes."""
    named = {fact.fact_id: fact for fact in event.facts}
    for measure in dict.fromkeys(fact.measure for fact in event.facts):
        known = toll(measure)
        if known and known.single and known.of == "people":
            claimed = [
                fact for fact in event.facts if fact.measure == measure and fact.status == "asserted" and not fact.per
            ]
            told = _Told(claimed, named)
            for part in claimed:
                if wholes := told.below(part):
                    said = f"a part of {claims([part])} is above the whole of {claims(wholes)}"
                    yield f"{measure}: {said}", (part, *wholes)


class _Wholes:
    """Some wholes, in the order of the documents; a part that is above the two highest but itself is above all."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []

    @cached_property
    def _highest(self) -> list[Fact]:
        return nlargest(2, self.facts, key=lambda whole: comparable(whole).most)

    def are_below(self, part: Fact) -> bool:
        """Whether a part is above every other of them."""
        low = comparable(part).low
        return low is not None and all(low > comparable(whole).most for whole in self._highest if whole is not part)

    def but(self, part: Fact) -> list[Fact]:
        """All but a part itself."""
        return [whole for whole in self.facts if whole is not part]


class _Told:
    """The wholes of a toll: those of each report, by doc_id, and those of each place at each time.

    Args:
        claimed: What is claimed of one measure.
        named: All figures by their fact_id, in which a part finds the whole that it is said to be of.
    """

    def __init__(self, claimed: Iterable[Fact], named: Mapping[str, Fact]) -> None:
        self._named = named
        self._by_report: dict[str, _Wholes] = defaultdict(_Wholes)
        self._by_place: dict[tuple[str | None, str | None], _Wholes] = defaultdict(_Wholes)
        for fact in filter(_is_whole, claimed):
            self._by_report[fact.document.doc_id].facts.append(fact)
            self._by_place[fact.place, era_of(fact)].facts.append(fact)

    def below(self, part: Fact) -> list[Fact]:
        """What a part is a part of and yet above: the wholes of its report, or those of the larger places around it."""
        own = self._by_report[part.document.doc_id]
        if not own.are_below(part) or self._is_held(part):
            return []
        if part.part_of is not None and part.interval.bound != "vague":
            return [whole for whole in own.but(part) if _may_be_of_one_day(part, whole)]
        if not part.place or "; " in part.place:
            return []
        around = [self._by_place[place, era_of(part)] for place in _around(part.place)]
        return [fact for one in around for fact in one.facts] if all(one.are_below(part) for one in around) else []

    def _is_held(self, part: Fact) -> bool:
        """Whether the figure that a part is said to be of, whatever it counts, is large enough: "16 of 25 deaths"."""
        whole = self._named.get(part.part_of or "")
        low = comparable(part).low
        return whole is not None and low is not None and low <= comparable(whole).most


def _may_be_of_one_day(a: Fact, b: Fact) -> bool:
    """Whether the times of two figures overlap, and the days on which they were counted, or one has none."""
    times = ((days_of(a.event_time), days_of(b.event_time)), (days_of(a.as_of), days_of(b.as_of)))
    return not any(one and other and are_apart(one, other) for one, other in times)


def _is_whole(fact: Fact) -> bool:
    """Whether a fact counts all people; "no deaths" in a report that tells of some is of a day or of some of them."""
    if fact.counted_by == "zero":
        return False
    kind = kind_of(fact.counted, people=True)
    return kind is not None and kind.name == "person" and fact.scope == "total"


def _around(place: str) -> Iterator[str]:
    """The larger places that a place names, the smallest first: "Ostrow" of "Mill Quarter, Ostrow"."""
    while place:
        place = place.partition(", ")[2]
        if place:
            yield place
