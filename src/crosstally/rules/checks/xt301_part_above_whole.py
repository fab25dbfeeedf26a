"""A part is larger than its whole.

**What it says.** A report has 12 dead and, among them, 15 children; or one report has 15 dead in one district and
another has 14 in the whole city. A part can't be larger than what it is a part of.

**Why it matters.** One of the two figures is wrong, or belongs to something else: injured taken for dead, last
year's figure, a slip of the pen.

**When it is silent.**

- The part is not larger: "12 in one district" and "14 in the city" go together.
- The whole has no upper end ("at least 14"), or some report gives a whole that is large enough.
- The report that gives the part gives a whole that holds it.
- The part lies in another place or time than the whole, or it isn't clear that it is a part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison import comparable
from crosstally.rules.era import era_of
from crosstally.rules.kinds import kind_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.tolls import toll
from crosstally.rules.wording import claims, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Event

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
    """Yield the parts of a toll that no report's whole can hold, each with the wholes."""
    for measure in dict.fromkeys(fact.measure for fact in event.facts):
        known = toll(measure)
        whole = _whole(event, measure) if known and known.of == "people" else None
        if whole is None:
            continue
        for part in event.facts:
            if part.measure == measure and _is_part(part):
                wholes = _wholes_for(part, event) or _wholes_elsewhere(part, whole)
                if wholes and all(_is_above(part, fact) for fact in wholes):
                    told = f"a part of {claims([part])} is above the whole of {claims(wholes)}"
                    yield f"{heading(whole)}: {told}", (part, *wholes)


def _whole(event: Event, measure: str) -> Quantity | None:
    """The toll that most sources speak of."""
    wholes = [q for q in event.quantities if q.measure == measure and any(_is_whole(fact) for fact in q.facts)]
    return max(wholes, key=lambda q: (q.n_sources, q.n_facts), default=None)


def _is_whole(fact: Fact) -> bool:
    kind = kind_of(fact.counted, people=True)
    is_of_all = kind is not None and kind.name == "person"
    return is_of_all and fact.scope == "total" and fact.status == "asserted" and fact.per is None


def _is_part(fact: Fact) -> bool:
    return fact.scope == "part" and fact.status == "asserted" and fact.per is None and fact.interval.bound != "vague"


def _wholes_for(part: Fact, event: Event) -> list[Fact]:
    """The wholes that the part's own report gives, whatever they are of."""
    doc_id = part.document.doc_id
    return [f for f in event.facts if f.measure == part.measure and f.document.doc_id == doc_id and _is_whole(f)]


def _wholes_elsewhere(part: Fact, whole: Quantity) -> list[Fact]:
    """The wholes of other reports, when the part is of the same place and time as they."""
    here = part.place is None or part.place in {fact.place for fact in whole.facts}
    now = era_of(part) in {era_of(fact) for fact in whole.facts}
    return [fact for fact in whole.facts if _is_whole(fact)] if here and now and whole.per is None else []


def _is_above(part: Fact, whole: Fact) -> bool:
    low, high = comparable(part).low, comparable(whole).high
    return low is not None and high is not None and low > high
