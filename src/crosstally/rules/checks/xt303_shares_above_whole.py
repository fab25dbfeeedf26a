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

import re
from typing import TYPE_CHECKING

from crosstally.rules.rule import Example, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Event

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
_LONGEST = 30  # shares in one list
_OF = re.compile(r" of (?:the |all )?(\w+)")
_TWO_COUNTS = re.compile(
    r"\b(?:turnout|rounds?|run-?off|respectively|error|would|could|polls?|survey|previous|last|earlier|compared|than"
    r"|north|south|east|west|in (?:\d{4}|the)|at)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r" of (?:the |all )?(votes?|ballots?|seats?|shares?)\b")
_NEXT = re.compile(
    rf"(?:{_WHOLE.pattern})?\s*(?:,|;|,? and|,? while|,? against)\s+(?:the )?(?:[A-Z][\w.'\u2019-]*\s+){{1,5}}"
    r"(?:(?:took|won|got|received|holds?|has|had|with)\s+)?"
)


def check(event: Event) -> Iterator[Remark]:
    """Yield shares that follow each other in one sentence and make more than a whole."""
    shares = [fact for fact in event.facts if fact.measure == "percent" and _is_plain(fact)]
    i = 0
    while i < len(shares):
        listed = _listed(shares[i : i + _LONGEST])
        values = [fact.interval.value or 0.0 for fact in listed]
        if len(listed) > 1 and sum(values) > _ROUNDED and not _TWO_COUNTS.search(listed[0].sentence):
            told = [f"{value:,.10g}" for value in values]
            made = f"{', '.join(told[:-1])} and {told[-1]} make {sum(values):,.10g}"
            yield f"percent: {made} ({listed[0].document.source})", listed
        i += len(listed)


def _is_plain(fact: Fact) -> bool:
    is_exact = fact.interval.bound == "exact" and fact.trend is None
    return is_exact and fact.status == "asserted" and fact.section == "body"


def _listed(shares: Sequence[Fact]) -> list[Fact]:
    """The first share and those that follow it in a list; itself alone where it is of no such whole."""
    first = shares[0]
    text = first.document.text
    listed = [first]
    whole = _WHOLE.match(text, first.end)
    if whole:
        for fact in shares[1:]:
            if fact.sentence_id != first.sentence_id or not _NEXT.fullmatch(text, listed[-1].end, fact.start):
                break
            if (own := _OF.match(text, fact.end)) and own[1] != whole[1]:
                break
            listed.append(fact)
    return listed
