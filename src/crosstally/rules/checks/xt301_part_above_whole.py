"""A part is larger than its whole.

**What it says.** A report has 12 dead and, among them, 15 children; or one report has 15 dead in one district and
another has 14 in the whole city. A part can't be larger than what it is a part of.

**Why it matters.** One of the two figures is wrong, or belongs to something else: injured taken for dead, last
year's figure, a slip of the pen.

**When it is silent.**

- The part is not larger: "12 in one district" and "14 in the city" go together.
- The whole has no upper end ("at least 14"), or some report gives a whole that is large enough.
- The report that gives the part gives a whole that holds it.
- Nothing says that it is a part: "including", "among them", "of whom", or a place that names the larger one it lies in.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from crosstally.rules.alignment.era import era_of
from crosstally.rules.alignment.kinds import kind_of
from crosstally.rules.comparison.comparison import comparable
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
)


def check(event: Event) -> Iterator[Remark]:
    """Yield the parts of a toll that no whole can hold, each with the wholes."""
    for measure in dict.fromkeys(fact.measure for fact in event.facts):
        known = toll(measure)
        if known and known.single and known.of == "people":
            claimed = [
                fact for fact in event.facts if fact.measure == measure and fact.status == "asserted" and not fact.per
            ]
            told = _wholes(claimed)
            for part in claimed:
                wholes = _wholes_of(part, told)
                if wholes and all(_is_above(part, whole) for whole in wholes):
                    said = f"a part of {claims([part])} is above the whole of {claims(wholes)}"
                    yield f"{measure}: {said}", (part, *wholes)


class _Wholes(NamedTuple):
    """The wholes of a toll, in the order of the documents.

    Attributes:
        by_report: Those of each report, by doc_id.
        by_place: Those of each place at each time.
    """

    by_report: Mapping[str, list[Fact]]
    by_place: Mapping[tuple[str | None, str | None], list[Fact]]


def _wholes(claimed: Iterable[Fact]) -> _Wholes:
    found = _Wholes(defaultdict(list), defaultdict(list))
    for fact in filter(_is_whole, claimed):
        found.by_report[fact.document.doc_id].append(fact)
        found.by_place[fact.place, era_of(fact)].append(fact)
    return found


def _wholes_of(part: Fact, told: _Wholes) -> list[Fact]:
    """What a part is a part of: the wholes of its own report, or those of the larger places that hold its own."""
    own = [fact for fact in told.by_report.get(part.document.doc_id, ()) if fact.fact_id != part.fact_id]
    if part.part_of is not None and part.interval.bound != "vague":
        return own
    if not part.place or "; " in part.place or not all(_is_above(part, fact) for fact in own):
        return []
    return [fact for place in _around(part.place) for fact in told.by_place.get((place, era_of(part)), ())]


def _is_whole(fact: Fact) -> bool:
    kind = kind_of(fact.counted, people=True)
    return kind is not None and kind.name == "person" and fact.scope == "total"


def _around(place: str) -> Iterator[str]:
    """The larger places that a place names, the smallest first: "Ostrow" of "Mill Quarter, Ostrow"."""
    while place:
        place = place.partition(", ")[2]
        if place:
            yield place


def _is_above(part: Fact, whole: Fact) -> bool:
    low, high = comparable(part).low, comparable(whole).high
    return low is not None and high is not None and low > high
