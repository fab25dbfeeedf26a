"""Units of measurement and money: what a word, a symbol or a sign after (or before) a figure stands for.

The names are quantulum3's, and so are most of the words. They are read from a table that ``scripts/units.py`` writes (quantulum3
itself needs seconds to load); quantulum3's parser is asked only for a compound that the table lacks. No other file knows quantulum3.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quantulum3.classes import Quantity

_COMPOUND_MARKS = (" per ", "/", "²", "³", "^", "square ", "cubic ")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``value * factor + offset`` is in the base unit of its dimension.

    Attributes:
        name: quantulum3's name: "kilometre", "dollar", "percentage".
        dimension: quantulum3's entity name: "length", "currency", "dimensionless".
        factor: What one unit is in SI base units; None when its size is not fixed (money, points, a "ton").
        offset: What zero is in SI base units; not 0 for temperatures only.
    """

    name: str
    dimension: str
    factor: float | None
    offset: float = 0.0


def surfaces() -> Mapping[str, Unit]:
    """Units by their words in full, lower-case, singular and plural: "kilometers", "degrees celsius", "us dollars"."""
    return _tables()[0]


def symbols() -> Mapping[str, Unit]:
    """Units by their abbreviations, case-sensitive: "km", "°C", "GB", "sq m", "%". "m" is the metre and "p" the penny."""
    return _tables()[1]


def currencies() -> Mapping[str, Unit]:
    """Money by the signs and codes before or after a figure, case-sensitive: "$", "HK$", "HK $", "RM", "EUR"."""
    return _tables()[2]


@cache
def _tables() -> tuple[Mapping[str, Unit], Mapping[str, Unit], Mapping[str, Unit]]:
    """The table of units, by surface, by symbol and by sign."""
    by_text: tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]] = ({}, {}, {})
    for line in (files(__package__) / "data" / "units.tsv").read_text(encoding="utf-8").splitlines():
        name, dimension, factor, offset, *texts = line.split("\t")
        unit = Unit(name, dimension, float(factor) if factor else None, float(offset))
        for known, cell in zip(by_text, texts, strict=True):
            known.update(dict.fromkeys(cell.split("|"), unit) if cell else {})
    words, abbreviations, signs = by_text
    return MappingProxyType(words), MappingProxyType(abbreviations), MappingProxyType(signs)


def look_up(phrase: str) -> Unit | None:
    """The unit that a whole phrase stands for, or None.

    Symbols, signs and surfaces of the table come first. Of the rest, only compounds ("newtons per square metre", "kV/cm") are put to
    quantulum3: a rate such as "barrels per day" is a unit and a period, which the caller takes apart before.

    Args:
        phrase: The words or symbols after a figure, nothing else.
    """
    text = " ".join(phrase.split())
    return (
        symbols().get(text)
        or currencies().get(text)
        or surfaces().get(text.lower())
        or (_ask_quantulum(text) if any(mark in text for mark in _COMPOUND_MARKS) else None)
    )


@lru_cache(maxsize=4096)
def _ask_quantulum(phrase: str) -> Unit | None:
    """quantulum3's reading of "1 <phrase>", when it takes the whole phrase for one unit; the sizes of the parts come from the table."""
    text = f"1 {phrase}"
    found = _parse(text)
    if len(found) != 1 or found[0].value != 1 or found[0].surface.strip() != text:
        return None
    unit = found[0].unit
    parts = [(look_up(part.get("surface", part["base"])), part["power"]) for part in unit.original_dimensions or ()]
    if not parts or any(part is None for part, _ in parts):
        return None
    name = " ".join(_power_name(part.name, power) for part, power in parts if part)
    known = surfaces().get(name)
    if known:
        return known
    factor: float | None = 1.0
    for part, power in parts:
        factor = None if factor is None or part is None or part.factor is None else factor * part.factor**power
    dimension = "currency" if any(part and part.dimension == "currency" for part, _ in parts) else unit.entity.name
    return Unit(name, dimension, factor if dimension not in {"unknown", "currency"} else None)


def _power_name(name: str, power: int) -> str:
    """quantulum3's way of naming a factor of a compound: ("metre", -2) -> "per square metre"."""
    raised = {1: "", 2: "square ", 3: "cubic "}.get(abs(power))
    body = f"{name} to the {abs(power)}" if raised is None else raised + name
    return f"per {body}" if power < 0 else body


def _parse(text: str) -> list[Quantity]:
    """quantulum3's quantities in a short text, without its classifier (another answer with every scikit-learn)."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Classifier dependencies not installed", category=UserWarning)
        from quantulum3 import classifier, parser  # noqa: PLC0415 - takes seconds, and most runs never need it
    classifier.USE_CLF = False
    try:
        return list(parser.parse(text))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):  # its own slips on odd input are no answer
        return []
