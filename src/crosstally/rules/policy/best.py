"""Which figure stands for a quantity when its claims differ: one named policy, never a blend."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import comparable, in_unit_of, point, updates
from crosstally.rules.comparison.rivals import Meeting, sides_of
from crosstally.rules.policy.coding import coded, policy_of
from crosstally.rules.policy.copies import independent
from crosstally.rules.policy.peaks import PeakAfter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from crosstally.facts.fact import Fact
    from crosstally.rules.policy.coding import Settle


def best(
    facts: Sequence[Fact], unit: Fact, copies: Mapping[str, str], policy: str = "majority", *, has_moved: bool = False
) -> float | None:
    """The figure that a policy settles on.

    majority: the figure that the most independent sources give; of as many, the one the most agree with, then the
    latest, then the one without a hedge, then the lowest (as UCDP and ACLED code what cannot be decided). Of a toll
    whose later claims bring the earlier ones up to date, the latest.
    corroborated: the same, where two independent sources give it; else the lowest. A toll that a later report brings
    up to date does not count.
    latest: the figure published last. lowest, highest: of all figures.
    acled, emdat, ucdp: as these data sets code ranges and vague words (see `crosstally.rules.data`).

    Args:
        facts: The claims on one quantity.
        unit: The claim in whose unit the figure is given.
        copies: Of each document, the first of its group of copies (see `crosstally.rules.policy.copies`).
        policy: The name of the policy.
        has_moved: Whether later claims bring the earlier ones up to date, and no two exclude each other otherwise.

    Returns:
        The figure, None when no claim holds one number (vague words only).

    Raises:
        ConfigError: No such policy.
    """
    chosen = policy_of(policy)
    stated = [fact for fact in coded(facts, chosen) if point(fact) is not None]
    settle = _latest if has_moved and chosen.settle == "majority" else _WAYS[chosen.settle]
    return settle(stated, unit, copies) if stated else None


def corroborated(voices: Mapping[float, int]) -> float:
    """The figure that the most independent sources give, two at the least, and of as many the lowest; else the lowest.

    Args:
        voices: How many independent sources stand behind each figure; one figure or more.
    """
    return max(voices, key=lambda figure: (voices[figure] if voices[figure] > 1 else 0, -figure))


def _majority(facts: Sequence[Fact], unit: Fact, copies: Mapping[str, str]) -> float:
    voices: dict[float, list[Fact]] = defaultdict(list)
    for fact in facts:
        voices[_figure(fact, unit)].append(fact)
    stated = {figure: independent((fact.document for fact in said), copies) for figure, said in voices.items()}
    most = max(stated.values())
    meeting = Meeting(sides_of(facts))

    def rank(figure: float) -> tuple[int, tuple[datetime, int], bool, float]:
        said = voices[figure]
        supported = [fact.document for side in meeting.agreeing_with(said[0]) for fact in side.facts]
        latest = max(fact.document.turn for fact in said)
        is_exact = any(fact.interval.bound == "exact" for fact in said)
        return independent(supported, copies), latest, is_exact, -figure

    return max((figure for figure in voices if stated[figure] == most), key=rank)


def _corroborated(facts: Sequence[Fact], unit: Fact, copies: Mapping[str, str]) -> float:
    outlived = _Outlived(facts)
    voices: dict[float, list[Fact]] = defaultdict(list)
    for fact in [fact for fact in facts if not outlived(fact)] or facts:  # two may each be told as no longer true
        voices[_figure(fact, unit)].append(fact)
    return corroborated(
        {figure: independent((fact.document for fact in said), copies) for figure, said in voices.items()}
    )


class _Outlived:
    """Whether some other of several claims brings one up to date: those that lie furthest from it tell."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        by_measure: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            by_measure[fact.measure].append(fact)
        ranks = (lambda fact: comparable(fact).least, lambda fact: -comparable(fact).most)
        self._peaks = [PeakAfter(same, _moment, rank) for same in by_measure.values() for rank in ranks]
        self._ends = [max(same, key=rank) for same in by_measure.values() for rank in ranks]

    def __call__(self, fact: Fact) -> bool:
        others = self._ends if fact.superseded else (peak(_moment(fact)) for peak in self._peaks)
        return any(other is not None and updates(fact, other) for other in others)


def _moment(fact: Fact) -> datetime | None:
    return fact.document.published


def _latest(facts: Sequence[Fact], unit: Fact, _: Mapping[str, str]) -> float:
    stands = [fact for fact in facts if not fact.superseded] or facts
    last = max(stands, key=lambda fact: (fact.document.turn, fact.interval.bound == "exact"))
    return _figure(last, unit)


def _lowest(facts: Sequence[Fact], unit: Fact, _: Mapping[str, str]) -> float:
    return min(_figure(fact, unit) for fact in facts)


def _highest(facts: Sequence[Fact], unit: Fact, _: Mapping[str, str]) -> float:
    return max(_figure(fact, unit) for fact in facts)


def figure_in(unit: Fact, fact: Fact) -> float | None:
    """The one number that stands for a claim in the unit of another claim; None if vague."""
    return None if point(fact) is None else _figure(fact, unit)


def _figure(fact: Fact, unit: Fact) -> float:
    converted = in_unit_of(fact, unit)
    if converted.value is not None:
        return converted.value
    return ((converted.low or 0.0) + (converted.high or 0.0)) / 2


_WAYS: Mapping[Settle, Callable[[Sequence[Fact], Fact, Mapping[str, str]], float]] = {
    "majority": _majority,
    "corroborated": _corroborated,
    "latest": _latest,
    "lowest": _lowest,
    "highest": _highest,
}
