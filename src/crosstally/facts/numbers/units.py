"""Units of measurement and money: what a word, a symbol or a sign beside a figure stands for.

The names are quantulum3's, and so are most of the words. They are read from a table that ``scripts/units.py`` writes,
since quantulum3 takes seconds to load; its parser is asked only for a compound that the table lacks. No other file
knows quantulum3.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import prod
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """Units by their abbreviations, case-sensitive: "km", "°C", "GB", "sq m", "%"; "m" is the metre, "p" the penny."""
    return _tables()[1]


def currencies() -> Mapping[str, Unit]:
    """Money by the signs and codes before or after a figure, case-sensitive: "$", "HK$", "HK $", "RM", "EUR"."""
    return _tables()[2]


@cache
def _tables() -> tuple[Mapping[str, Unit], Mapping[str, Unit], Mapping[str, Unit]]:
    """Read the table of units: by surface, by symbol and by sign."""
    by_text: tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]] = ({}, {}, {})
    for line in (files("crosstally.facts") / "data" / "units.tsv").read_text(encoding="utf-8").splitlines():
        name, dimension, factor, offset, *texts = line.split("\t")
        unit = Unit(name, dimension, float(factor) if factor else None, float(offset))
        for known, cell in zip(by_text, texts, strict=True):
            known.update(dict.fromkeys(cell.split("|"), unit) if cell else {})
    words, abbreviations, signs = by_text
    return MappingProxyType(words), MappingProxyType(abbreviations), MappingProxyType(signs)


def look_up(phrase: str) -> Unit | None:
    """Find the unit that a whole phrase stands for.

    Symbols, signs and surfaces of the table come first. Of the rest only compounds ("newtons per square metre",
    "kV/cm") are put to quantulum3. A rate such as "barrels per day" is a unit and a period: the caller takes it apart
    before and asks for "barrels"; physical compounds that news treats as one unit ("km/h", "mpg") are in the table.

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
    """Read "1 <phrase>" with quantulum3; an answer counts when it covers the phrase and the table knows every part.

    The parts' units and sizes are the table's: quantulum3 breaks ties ("pound", "second") by the order of a set.
    """
    text = f"1 {phrase}"
    found = _parse(text)
    if len(found) != 1 or found[0].value != 1 or found[0].surface.strip() != text:
        return None
    unit = found[0].unit
    parts = []
    for part in unit.original_dimensions or ():
        base = look_up(part.get("surface", part["base"]))
        if base is None:
            return None
        parts.append((base, part["power"]))
    if len(parts) < 2:  # noqa: PLR2004 - a compound has two
        return None
    name = " ".join(_power_name(base.name, power) for base, power in parts)
    is_money = any(base.dimension == "currency" for base, _ in parts)
    dimension = "currency" if is_money else unit.entity.name
    sizes = [base.factor**power for base, power in parts if base.factor is not None]
    sized = len(sizes) == len(parts) and dimension not in {"currency", "unknown"}
    return surfaces().get(name) or Unit(name, dimension, prod(sizes) if sized else None)


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
