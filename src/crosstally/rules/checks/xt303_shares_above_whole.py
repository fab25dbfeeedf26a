"""The shares of one whole make more than 100 percent.

**What it says.** "Ada Rowe took 52 percent of the vote, Jon Marsh 38 percent and Lia Field 17 percent" makes 107.

**Why it matters.** Shares of one whole cannot: one of them is wrong, or is of another count.

**When it is silent.**

- The sum is at most 102: shares are rounded.
- The shares are not plainly of one whole: they must follow each other in one sentence, each behind another name, and
  the first must be "of the vote", "of the votes", "of the ballots", "of the seats", "of the shares". Answers in a
  survey, of which people may give several, are left alone.
- One has a hedge or a direction ("up 3 percent"), or is of another whole ("of the seats").
- The sentence speaks of two counts: of rounds, years, places, of the turnout, of polls.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.rule import Example, Remark

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event

SEVERITY = "warning"

EXAMPLES = (
    Example(
        {"Civic Record": "Ada Rowe took 52 percent of the vote, Jon Marsh 38 percent and Lia Field 17 percent."},
        "percent: 52, 38 and 17 make 107 (Civic Record)",
    ),
    Example(
        {"Civic Record": "Ada Rowe took 52 percent of the vote, Jon Marsh 31 percent and Lia Field 17 percent."},
        None,
    ),
    Example(
        {"Civic Record": "Ada Rowe took 52 percent of the vote, up from 51 percent in the last election."},
        None,
    ),
    Example(
        {"Civic Record": "Ada Rowe took 72 percent of the vote in Ostrow, 58 percent in Mill Quarter."},
        None,
    ),
    Example({"Civic Record": "The Union won 52 percent of the vote, Ada Rowe 61 percent of the seats."}, None),
    Example({"Civic Record": "The Union won 52 percent of the vote, and Turnout was 61 percent."}, None),
    Example({"Civic Record": "Some 60 percent of those asked like tea, and 70 percent like coffee."}, None),
)

_ROUNDED = 102.0


def check(event: Event) -> Iterator[Remark]:
    """Yield shares of one whole that are listed in one sentence and make more than it."""
    lists: dict[Hashable, list[Fact]] = defaultdict(list)
    for fact in event.facts:
        if fact.share_of is not None and fact.section == "body":
            lists[fact.sentence_id].append(fact)
    for listed in lists.values():
        values = [fact.interval.value or 0.0 for fact in listed]
        if all(map(_is_plain, listed)) and sum(values) > _ROUNDED:
            told = [f"{value:,.10g}" for value in values]
            made = f"{', '.join(told[:-1])} and {told[-1]} make {sum(values):,.10g}"
            yield f"percent: {made} ({listed[0].document.source})", listed


def _is_plain(fact: Fact) -> bool:
    return fact.interval.bound == "exact" and fact.trend is None and fact.status == "asserted"
