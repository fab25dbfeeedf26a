"""One report gives two speakers' figures for one toll, and they exclude each other.

**What it says.** The Red Cross has 11 dead and the government 25, both in one report.

**Why it matters.** A reporter who gives both could not settle it either. Who enters one of the two into a table should
know that the other was printed beside it, and by whom it was said.

**When it is silent.**

- One of the two figures has no speaker, or only "officials", "witnesses", "a spokesman".
- The figures can both be true, or are of different places or times.
- One counts soldiers, children or others of a kind: each side tells of its own.
- The report tells one of them as a part, as new since the last count, as planned, or as no longer true.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from crosstally.facts.needs import one_by_any_of
from crosstally.rules.alignment.kinds import PERSON, kind_of
from crosstally.rules.comparison.comparison import agree
from crosstally.rules.comparison.era import era_of
from crosstally.rules.comparison.speakers import speaker_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.tolls.report_tolls import counts_toward_toll
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Harbour Mail": "The landslide killed 11 people, the Red Cross said. "
            "The government said that the landslide killed 25 people."
        },
        "killed: 11 says Red Cross, 25 says government (Harbour Mail)",
    ),
    Example(
        {
            "Harbour Mail": "The landslide killed 11 people, the Red Cross said. "
            "The government said that the landslide killed at least 10 people."
        },
        None,
    ),
    Example(
        {"Harbour Mail": "Police estimated 22,800 protesters, while organisers claimed 130,000 participants."},
        "attending: about 22,800 says Police, 130,000 says organisers (Harbour Mail)",
    ),
    Example(
        {
            "Harbour Mail": "The landslide killed 11 people, officials said. "
            "The government said that the landslide killed 25 people."
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "The fighting killed 11 Orvan soldiers, the Orvan army said. "
            "Four Belmark soldiers were killed, the Belmark army said."
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield the tolls that two speakers of one report give, when they exclude each other."""
    told: dict[Hashable, list[Fact]] = defaultdict(list)
    for fact in event.facts:
        if _is_toll(fact):
            told[fact.document.doc_id, fact.measure, fact.as_of].append(fact)
    for facts in told.values():
        for a, b in _pairs(facts):
            if not agree(a, b) and (a.place == b.place or None in {a.place, b.place}):
                said = f"{figure(a)} says {a.speaker}, {figure(b)} says {b.speaker}"
                yield f"{a.measure}: {said} ({a.document.source})", [a, b]


def _is_toll(fact: Fact) -> bool:
    is_whole = fact.scope == "total" and fact.increment == "total" and era_of(fact) is None
    are_all = kind_of(fact.counted, people=True) in {None, PERSON} or fact.counted in one_by_any_of(fact.measure)
    is_whole = is_whole and are_all and fact.group is None
    return is_whole and fact.counted_by == "numeral" and speaker_of(fact) is not None and counts_toward_toll(fact)


def _pairs(facts: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The first figures of every two speakers, and those of one sentence, which are held against each other there."""
    first = {fact.fact_id for fact in _first_of_each(facts)}
    for a, b in combinations(facts, 2):
        if {a.fact_id, b.fact_id} <= first or (a.sentence_id == b.sentence_id and speaker_of(a) != speaker_of(b)):
            yield a, b


def _first_of_each(facts: list[Fact]) -> list[Fact]:
    """The first figure that each speaker gives."""
    return list({speaker_of(fact): fact for fact in reversed(facts)}.values())[::-1]
