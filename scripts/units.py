#!/usr/bin/env python3
"""Write units.tsv and dimensions.tsv in src/crosstally/facts/data: quantulum3's units and ours, and their dimensions.

The sizes are pint's.

Run it after a change to units_extra.toml or currencies.toml, or with a new quantulum3: ``python scripts/units.py``.
One line of units.tsv is one unit: name, dimension, factor, offset, surfaces, symbols, signs, and what is a symbol
beside a stroke alone (texts separated by ``|``).
One line of dimensions.tsv is a dimension that is made of others: its name, then each of them with its power.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pint
from quantulum3 import load

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parents[1] / "src" / "crosstally" / "facts" / "data"
UNSIZED = ("", "0")
TEXTS = ("surfaces", "symbols", "signs", "stroked")
PINT_NAMES = {  # where pint calls it something else, or something else by that name
    "astronomical unit": "astronomical_unit",
    "light-year": "light_year",
    "atomic mass unit": "dalton",
    "barrel": "oil_barrel",
    "carat": "carat",
    "pound-mass": "pound",
    "quintal": "100*kilogram",
    "league": "league",
    "percentage": "percent",
    "per mille": "permille",
    "basis point": "1e-4",
    "parts-per-trillion": "1e-12",
    "degree Celsius": "degree_Celsius",
    "degree fahrenheit": "degree_Fahrenheit",
    "degree rankine": "degree_Rankine",
    "degree angle": "degree",
    "minute of arc": "arcminute",
    "second of arc": "arcsecond",
    "megaton": "1e6*ton_TNT",
    "kiloton": "1e3*ton_TNT",
    "kilowatt hour": "kilowatt_hour",
    "watt second": "watt*second",
    "horsepower-hour": "horsepower*hour",
    "british thermal unit": "Btu",
    "mega british thermal unit": "1e6*Btu",
    "acre foot": "acre*foot",
    "fluid ounce": "fluid_ounce",
    "newton metre": "newton*metre",
    "pound per square inch": "psi",
    "millimeter of mercury": "mmHg",
    "centimeter of water": "cmH2O",
    "inch of mercury": "inHg",
    "ton of refrigeration": "refrigeration_ton",
    "ton per day": "",
    "knot": "knot",
    "ampere-hour": "ampere*hour",
    "milliampere-hour": "milliampere*hour",
    "mibibyte": "mebibyte",
    "yobibit": "yobibit",
    "foot per square second": "foot/second**2",
    "metre per square second": "metre/second**2",
    "revolutions per minute": "rpm",
    "cycle per second": "hertz",
    "decade": "10*year",
    "lustrum": "5*year",
    "decibel": "",
}


@dataclass
class Row:
    """One unit on its way into the table."""

    name: str
    dimension: str
    pint: str
    texts: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in TEXTS})


def main() -> None:
    """Write the tables."""
    (DATA / "units.tsv").write_text(table(), encoding="utf-8")
    (DATA / "dimensions.tsv").write_text(dimensions(), encoding="utf-8")


def dimensions() -> str:
    """Join the table of the dimensions that quantulum3 makes of others; the simplest of a kind is first."""
    made = [entity for entity in load.entities().names.values() if entity.dimensions]
    made.sort(key=lambda entity: len(entity.dimensions))
    lines = ("\t".join((e.name, *(f"{d['base']}\t{d['power']}" for d in e.dimensions))) for e in made)
    return "\n".join(lines) + "\n"


def table() -> str:
    """Join the whole table, sorted by dimension and name."""
    extra = tomllib.loads((DATA / "units_extra.toml").read_text(encoding="utf-8"))
    rows = quantulum_rows(extra["drop"])
    ours = [*extra["unit"], *currency_entries()]
    claimed = claim(ours, rows)
    settle(rows, claimed, extra["prefer"])
    for symbol, name in extra["stroked"].items():
        rows[name].texts["stroked"].append(symbol)
    sizes = conversions(rows.values())
    lines = []
    for row in sorted(rows.values(), key=lambda row: (row.dimension, row.name)):
        if any(row.texts.values()):
            texts = ("|".join(row.texts[kind]) for kind in TEXTS)
            lines.append("\t".join((row.name, row.dimension, *sizes.get(row.name, UNSIZED), *texts)))
    return "\n".join(lines) + "\n"


def quantulum_rows(drop: dict[str, list[str]]) -> dict[str, Row]:
    """Load quantulum3's units by name, without what news uses otherwise."""
    rows = {}
    for unit in load.units().names.values():
        if unit.name in drop["units"]:
            continue
        row = Row(unit.name, unit.entity.name, PINT_NAMES.get(unit.name, guess(unit.name)))
        singular = [surface for surface in unit.surfaces if surface.lower() not in drop["surfaces"]]
        row.texts["surfaces"] = inflected(singular)
        signs = "signs" if unit.currency_code else "symbols"
        row.texts[signs] = [symbol for symbol in unit.symbols if symbol not in drop["symbols"]]
        rows[unit.name] = row
    return rows


