"""What a claim says in each slot that its words fill, as people read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from crosstally.facts.fact import Fact

STATED: Mapping[str, Callable[[Fact], str | None]] = {
    "about": lambda fact: fact.about,
    "measure": lambda fact: fact.measure,
    "counted": lambda fact: fact.counted,
    "subject": lambda fact: fact.subject,
    "group": lambda fact: fact.group,
    "names": lambda fact: fact.names,
    "anchor": lambda fact: fact.anchor,
    "place": lambda fact: fact.place,
    "time": lambda fact: fact.event_time,
    "per": lambda fact: fact.per,
    "trend": lambda fact: fact.trend,
    "increment": lambda fact: fact.increment,
    "certainty": lambda fact: fact.certainty,
    "status": lambda fact: fact.status,
    "scope": lambda fact: fact.scope,
    "speaker": lambda fact: fact.speaker,
}
"""By slot, its value; None where the text says nothing."""
