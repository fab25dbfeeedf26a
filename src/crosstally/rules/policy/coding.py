"""Policies as data: how each settles on a figure, and what a range or a vague word stands for (published codings)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from crosstally.errors import ConfigError
from crosstally.facts.intervals import exactly
from crosstally.rules.comparison.comparison import point

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crosstally.facts.fact import Fact

Settle = Literal["majority", "corroborated", "latest", "lowest", "highest"]

_AMOUNTS = re.compile(
    r"\b(?:several|few|couple|tens|dozens?|scores|hundreds?|thousands?|millions?|billions?|half|quarter|many)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Policy:
    """Which figure is best.

    Attributes:
        settle: How it is chosen among those that sources give.
        range: What a range stands for: its low end, its middle, its high end.
        vague: What a vague word stands for, where no report gives a number.
        bounds: Whether low and high are those of what the claims allow, or of the figures stated.
        adds: Measures whose best figure another is added to, with that other.
        source: Where the coding is published, if it is one.
    """

    settle: Settle
    range: Literal["low", "middle", "high"] = "middle"
    vague: Mapping[str, float] = field(default_factory=dict)
    bounds: Literal["allowed", "stated"] = "allowed"
    adds: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None


@cache
def policies() -> Mapping[str, Policy]:
    """Every policy by its name."""
    text = files("crosstally.rules").joinpath("data/policies.toml").read_text(encoding="utf-8")
    return {
        name: Policy(**{key: value for key, value in entry.items() if key != "examples"})
        for name, entry in tomllib.loads(text).items()
    }


def policy_of(name: str) -> Policy:
    """The policy of a name.

    Raises:
        ConfigError: There is none.
    """
    if name not in policies():
        raise ConfigError(f"unknown policy {name!r}", allowed=", ".join(policies()))
    return policies()[name]


def coded(facts: Sequence[Fact], policy: Policy) -> list[Fact]:
    """The facts with the numbers that a policy puts for ranges and vague words.

    A vague word is given one only where no claim on its measure has a number.
    """
    numbered = {fact.measure for fact in facts if point(fact) is not None and fact.status == "asserted"}
    return [_coded(fact, policy, is_alone=fact.measure not in numbered) for fact in facts]


def _coded(fact: Fact, policy: Policy, *, is_alone: bool) -> Fact:
    figure = fact.interval
    if figure.bound == "range" and policy.range != "middle":
        end = figure.low if policy.range == "low" else figure.high
        return fact if end is None else replace(fact, interval=exactly(end))
    if figure.bound == "vague" and is_alone:
        amounts = [word.lower() for word in _AMOUNTS.findall(fact.quote)]
        value = policy.vague.get(amounts[0]) if len(amounts) == 1 else None  # "several hundred" is neither
        return fact if value is None else replace(fact, interval=exactly(float(value)))
    return fact
