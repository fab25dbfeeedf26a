"""The unit of an extraction in the words it has for it: a unit, a scale, or a thing that is counted."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.units import Unit, look_up_named
from crosstally.facts.tables.loose.cell import is_blank
from crosstally.facts.words.nouns import singular

_RATE = re.compile(r" per | a |/")  # "$ per gram", "shekels a year"


class UnitWords(NamedTuple):
    """What the words of a unit stand for.

    Attributes:
        words: The words, without scale and rate; "" of none.
        unit: The unit, where they are one.
        noun: The last of them in the singular: of what is counted.
        scale: What a figure is multiplied by: 1,000,000 of "million USD".
    """

    words: str
    unit: Unit | None
    noun: str
    scale: float


def unit_words(given: str | None) -> UnitWords:
    """Read the words of a unit."""
    scales = load("tables/headers")["scales"]
    words = (given or "").split()
    scale = math.prod(scales.get(word.lower(), 1.0) for word in words)
    whole = " ".join(word for word in words if word.lower() not in scales)
    said = "" if is_blank(whole) else _RATE.split(whole)[0]
    return UnitWords(
        said, (look_up_named(said) or look_up_named(said.lower())) if said else None, singular(said.lower()), scale
    )
