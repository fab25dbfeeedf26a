"""Who counts whom among the dead, source by source: attackers, missing, confirmed deaths alone.

Two tolls that differ by a definition are both right, and nobody is accused of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crosstally.facts.fact import Fact
from crosstally.rules.tolls.definitions import counts_attackers

_COUNTED = "killed"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one source says of whom it counts.

    Attributes:
        source: The source.
        attackers: "counted in" or "told apart"; blank where it says nothing of attackers who died.
        missing: "told apart" where it gives missing people beside the dead; blank where it gives none.
        certainty: "confirmed", "probable" or "suspected", several joined; blank where it does not say.
    """

    source: str
    attackers: str
    missing: str
    certainty: str


def ledger_of(facts: Iterable[Fact]) -> list[Entry]:
    """What each source that gives the dead of an event says of whom it counts; empty where none says anything."""
    by_source: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.status == "asserted" and fact.about is None and fact.per is None:
            by_source.setdefault(fact.document.source, []).append(fact)
    entries = [
        Entry(source, _attackers(said), _missing(said), _certainty(said))
        for source, said in by_source.items()
        if any(fact.measure == _COUNTED for fact in said)
    ]
    return entries if any(one.attackers or one.missing or one.certainty for one in entries) else []


def _attackers(facts: Iterable[Fact]) -> str:
    dead = [fact for fact in facts if fact.measure == _COUNTED and counts_attackers(fact)]
    if not dead:
        return ""
    return "counted in" if any(fact.scope == "part" or fact.part_of for fact in dead) else "told apart"


def _missing(facts: Iterable[Fact]) -> str:
    return "told apart" if any(fact.measure == "missing" for fact in facts) else ""


def _certainty(facts: Iterable[Fact]) -> str:
    said = dict.fromkeys(fact.certainty for fact in facts if fact.measure == _COUNTED and fact.certainty)
    return ", ".join(name for name in said if name)
