"""Units of measurement and money: what a word, a symbol or a sign beside a figure stands for.

The names are quantulum3's, and so are most of the words. They are read from tables that ``scripts/units.py`` writes,
since quantulum3 takes seconds to load. A compound that the table lacks is composed of its parts, among them symbols
that say nothing alone ("N/m": an "N" alone is no newton). quantulum3 itself is asked only for rare symbols with a
stroke in what is known to name a unit (the column of a table, the answer of an extractor): no run over text loads it.
No other file knows quantulum3.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quantulum3.classes import Quantity

_DIVISION = re.compile(r" per | ?/ ?")
_STROKED = re.compile(r"[^\W\d_]{1,3}[²³]?/[^\W\d_]{1,3}[²³]?")  # what is left for quantulum3: "V/GA", "l/Da"


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
def _tables() -> tuple[Mapping[str, Unit], ...]:
    """Read the table of units: by surface, by symbol, by sign and by what is a symbol beside a stroke alone."""
    by_text: tuple[dict[str, Unit], ...] = ({}, {}, {}, {})
    for line in (files("crosstally.facts") / "data" / "units.tsv").read_text(encoding="utf-8").splitlines():
        name, dimension, factor, offset, *texts = line.split("\t")
        unit = Unit(name, dimension, float(factor) if factor else None, float(offset))
        for known, cell in zip(by_text, texts, strict=True):
            known.update(dict.fromkeys(cell.split("|"), unit) if cell else {})
    return tuple(map(MappingProxyType, by_text))


def look_up(phrase: str) -> Unit | None:
    """Find the unit that a whole phrase stands for.

    Symbols, signs and surfaces of the table come first, then compounds of two of them ("newtons per square metre",
    "kV/cm"). A rate such as "barrels per day" is a unit and a period: the caller takes it apart before and asks for
    "barrels"; physical compounds that news treats as one unit ("km/h", "mpg") are in the table.

    Args:
        phrase: The words or symbols after a figure, nothing else.
    """
    text = " ".join(phrase.split())
    return _known(text) or _composed(text)


def look_up_named(phrase: str) -> Unit | None:
    """Find the unit that a phrase stands for which is known to name one; quantulum3 is asked where the table is silent.

    Args:
        phrase: The same, as the header of a column or the answer of an extractor gives it.
    """
    text = " ".join(phrase.split())
    return look_up(text) or (_ask_quantulum(text) if _STROKED.fullmatch(text) else None)


def _known(text: str) -> Unit | None:
    return symbols().get(text) or currencies().get(text) or surfaces().get(text.lower())


def _composed(text: str) -> Unit | None:
    """The unit that one known unit divided by another makes; None where the text is none or a part is unknown."""
    parts = _DIVISION.split(text)
    if len(parts) != 2 or not all(parts):  # noqa: PLR2004 - one divided by the other
        return None
    beside = _tables()[3] if "/" in text else {}
    above, below = (_known(part) or beside.get(part) for part in parts)
    if above is None or below is None:
        return None
    name = f"{above.name} per {below.name}"
    dimension = "currency" if "currency" in {above.dimension, below.dimension} else _ratio(above, below)
    if not all(map(_known, parts)) and dimension in {"currency", "unknown"}:
        return None  # "5 p/b": letters that measure nothing together
    sizes = (above.factor, below.factor) if dimension not in {"currency", "unknown"} else (None, None)
    size = sizes[0] / sizes[1] if sizes[0] is not None and sizes[1] is not None else None
    return surfaces().get(name) or Unit(name, dimension, size)


def _ratio(above: Unit, below: Unit) -> str:
    """quantulum3's name for what one unit measures by another: "speed"; "unknown" where it has none."""
    powers = Counter(dict(_basis(above.dimension)))
    powers.subtract(dict(_basis(below.dimension)))
    basis = frozenset((base, power) for base, power in powers.items() if power)
    return next((name for name in _dimensions() if _basis(name) == basis), "unknown")


@cache
def _basis(dimension: str) -> frozenset[tuple[str, int]]:
    """The simplest dimensions that one is made of, with their powers: speed is {(length, 1), (time, -1)}."""
    powers: Counter[str] = Counter()
    for part, power in _dimensions().get(dimension, {}).items():
        for base, inner in _basis(part):
            powers[base] += power * inner
    is_simple = dimension not in _dimensions()
    return frozenset([(dimension, 1)] if is_simple else [(base, power) for base, power in powers.items() if power])


@cache
def _dimensions() -> Mapping[str, dict[str, int]]:
    """The dimensions that are made of others, by name."""
    lines = (files("crosstally.facts") / "data" / "dimensions.tsv").read_text(encoding="utf-8").splitlines()
    found = {}
    for name, *parts in (line.split("\t") for line in lines):
        found[name] = {base: int(power) for base, power in zip(parts[::2], parts[1::2], strict=True)}
    return found


@lru_cache(maxsize=4096)
def _ask_quantulum(phrase: str) -> Unit | None:
    """Read "1 <phrase>" with quantulum3; an answer counts when it covers the phrase and is something it knows.

    A part that the table lacks has no size here.
    """
    text = f"1 {phrase}"
    found = _parse(text)
    if len(found) != 1 or found[0].value != 1 or found[0].surface.strip() != text:
        return None
    unit = found[0].unit
    return None if unit.entity.name in {"unknown", "dimensionless"} else Unit(unit.name, unit.entity.name, None)


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
