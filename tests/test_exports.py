"""What is typed into ACLED, UCDP GED, EM-DAT and Montandon, in their columns, and what Datasette shows."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import crosstally
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.source.records import to_utc
from crosstally.output import acled, emdat, montandon, ucdp
from crosstally.output.tables.frames import write
from crosstally.rules.engine import check_facts
from crosstally.rules.report import Report
from crosstally.rules.tables.table import MODELS

# What version 1.3.0 of the extension's JSON Schema asks of an item that is an impact on people, and STAC of any.
MONTY: dict[str, Any] = {
    "type": "object",
    "required": ["type", "stac_version", "id", "geometry", "properties", "links", "assets"],
    "properties": {
        "type": {"const": "Feature"},
        "links": {"type": "array", "items": {"required": ["rel", "href"]}},
        "assets": {"type": "object"},
        "properties": {
            "type": "object",
            "required": ["monty:country_codes", "monty:hazard_codes", "monty:corr_id", "roles", "datetime"],
            "propertyNames": {
                "anyOf": [
                    {"not": {"pattern": "^monty:"}},
                    {"enum": ["monty:country_codes", "monty:hazard_codes", "monty:corr_id", "monty:impact_detail"]},
                ]
            },
            "properties": {
                "monty:country_codes": {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]{3}$|^AB9$"}},
                "monty:hazard_codes": {"type": "array", "items": {"type": "string"}},
                "monty:corr_id": {"type": "string"},
                "roles": {
                    "type": "array",
                    "contains": {"const": "impact"},
                    "items": {"not": {"enum": ["event", "hazard", "response", "reference", "source"]}},
                },
                "monty:impact_detail": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "category": {"enum": ["people", "women", "men", "buildings", "households", "total_affected"]},
                        "type": {"enum": ["death", "missing", "injured", "evacuated", "displaced_total", "homeless"]},
                        "value": {"type": "number"},
                        "unit": {"type": "string"},
                        "estimate_type": {"enum": ["primary", "secondary", "modelled"]},
                        "description": {"type": "string"},
                    },
                },
            },
            "if": {"properties": {"datetime": {"type": "null"}}},
            "then": {"required": ["start_datetime", "end_datetime"]},
        },
    },
}


def report(**texts: str) -> Report:
    """A report on texts of one event, by source."""
    day = to_utc("2025-06-11")
    documents = [Document(name, text, name.title(), published=day, event="raid") for name, text in texts.items()]
    return check_facts([fact for document in documents for fact in extract_facts(document)], documents)


def rows(rendered: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(rendered)))


def test_acled_codes_vague_words_and_ranges_as_its_codebook_says() -> None:
    [row] = rows(acled.render(report(alder="Gunmen killed dozens of people in Loja.")))
    assert ("raid", "2025-06-11", "2025", "Alder", "12") == tuple(
        row[name] for name in ("event_id_cnty", "event_date", "year", "source", "fatalities")
    )
    assert "Alder: Gunmen killed dozens of people in Loja." == row["notes"]
    [row] = rows(acled.render(report(alder="Gunmen killed between 10 and 20 people.")))
    assert "10" == row["fatalities"]
    [row] = rows(acled.render(report(alder="Gunmen injured 4 people.")))
    assert "0" == row["fatalities"]


def test_ucdp_adds_up_to_its_best() -> None:
    [row] = rows(
        ucdp.render(report(alder="The raid killed two civilians and three militants.", brook="The raid killed 6."))
    )
    deaths = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert int(row["best"]) == sum(int(row[name]) for name in deaths)
    assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
    assert "2" == row["number_of_sources"]
    assert [] == rows(ucdp.render(report(alder="The raid injured 4 people.")))


def test_emdat_counts_the_missing_among_the_dead() -> None:
    text = "The flood killed 41 people and left 17 missing. It injured 30 people and displaced 500."
    [row] = rows(emdat.render(report(alder=text)))
    names = ("Total Deaths", "No. Injured", "No. Affected", "Total Affected", "Start Year", "Start Month", "Start Day")
    assert ("58", "30", "500", "530", "2025", "6", "11") == tuple(row[name] for name in names)


def test_montandon_has_an_impact_for_each_toll() -> None:
    collection: dict[str, Any] = json.loads(
        montandon.render(report(alder="The flood killed 41 people and injured 30."))
    )
    details = [item["properties"]["monty:impact_detail"] for item in collection["features"]]
    assert [("death", 41), ("injured", 30)] == [(detail["type"], detail["value"]) for detail in details]
    assert {"people"} == {detail["category"] for detail in details}
    for item in collection["features"]:
        jsonschema.validate(item, MONTY)
        assert montandon.SCHEMA in item["stac_extensions"]


@pytest.mark.parametrize(
    ("said", "day", "ends"),
    [
        ("on 9 June 2025", "2025-06-09T00:00:00Z", ("2025-06-09", "2025-06-09")),
        ("in May 2025", None, ("2025-05-01", "2025-05-31")),
    ],
)
def test_montandon_says_when_as_stac_does(said: str, day: str | None, ends: tuple[str, str]) -> None:
    [item] = json.loads(montandon.render(report(alder=f"The flood killed 41 people {said}.")))["features"]
    times = item["properties"]
    assert (day, *ends) == (times["datetime"], times["start_datetime"][:10], times["end_datetime"][:10])


@pytest.mark.parametrize("module", [acled, ucdp, emdat])
def test_no_cell_is_a_formula(module: Any) -> None:
    found = module.render(report(alder="=cmd() The raid killed 3 people."))
    assert "\n=cmd" not in found
    assert ",=cmd" not in found


def test_datasette_is_told_of_every_column(tmp_path: Path) -> None:
    write(crosstally.check({"text": "The raid killed 3 people.", "source": "Alder"}), tmp_path)
    tables = json.loads((tmp_path / "metadata.json").read_text())["databases"]["crosstally"]["tables"]
    assert [*MODELS] == [*tables]
    assert "Head noun of what is counted, or of whom an age is, singular" == tables["facts"]["columns"]["counted"]
