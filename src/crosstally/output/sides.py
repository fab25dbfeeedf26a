"""The sides of a dispute in few words: the figures of each, and the first few who give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.wording import figures, sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.fact import Fact

_FIGURES = 3  # of a side that are named
_SOURCES = 2


def against(facts: Sequence[Fact]) -> tuple[tuple[str, str], ...]:
    """Each side: its figures, and who gives them ("Alder Gazette, Civic Record and 4 more")."""
    found = []
    for side in sides(facts):
        named = list(dict.fromkeys(fact.document.source for fact in side))
        more = f" and {len(named) - _SOURCES} more" if len(named) > _SOURCES else ""
        found.append((", ".join(figures(side)[:_FIGURES]), f"{', '.join(named[:_SOURCES])}{more}"))
    return tuple(found)
