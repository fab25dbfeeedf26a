"""Why claims were taken for claims on one quantity, and why they cannot all be true, in sentences for people.

This says what alignment saw in the claims: it asks the same questions of them, and decides nothing.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from crosstally.rules.alignment.claim import Claim
from crosstally.rules.alignment.claims import claims_of
from crosstally.rules.alignment.held_apart import held_apart
from crosstally.rules.alignment.levels import SLOTS
from crosstally.rules.alignment.match import question
from crosstally.rules.alignment.model import estimated
from crosstally.rules.alignment.setting import Setting
from crosstally.rules.alignment.stated import STATED
from crosstally.rules.comparison.comparison import comparable, in_unit_of
from crosstally.rules.plain_words import in_plain_words
from crosstally.rules.quantities.quantities import clashes
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosstally.facts.fact import Fact

_PAIRS = 6  # pairs of figures that exclude each other, as many as are named


def reasons(facts: Sequence[Fact], event: Iterable[Fact]) -> list[str]:
    """What makes them claims on one quantity, slot by slot: what the claims say, and how the likest two compare.

    Args:
        facts: Claims on one quantity, one or more.
        event: All facts of their event: a word that stands everywhere tells little.
    """
    claims, setting = _read(facts, event)
    pairs = [(a, b) for a, b in combinations(claims, 2) if a.fact.document != b.fact.document]
    if not pairs:
        return []
    rated = [(rating, a, b) for a, b in pairs if (rating := question(a, b, setting)) is not None]
    _, a, b = max(rated, key=lambda one: one[0], default=(0.0, *pairs[0]))
    return [line for slot in SLOTS if (line := _slot(slot, claims, (a, b), setting))]


def apart(one: Sequence[Fact], other: Sequence[Fact], event: Iterable[Fact]) -> list[str]:
    """What keeps two quantities apart, or speaks for them being one, slot by slot; the first says what decided.

    Args:
        one: The claims on the one.
        other: Those on the other.
        event: All facts of their event.
    """
    every = list(event)
    held = held_apart(one, other, every)
    claims, setting = _read((*one, *other), every)
    a, b = claims[0], claims[len(one)]
    told = [f"{held.slot}: {held.reason}: this keeps them apart"] if held else []
    return [*told, *(line for slot in SLOTS if (line := _slot(slot, claims, (a, b), setting)))]


def _read(facts: Sequence[Fact], event: Iterable[Fact]) -> tuple[list[Claim], Setting]:
    """Facts as claims, and the setting of all claims of their event."""
    every = claims_of(list(event))
    known = {claim.fact.fact_id: claim for claim in every}
    return [known[fact.fact_id] for fact in facts], Setting(every, estimated())


def _slot(slot: str, claims: Sequence[Claim], pair: tuple[Claim, Claim], setting: Setting) -> str | None:
    """What claims say in a slot, and how two of them compare; None where nobody says anything."""
    verdict, level = SLOTS[slot](*pair, setting)
    said = _list(STATED[slot](claim.fact) for claim in claims) if slot in STATED else ""
    if slot in STATED and not said:
        return None
    told = f"{slot}: {said}. " if said else f"{slot}: "
    return f"{told}{verdict.value}: {level}"


def exclusions(facts: Sequence[Fact]) -> list[str]:
    """Which figures exclude each other, with those who give them, as they were compared."""
    found: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    compared: dict[str, str] = {}
    for pair in clashes(facts):
        told = sorted((" ".join(figure(fact).split()), order) for order, fact in enumerate(pair))
        sides = found.setdefault((told[0][0], told[1][0]), ([], []))
        for side, (said, order) in zip(sides, told, strict=True):
            fact = pair[order]
            compared.setdefault(said, _compared(fact, pair[0]))
            if fact.document.source not in side:
                side.append(fact.document.source)
    lines = [
        " excludes ".join(
            f"{said} ({', '.join(side)}{compared[said]})" for said, side in zip(words, sides, strict=True)
        )
        for words, sides in found.items()
    ]
    more = len(lines) - _PAIRS
    return [*lines[:_PAIRS], *([f"and {more} pairs more"] if more > 0 else [])]


def _compared(fact: Fact, other: Fact) -> str:
    """What a figure was read as, where that can be said in the unit it is written in, or in that of the other."""
    if fact.dimension == "count":
        return f"; compared as {in_plain_words(comparable(fact))}"
    return (
        "" if fact.unit == other.unit else f"; that is {in_plain_words(in_unit_of(fact, other), digits=4)} {other.unit}"
    )


def _list(values: Iterable[str | None]) -> str:
    """The values from the most frequent to the least, with how often each is said where they differ."""
    seen = Counter(value for value in values if value)
    if len(seen) == 1:
        return next(iter(seen))
    return ", ".join(f"{value} ({n})" for value, n in seen.most_common())