def currency_entries() -> list[dict[str, Any]]:
    """Read currencies.toml into the form of the entries of units_extra.toml."""
    entries = tomllib.loads((DATA / "currencies.toml").read_text(encoding="utf-8"))
    return [
        {
            "name": entry["name"],
            "dimension": "currency",
            "surfaces": [entry["name"], *entry.get("surfaces", [])],
            "signs": entry.get("signs", [code]),
        }
        for code, entry in entries.items()
    ]


def claim(entries: list[dict[str, Any]], rows: dict[str, Row]) -> dict[tuple[str, str], str]:
    """Put our entries into `rows` and say whose each of their texts is now: (kind, text) -> name."""
    claimed: dict[tuple[str, str], str] = {}
    for entry in entries:
        name = entry["name"]
        row = rows.setdefault(name, Row(name, entry["dimension"], ""))
        row.pint = entry.get("pint", row.pint)
        for kind in TEXTS:
            texts = entry.get(kind, [])
            for text in inflected(texts) if kind == "surfaces" else texts:
                owner = claimed.setdefault((kind, text), name)
                if owner != name:
                    raise SystemExit(f"{text!r} is claimed by {owner} and by {name}")
                if text not in row.texts[kind]:
                    row.texts[kind].append(text)
    return claimed


def settle(rows: dict[str, Row], claimed: dict[tuple[str, str], str], prefer: dict[str, str]) -> None:
    """Leave every text with one unit: ours, the preferred, or the only one."""
    owners = defaultdict(list)
    for row in rows.values():
        for kind in TEXTS:
            for text in row.texts[kind]:
                owners[kind, text].append(row.name)
    for (kind, text), names in owners.items():
        owner = claimed.get((kind, text), names[0] if len(names) == 1 else prefer.get(text))
        if owner is None:
            raise SystemExit(f"{text!r} may be any of {names}: say which under [prefer]")
        for name in names:
            if name != owner:
                rows[name].texts[kind].remove(text)


def inflected(singular: list[str]) -> list[str]:
    """Return the surfaces with their plurals, lower-case, and with a space for each hyphen."""
    both = [form.lower() for surface in singular for form in (surface, plural(surface))]
    return list(dict.fromkeys(form for text in both for form in (text, text.replace("-", " "))))


def plural(surface: str) -> str:
    """Form quantulum3's plural; of "mile per hour" the first noun's."""
    if surface.startswith("degree "):
        return surface.replace("degree", "degrees", 1)
    if surface.endswith("o"):
        return surface + "s"  # pesos
    for link in (" per ", " an ", " a ", " to the ", " of "):
        head, found, rest = surface.partition(link)
        if found:
            return plural(head) + link + rest
    return surface if surface.endswith("s") or surface.startswith("on ") else str(load.pluralize(surface))


def guess(name: str) -> str:
    """Turn a name into what pint understands: "cubic foot per second" -> "foot**3/second"."""
    numerator, _, denominator = name.partition(" per ")
    parts = []
    for part in filter(None, (numerator, denominator)):
        for word, power in (("square ", "**2"), ("cubic ", "**3")):
            if part.startswith(word):
                part = part.removeprefix(word) + power  # noqa: PLW2901 - one rewriting in place
        parts.append(part.replace(" ", "_"))
    return "/".join(parts)


def conversions(rows: Iterable[Row]) -> dict[str, tuple[str, str]]:
    """Compute factor and offset to the SI base unit by name; empty where pint has none or measures something else."""
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry()
    sizes, kinds = {}, {}
    for row in rows:
        if row.pint and row.dimension != "currency":
            try:
                size: Any = registry.Quantity(registry.parse_expression(row.pint))
                one, zero = size.to_base_units(), registry.Quantity(0, size.units).to_base_units()
            except pint.errors.PintError:
                continue
            kinds[row.name] = (row.dimension, str(one.dimensionality))
            sizes[row.name] = (f"{one.magnitude - zero.magnitude:.12g}", f"{zero.magnitude:.12g}")
    usual = dict(kind for kind, _ in reversed(Counter(kinds.values()).most_common()))
    return {name: size for name, size in sizes.items() if kinds[name] in usual.items()}


if __name__ == "__main__":
    main()
