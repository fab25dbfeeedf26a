"""Measures of which an event has one: tolls of people, tolls of things, the strength of a quake."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True)
class Toll:
    """How a measure behaves.

    Attributes:
        of: What it counts.
        grows: Whether a later count includes the earlier one.
    """

    of: Literal["people", "things", "strength"]
    grows: bool


@cache
def _tolls() -> dict[str, Toll]:
    text = files("crosstally.rules").joinpath("data/tolls.toml").read_text(encoding="utf-8")
    return {measure: Toll(**entry) for measure, entry in tomllib.loads(text).items()}


def toll(measure: str) -> Toll | None:
    """How the measure behaves, None when an event may have any number of its kind."""
    return _tolls().get(measure)
