"""What was estimated: how much each level of each slot tells of two claims being of one quantity.

The weights are log odds. benchmarks/estimate.py estimates them on events with gold and writes data/alignment.toml, with
what they rest on.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Weights:
    """How one question about two claims is answered.

    Attributes:
        start: The log odds before anything is compared.
        levels: By slot and level, the log odds that the level adds; a level that was never seen adds none.
        cut: The log odds from which on the answer is yes.
    """

    start: float
    levels: Mapping[str, Mapping[str, float]]
    cut: float = 0.0

    def of(self, slot: str, level: str) -> float:
        """The log odds that a level adds."""
        return self.levels.get(slot, {}).get(level, 0.0)


@dataclass(frozen=True)
class Linear:
    """How one question about two clusters is answered.

    Attributes:
        start: The log odds before anything is measured.
        features: By name, the log odds that one more of it adds.
        cut: The log odds from which on the answer is yes.
    """

    start: float
    features: Mapping[str, float]
    cut: float = 0.0

    def log_odds(self, measured: Mapping[str, float]) -> float:
        """The log odds, given the features."""
        return self.start + sum(self.features[name] * value for name, value in measured.items())


@dataclass(frozen=True)
class Model:
    """All that was estimated.

    Attributes:
        edges: By slot of words, from which likeness on they are alike by one level more.
        agreement: Whether two claims whose figures meet are of one quantity; by all slots.
        question: Whether two claims answer one question, whatever their figures; by the slots without the figures.
        rivals: Whether two clusters whose figures exclude each other answer one question.
        companions: Whether two clusters do whose figures can be true together.
        lacking: The log odds that it adds where a slot that the measure of two rivals needs is not the same.
    """

    edges: Mapping[str, Sequence[float]]
    agreement: Weights
    question: Weights
    rivals: Linear
    companions: Linear
    lacking: float = 0.0


@cache
def estimated() -> Model:
    """The model that comes with crosstally."""
    read = tomllib.loads(files("crosstally.rules").joinpath("data/alignment.toml").read_text(encoding="utf-8"))
    return Model(
        read["edges"],
        Weights(**read["agreement"]),
        Weights(**read["question"]),
        Linear(**read["rivals"]),
        Linear(**read["companions"]),
        read["held_apart"]["lacking"],
    )
