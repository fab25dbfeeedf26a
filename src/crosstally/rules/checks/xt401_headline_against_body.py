"""A headline gives a toll that its own report does not.

**What it says.** Above the report stand 14 dead, in it are 12, and nowhere 14.

**Why it matters.** Headlines are written last and by others, and kept when the text below is updated. They are what
is read, shared and copied into data sets.

**When it is silent.**

- The first toll of the text can be true together with the headline's: "at least 12" below "14 dead"; or the text
  has the figure for other people: "six people were shot" below "six wounded".
- The headline's figure is the sum of two figures of the text: "Four dead" above three victims and the attacker.
- The text gives no such toll in its first lines, or only parts of it, or only what is new: "three more bodies".
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from crosstally.rules.alignment.kinds import Relation, counts_persons, kind_of, relate_kinds
from crosstally.rules.comparison.comparison import agree, point
from crosstally.rules.comparison.era import era_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.toll import is_of_people, toll
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event

SEVERITY = "warning"

EXAMPLES = (
    Example(
        {
            "Summit Daily": "Avalanche kills 14 people\n\nAn avalanche above the pass killed 12 people on Sunday. "
            "The search was called off at dusk."
        },
        "killed: the headline says 14, the text says 12 (Summit Daily)",
    ),
    Example(
        {
            "Summit Daily": "Avalanche kills 12 people\n\nAn avalanche above the pass killed at least 12 people. "
            "Three of them were guides."
        },
        None,
    ),
    Example(
        {
            "Summit Daily": "Quake kills 63 people\n\nThe quake killed at least 247 people, the governor said. "
            "In the town of Sel at least 35 people died."
        },
        "killed: the headline says 63, the text says at least 247 (Summit Daily)",
    ),
    Example(
        {
            "Summit Daily": "Avalanche kills 8 people\n\nAn avalanche above the pass killed 11 people on Sunday. "
            "Eight helicopters took part in the search."
        },
        "killed: the headline says 8, the text says 11 (Summit Daily)",
    ),
    Example(
        {
            "Summit Daily": "Fury over pit disaster: 282 dead\n\nSome 245 miners were killed in the pit on Tuesday. "
            "Rescuers still hope for others."
        },
        "killed: the headline says 282, the text says about 245 (Summit Daily)",
    ),
    Example(
        {
            "Summit Daily": "Fury over pit disaster: 14 dead\n\nTwelve miners were killed in the pit on Tuesday. Two "
            "firemen died, too."
        },
        None,
    ),
    Example(
        {
            "Summit Daily": "Avalanche kills 17 people\n\nDivers of the rescue service recovered three more bodies on "
            "Monday. The avalanche had buried a bus."
        },
        None,
    ),
)

_FIRST_LINE = re.compile(r"\s*+\S[^\n]{,198}(?=\n|\Z)")  # a longer one is no headline
_LEDE = 500  # code points of a text in which the toll of the event is told


def check(event: Event) -> Iterator[Remark]:
    """Yield a headline's toll with the tolls of its text, when they exclude each other."""
    by_claim: dict[tuple[str, str], list[Fact]] = {}
    for fact in event.facts:
        known = toll(fact.measure)
        if known and known.of == "people" and fact.status == "asserted" and fact.per is None and era_of(fact) is None:
            by_claim.setdefault((fact.document.doc_id, fact.measure), []).append(fact)
    for facts in by_claim.values():
        above = [fact for fact in facts if _is_headline(fact)]
        below = [fact for fact in facts if not _is_headline(fact)]
        for headline in above[:1]:
            wholes = [fact for fact in below if _is_in_lede(fact) and _count_the_same(fact, headline, len(below))]
            is_told = (
                any(agree(headline, fact) for fact in wholes[:1])
                or _is_told(headline, event)
                or _adds_up(headline, below)
            )
            if wholes and not is_told:
                wholes = [fact for fact in wholes if not agree(headline, fact)]
                said = " and ".join(dict.fromkeys(figure(fact) for fact in wholes))
                told = f"the headline says {figure(headline)}, the text says {said} ({headline.document.source})"
                yield f"{headline.measure}: {told}", (headline, *wholes)


def _is_headline(fact: Fact) -> bool:
    """Whether it stands in the title, or in a first line that reads like one."""
    if fact.section == "title":
        return True
    if fact.document.title is not None:
        return False
    line = _FIRST_LINE.match(fact.document.text)
    return line is not None and fact.end <= line.end() and not line[0].rstrip().endswith((".", "!", '"', "”"))


def _is_in_lede(fact: Fact) -> bool:
    return fact.scope == "total" and fact.increment == "total" and fact.start < _LEDE


def _count_the_same(told: Fact, headline: Fact, tolls: int) -> bool:
    """Whether both count the same people; who a headline leaves unsaid ("282 dead") are those of the text's only toll.

    Args:
        told: A toll of the text.
        headline: The headline's.
        tolls: How many the text has.
    """
    relation = relate_kinds(kind_of(told.counted, people=True), kind_of(headline.counted, people=True))
    return relation is Relation.SAME or (relation is Relation.WITHIN and headline.counted is None and tolls == 1)


def _is_told(headline: Fact, event: Event) -> bool:
    """Whether the text gives the headline's figure for some people: "six wounded" above "six people were shot"."""
    return any(
        fact.interval.value == headline.interval.value
        and counts_persons(kind_of(fact.counted, people=is_of_people(fact.measure)))
        for fact in event.facts
        if fact.document.doc_id == headline.document.doc_id and not _is_headline(fact)
    )


def _adds_up(headline: Fact, below: list[Fact]) -> bool:
    figures = {point(fact) for fact in below} - {None}
    whole = point(headline)
    return whole is not None and any(whole == (a or 0) + (b or 0) for a, b in combinations([*figures, 1.0], 2))
