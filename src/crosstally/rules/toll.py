"""Measures of what an event did: tolls of people, tolls of things, and its strength."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from crosstally.facts.needs import counts_people


@dataclass(frozen=True, slots=True)
class Toll:
    """How a measure behaves.

    Attributes:
        of: What it counts.
        grows: Whether a later count includes the earlier one.
        single: Whether an event has one of them.
        beside: The measure that an event must have for that, if any.
        whom: The group that all are of whom it befalls, if any.
        moves: Whether a later count brings an earlier one up to date; those who came to a rally came once.
        state: The group of those who are counted as they are on a day, of whom there may be fewer later, if any.
    """

    of: Literal["people", "things", "strength"]
    grows: bool
    single: bool
    beside: str | None = None
    whom: str | None = None
    moves: bool = True
    state: str | None = None

    def grows_among(self, *groups: str | None) -> bool:
        """Whether a later count of some groups includes the earlier one."""
        return self.grows and not any(self.state and self.state in (group or "") for group in groups)


@cache
def _tolls() -> dict[str, Toll]:
    text = files("crosstally.rules").joinpath("data/tolls.toml").read_text(encoding="utf-8")
    return {measure: Toll(**entry) for measure, entry in tomllib.loads(text).items()}


def toll(measure: str) -> Toll | None:
    """How the measure behaves, None when it says nothing of what an event did."""
    return _tolls().get(measure)


def is_of_people(measure: str) -> bool:
    """Whether all that a measure counts are people: a toll of them, or those on board, those employed."""
    known = toll(measure)
    return known.of == "people" if known else counts_people(measure)


_RANKS = {"people": 0, "things": 1, "strength": 2}


def rank(measure: str) -> int:
    """The place of a measure among those that people ask about: who was hurt, what was, how strong it was, the rest."""
    known = toll(measure)
    return _RANKS[known.of] if known else len(_RANKS)
