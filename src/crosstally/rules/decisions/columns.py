"""The columns of a fact that a reading may set, and what each may hold; they follow from the fact's own fields."""

from __future__ import annotations

import math
from dataclasses import fields
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval

_WHERE = {"document", "section", "start", "end", "quote", "sentence", "sentence_start", "interval", "context"}
_ALIGNED = {"event", "quantity_id", "part_of"}
_CLAIM = (*(field.name for field in fields(Interval)), *(field.name for field in fields(Fact)))

COLUMNS = tuple(name for name in _CLAIM if name not in _WHERE | _ALIGNED)
"""Those that say what a figure claims; where it stands is not for people to say."""


def wrong(name: str, value: object) -> str | None:
    """What a column may hold, where it may not hold a value; None where it may. Blank text stands for no value."""
    hint = _hints()[name]
    kinds = get_args(hint) or (hint,)
    words = [word for kind in (hint, *kinds) if get_origin(kind) is Literal for word in get_args(kind)]
    if value == "" and type(None) in kinds:
        return None
    if words:
        return None if value in words else ", ".join(words)
    if bool in kinds:
        return None if isinstance(value, bool) else "true or false"
    if float in kinds:
        is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        return None if is_number else "a number"
    return None if isinstance(value, str) and value.strip() else "text"


@cache
def _hints() -> dict[str, Any]:
    return {**get_type_hints(Interval), **get_type_hints(Fact)}
