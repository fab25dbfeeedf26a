"""A toll of the past hours stands beside that of a longer time.

**What it says.** One report has five killed in the past 24 hours, another has 120 killed, and neither gives the other
figure. The one counts a day, the other everything so far.

**Why it matters.** Put in one table, the daily figure reads as if the toll had fallen, and summed up, people are
counted twice. It accuses nobody: crosstally does not take the two for claims on one thing, so that XT101 is silent.

**When it is silent.**

- A report gives both figures: its readers can tell.
- The figures are the same, or that of the past hours is the higher one.
- Neither says so: "overnight" and "on Monday" are taken for the time of the event itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.alignment.claim import is_prominent, rolling
from crosstally.rules.comparison.era import era_of
from crosstally.rules.rule import Example, Remark
from crosstally.rules.toll import toll
from crosstally.rules.wording import claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event

SEVERITY = "info"

EXAMPLES = (
    Example(
        {
            "Alder Gazette": "Shelling killed 5 people in the past 24 hours, the health ministry said.",
            "Lantern Daily": "Shelling has killed 120 people since Monday, the health ministry said.",
        },
        "killed: 5 (Alder Gazette) in the past 24 hours, 120 (Lantern Daily) without that limit",
    ),
    Example(
        {
            "Alder Gazette": "Shelling killed 5 people in the past 24 hours and 120 in all, the health ministry said.",
            "Lantern Daily": "Shelling has killed 120 people since Monday, the health ministry said.",
        },
        None,
    ),
    Example(
        {
            "Alder Gazette": "Shelling killed 5 people in the past 24 hours, the health ministry said.",
            "Lantern Daily": "Five people were killed by shells over the last 24 hours.",
        },
        None,
    ),
    Example(
        {
            "Alder Gazette": "Shelling killed 5 people overnight, the health ministry said.",
            "Lantern Daily": "Shelling killed 5 people, the health ministry said.",
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield, per toll, the claims of the past hours and the higher ones without a limit, of different reports."""
    for measure in dict.fromkeys(fact.measure for fact in event.facts):
        known = toll(measure)
        if known and known.single and known.of == "people":
            told = [fact for fact in event.facts if fact.measure == measure and _is_toll(fact)]
            recent = [fact for fact in told if rolling(fact)]
            whole = [fact for fact in told if not rolling(fact)]
            is_less = recent and whole and max(map(_value, recent)) < min(map(_value, whole))
            if is_less and not _is_told(whole, {fact.document.doc_id for fact in recent}, event):
                limits = " and ".join(dict.fromkeys(rolling(fact) or "" for fact in recent))
                yield f"{measure}: {claims(recent)} {limits}, {claims(whole)} without that limit", (*recent, *whole)


def _is_toll(fact: Fact) -> bool:
    is_claim = fact.status == "asserted" and fact.scope == "total" and fact.per is None and era_of(fact) is None
    return is_claim and is_prominent(fact) and bool(fact.interval.value)


def _value(fact: Fact) -> float:
    return fact.interval.value or 0.0


def _is_told(whole: list[Fact], documents: set[str], event: Event) -> bool:
    """Whether one of the reports gives a figure of all as well, be it without saying of what: "and 120 in all"."""
    figures = {_value(fact) for fact in whole}
    return any(_value(fact) in figures for fact in event.facts if fact.document.doc_id in documents)
