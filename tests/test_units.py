"""Units: the table is what the script writes, its words are what news writes, and quantulum3 is asked once at most."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.numbers import units
from crosstally.facts.numbers.units import Unit, currencies, look_up, look_up_named, surfaces, symbols

DATA = files("crosstally.facts") / "data"
EXTRA: dict[str, Any] = tomllib.loads((DATA / "units_extra.toml").read_text(encoding="utf-8"))
WORLD: dict[str, Any] = tomllib.loads((DATA / "currencies.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("phrase", "name", "dimension"),
    [
        ("days", "day", "time"),
        ("dollars", "dollar", "currency"),
        ("per cent", "percentage", "dimensionless"),
        ("percentage points", "percentage point", "dimensionless"),
        ("basis points", "basis point", "dimensionless"),
        ("kilometers", "kilometre", "length"),
        ("square  miles", "square mile", "area"),
        ("miles an hour", "mile per hour", "speed"),
        ("feet", "foot", "length"),
        ("Degrees Celsius", "degree Celsius", "temperature"),
        ("degrees", "degree", "angle"),
        ("acre-feet", "acre foot", "volume"),
        ("metric tons", "metric ton", "mass"),
        ("tonnes", "metric ton", "mass"),
        ("pounds", "pound-mass", "mass"),
        ("seconds", "second", "time"),
        ("US dollars", "dollar", "currency"),
        ("Hong Kong dollars", "hong kong dollar", "currency"),
        ("rupees", "rupee", "currency"),
        ("pesos", "peso", "currency"),
        ("pence", "penny", "currency"),
        ("km", "kilometre", "length"),
        ("m", "metre", "length"),
        ("°C", "degree Celsius", "temperature"),
        ("%", "percentage", "dimensionless"),
        ("GB", "gigabyte", "data storage"),
        ("kWh", "kilowatt hour", "energy"),
        ("sq m", "square metre", "area"),
        ("km2", "square kilometre", "area"),
        ("bhp", "brake horsepower", "power"),
        ("kt", "knot", "speed"),
        ("US$", "dollar", "currency"),
        ("HK $", "hong kong dollar", "currency"),
        ("RM", "malaysian ringgit", "currency"),
        ("zł", "polish zloty", "currency"),
    ],
)
def test_look_up(phrase: str, name: str, dimension: str) -> None:
    found = look_up(phrase)
    assert found is not None
    assert (name, dimension) == (found.name, found.dimension)


@pytest.mark.parametrize(
    "phrase", ["", "people", "barns", "bits", "bars", "in", "am", "pm", "a", "ALL", "COP", "dozen", "times", "s", '"']
)
def test_words_of_news_are_no_units(phrase: str) -> None:
    assert look_up(phrase) is None


@pytest.mark.parametrize(
    ("value", "phrase", "other_value", "other_phrase"),
    [
        (1, "mile", 1.609344, "km"),
        (100, "degrees celsius", 212, "°F"),
        (0, "kelvin", -273.15, "°C"),
        (36, "km/h", 10, "metres per second"),
        (1, "hectare", 10_000, "m²"),
        (2, "weeks", 14, "days"),
        (1, "kWh", 3_600, "kilojoules"),
        (25, "basis points", 0.25, "percentage points"),
        (1, "barrel", 42, "gallons"),
        (1, "g/cm3", 1_000, "kg/m3"),
    ],
)
def test_same_size(value: float, phrase: str, other_value: float, other_phrase: str) -> None:
    one, other = look_up(phrase), look_up(other_phrase)
    assert one is not None
    assert other is not None
    assert one.factor is not None
    assert other.factor is not None
    assert one.dimension == other.dimension
    assert value * one.factor + one.offset == pytest.approx(other_value * other.factor + other.offset, abs=1e-6)


@pytest.mark.parametrize("phrase", ["euros", "£", "cents", "points", "tons", "decibels"])
def test_no_fixed_size(phrase: str) -> None:
    found = look_up(phrase)
    assert found is not None
    assert found.factor is None


def test_surfaces_are_spelled_out_and_lower_case() -> None:
    assert [] == [
        text for text in surfaces() if text != text.lower() or len(text) < 3 or text != " ".join(text.split())
    ]


def test_every_example_holds_a_text_of_its_entry() -> None:
    for entry in EXTRA["unit"]:
        texts = [*entry.get("symbols", []), *entry.get("signs", [])]
        texts += [text for text, unit in surfaces().items() if unit.name == entry["name"]]
        assert entry["examples"], entry["name"]
        for example in entry["examples"]:
            assert any(
                text in example or text in example.lower() or text in example.replace("-", " ") for text in texts
            ), example


def test_every_text_of_ours_is_read_as_ours() -> None:
    for entry in EXTRA["unit"]:
        for kind, table in (("surfaces", surfaces()), ("symbols", symbols()), ("signs", currencies())):
            for text in entry.get(kind, []):
                assert entry["name"] == table[text].name


def test_every_currency() -> None:
    for code, entry in WORLD.items():
        for sign in entry.get("signs", [code]):
            assert entry["name"] == currencies()[sign].name
        for word in (entry["name"], *entry.get("surfaces", [])):
            assert entry["name"] == surfaces()[word].name
    assert {"currency"} == {unit.dimension for unit in currencies().values()}


def test_dropped_texts_are_gone() -> None:
    for text in EXTRA["drop"]["surfaces"]:
        assert text not in surfaces() or any(text in entry.get("surfaces", []) for entry in EXTRA["unit"])


@pytest.mark.parametrize(
    ("phrase", "name", "dimension", "factor"),
    [
        ("newtons per square metre", "newton per square metre", "pressure", 1.0),
        ("kV/cm", "kilovolt per centimetre", "electric field", 1e5),
        ("mm/day", "millimetre per day", "speed", 0.001 / 86_400),
        ("grams per litre", "gram per litre", "density", 1.0),
        ("kilograms per euro", "kilogram per euro", "currency", None),
        ("percent per degree", "percentage per degree", "unknown", None),
        ("N/m", "newton per metre", "surface tension", 1.0),
        ("GB/s", "gigabyte per second", "data transfer rate", 8e9),
        ("kg/s", "kilogram per second", "mass flow", 1.0),
        ("K/W", "kelvin per watt", "thermal resistance", 1.0),
    ],
)
def test_a_compound_is_composed_of_its_parts(phrase: str, name: str, dimension: str, factor: float | None) -> None:
    found = look_up(phrase)
    assert found is not None
    assert (name, dimension) == (found.name, found.dimension)
    assert factor == (found.factor and pytest.approx(found.factor))


def test_quantulum_is_asked_once_for_what_the_table_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    parse = units._parse  # noqa: SLF001 - counts the calls

    def counting(text: str) -> Any:
        asked.append(text)
        return parse(text)

    monkeypatch.setattr(units, "_parse", counting)
    units._ask_quantulum.cache_clear()  # noqa: SLF001 - other tests may have asked
    lacking = Unit("volt per gigaampere", "electrical resistance", None)
    assert [lacking, lacking] == [look_up_named("V/GA"), look_up_named("V/GA")]
    assert ["1 V/GA"] == asked
    for phrase in ("km/h", "newtons per square metre", "kV/cm", "people", "people per trip", "N/m"):
        look_up_named(phrase)
    assert ["1 V/GA"] == asked


def test_text_asks_the_table_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "_parse", lambda text: pytest.fail(f"asked for {text}"))
    units._ask_quantulum.cache_clear()  # noqa: SLF001 - other tests may have asked
    for text in ("Farmers paid for 5 kg/bag.", "It leaks 3 l/Da.", "A spring of 12 N/m broke.", "It sends 10 GB/s."):
        extract_facts(Document("r", text, "wire"))


@pytest.mark.parametrize(
    "phrase",
    ["bananas per week", "p/b", "kg/bag", "/", "//", "per per", "people per square mile", "km/", "m/s and more"],
)
def test_what_quantulum_reads_in_part_is_no_unit(phrase: str) -> None:
    assert look_up(phrase) is None


def test_money_for_a_unit_is_money_of_no_size() -> None:
    assert Unit("dollar per square foot", "currency", None) == look_up("dollars per square foot")


def test_the_table_is_what_the_script_writes() -> None:
    pytest.importorskip("pint")  # of the dev extra; CI compares the table there
    path = Path(__file__).parents[1] / "scripts" / "units.py"
    spec = importlib.util.spec_from_file_location("units_script", path)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = script  # dataclasses look their module up
    spec.loader.exec_module(script)
    made, kept = (_sized(text) for text in (script.table(), (DATA / "units.tsv").read_text(encoding="utf-8")))
    assert [row for row, _ in made] == [row for row, _ in kept]
    assert [size for _, size in made] == pytest.approx([size for _, size in kept], rel=1e-5)  # pint has two feet
    assert script.dimensions() == (DATA / "dimensions.tsv").read_text(encoding="utf-8")


def _sized(table: str) -> list[tuple[list[str], float]]:
    """The rows of the table of units, each with its size apart."""
    rows = [line.split("\t") for line in table.splitlines()]
    return [([*row[:2], *row[3:]], float(row[2] or 0)) for row in rows]


def test_the_table_is_read_without_quantulum() -> None:
    reading = "from crosstally.facts.numbers.units import look_up; look_up('km'); look_up('kV/cm')"
    code = f"import sys; {reading}; print('quantulum3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "False\n" == done.stdout


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The tremor struck at a depth of roughly 5 km (3.1 mi).", "depth"),
        ("The tank held 40 litres (11 gallons) of fuel.", "volume"),
    ],
)
def test_a_figure_in_brackets_in_another_unit_measures_the_same(text: str, measure: str) -> None:
    assert [measure, measure] == [fact.measure for fact in extract_facts(Document("report", text, "The Ledger"))]


def test_telegrams_spell_money_in_few_letters() -> None:
    assert ["dollar", "dollar", "pound sterling"] == [surfaces()[word].name for word in ("dlr", "dlrs", "stg")]
