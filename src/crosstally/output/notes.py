"""What rules say that accuses nobody: beneath the accusation that it explains, or by itself."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosstally.rules.finding import Finding

_TOLD = {"XT202", "XT501"}  # the sections of what was updated and of what one source gives say the same


def notes_among(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that accuse nobody and that no section of a report says already."""
    return [finding for finding in findings if finding.severity == "info" and finding.rule not in _TOLD]


def beneath(accusations: Sequence[Finding], notes: Iterable[Finding]) -> Mapping[str | None, list[Finding]]:
    """Each note once, by the id of the accusation it goes with.

    Args:
        accusations: The gravest first.
        notes: What else is said of the event.

    Returns:
        By finding_id: the first accusation that shares a fact with the note, else the first that shares a quantity;
        under None the notes that share nothing with any.
    """
    of_fact: dict[str, str] = {}
    of_quantity: dict[str | None, str] = {}
    for finding in accusations:
        for fact in finding.facts:
            of_fact.setdefault(fact.fact_id, finding.finding_id)
            of_quantity.setdefault(fact.quantity_id, finding.finding_id)
    found: dict[str | None, list[Finding]] = defaultdict(list)
    for note in notes:
        shared = (of_fact.get(fact.fact_id) for fact in note.facts)
        related = (of_quantity.get(fact.quantity_id) for fact in note.facts)
        found[next((name for name in (*shared, *related) if name), None)].append(note)
    return found


def by_quantity(notes: Iterable[Finding]) -> Mapping[str | None, list[Finding]]:
    """Each note with every quantity that its facts are claims on, by quantity_id."""
    found: dict[str | None, list[Finding]] = defaultdict(list)
    for note in notes:
        for quantity_id in dict.fromkeys(fact.quantity_id for fact in note.facts):
            found[quantity_id].append(note)
    return found
