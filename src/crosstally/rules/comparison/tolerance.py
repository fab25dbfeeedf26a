"""By how much two figures may differ and still agree, as a project has decided; by default not at all."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EVERYTHING = "relative"
"""The name under which the tolerance of all measures is given."""

_COUNTED_OUT = frozenset({"age", "magnitude", "rank"})  # 20 and 21 years old are two ages, unless it is said of ages

_decided: ContextVar[Mapping[str, float]] = ContextVar("tolerance")


@contextmanager
def tolerating(shares: Mapping[str, float]) -> Iterator[None]:
    """Let figures agree that differ by no more than a share of themselves, for as long as the block runs.

    Args:
        shares: By measure, 0 to 1: 0.01 lets 100 and 101 agree. "relative" is for measures that are not named; it
            leaves out ages, magnitudes and ranks.
    """
    token = _decided.set(shares)
    try:
        yield
    finally:
        _decided.reset(token)


def tolerated() -> Mapping[str, float]:
    """The shares that hold now, by measure: for those who work elsewhere, in another process."""
    return _decided.get({})


def tolerance_of(measure: str) -> float:
    """The share by which two figures of a measure may differ."""
    shares = tolerated()
    general = 0.0 if measure in _COUNTED_OUT else shares.get(EVERYTHING, 0.0)
    return shares.get(measure, general)
