"""Which figure stands for a quantity when its claims differ: one named policy, never a blend."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, get_args

from crosstally.errors import ConfigError
from crosstally.rules.quantities.comparison import agree, in_unit_of, point
from crosstally.rules.quantities.copies import independent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crosstally.facts.fact import Fact

Policy = Literal["majority", "latest", "lowest", "highest"]

_UNDATED = datetime.min.replace(tzinfo=UTC)


def best(facts: Sequence[Fact], unit: Fact, copies: Mapping[str, str], policy: str = "majority") -> float | None:
    """The figure that a policy settles on.

    majority: the figure that the most independent sources give; of as many, the one the most agree with, then the
    latest, then the one without a hedge, then the lowest (as UCDP and ACLED code what cannot be decided).
    latest: the figure published last. lowest, highest: of all figures.

    Args:
        facts: The claims on one quantity.
        unit: The claim in whose unit the figure is given.
        copies: Of each document, the first of its group of copies (see `crosstally.rules.quantities.copies`).
        policy: The name of the policy.

    Returns:
        The figure, None when no claim holds one number (vague words only).

    Raises:
        ConfigError: No such policy.
    """
    if policy not in _POLICIES:
        raise ConfigError(f"unknown policy {policy!r}", allowed=", ".join(get_args(Policy)))
    stated = [fact for fact in facts if point(fact) is not None]
    if not stated:
        return None
    return _POLICIES[policy](stated, unit, copies)


def _majority(facts: Sequence[Fact], unit: Fact, copies: Mapping[str, str]) -> float:
    voices: dict[float, list[Fact]] = defaultdict(list)
    for fact in facts:
        voices[_figure(fact, unit)].append(fact)

    def rank(figure: float) -> tuple[int, int, datetime, bool, float]:
        said = voices[figure]
        supported = [fact.document for fact in facts if agree(fact, said[0])]
        latest = max(fact.document.published or _UNDATED for fact in said)
        is_exact = any(fact.interval.bound == "exact" for fact in said)
        stated = independent((fact.document for fact in said), copies)
        return stated, independent(supported, copies), latest, is_exact, -figure

    return max(voices, key=rank)


def _latest(facts: Sequence[Fact], unit: Fact, _: Mapping[str, str]) -> float:
    last = max(facts, key=lambda fact: (fact.document.published or _UNDATED, fact.interval.bound == "exact"))
    return _figure(last, unit)


def _lowest(facts: Sequence[Fact], unit: Fact, _: Mapping[str, str]) -> float:
    return min(_figure(fact, unit) for fact in facts)


def _highest(facts: Sequence[Fact], unit: Fact, _: Mapping[str, str]) -> float:
    return max(_figure(fact, unit) for fact in facts)


def _figure(fact: Fact, unit: Fact) -> float:
    converted = in_unit_of(fact, unit)
    if converted.value is not None:
        return converted.value
    return ((converted.low or 0.0) + (converted.high or 0.0)) / 2


_POLICIES: Mapping[str, Callable[[Sequence[Fact], Fact, Mapping[str, str]], float]] = {
    "majority": _majority,
    "latest": _latest,
    "lowest": _lowest,
    "highest": _highest,
}
