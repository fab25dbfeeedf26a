"""Groups of people: which exclude each other."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def exclude(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether some group of the one is never some group of the other: women and children."""
    return any(_axis(a) == _axis(b) is not None and _places()[a] != _places()[b] for a, b in product(one, other))


def _axis(group: str) -> str | None:
    place = _places().get(group)
    return place[0] if place else None


@cache
def _places() -> Mapping[str, tuple[str, int]]:
    """Of each group its axis and its place there."""
    text = files("crosstally.rules").joinpath("data/groups.toml").read_text(encoding="utf-8")
    return {
        group: (axis, place)
        for axis, places in tomllib.loads(text).items()
        for place, groups in enumerate(places)
        for group in groups
    }
