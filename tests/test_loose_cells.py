"""Tables as people keep them: ten of them, as they are found on desks, and what cannot be read in others."""

from __future__ import annotations

from typing import Any

import pytest

from crosstally.errors import CrosstallyError, SchemaError
from crosstally.facts.lexicon import load
from crosstally.facts.tables.loose.cell import read_cell
from crosstally.facts.tables.loose.headers import column_of, measure_of
from crosstally.facts.tables.loose.loose import loose_of
from crosstally.facts.tables.loose.when import loose_time


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"killed": "a dozen or two of 12/15"}, "line 1: killed: found 'a dozen or two of 12/15' (allowed: one figure"),
        ({"killed": 1.2}, "line 1: killed: found '1.2' (allowed: a whole number of people"),
        ({"measure": "killed", "low": 12, "high": 9}, "line 1: low, value, high: found 12, nothing, 9 (allowed: low"),
        ({"killed": 12, "published": "03/04/2025"}, "line 1: published: found '03/04/2025' (allowed: a date"),
        ({"killed": 12, "certainty": "fair"}, "line 1: certainty: found 'fair' (allowed: confirmed, probable, suspect"),
        ({"measure": "length", "value": 12, "unit": "blobs"}, "line 1: unit: found 'blobs' (allowed: a unit"),
        ({"measure": None, "value": 12}, "line 1: measure: found nothing (allowed: what is measured"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(row: dict[str, Any], message: str) -> None:
    with pytest.raises(SchemaError, match="1 cell cannot be read") as error:
        loose_of([{"source": "Alder Gazette", **row}])
    assert message in str(error.value)


def test_headers_mean_what_their_examples_say() -> None:
    names = load("tables/headers")
    assert names["examples"] == {header: measure_of(header).measure for header in names["examples"]}
    assert [] == [text for text in names["silent"]["texts"] if measure_of(text).is_known]


def test_a_header_may_give_scale_and_unit() -> None:
    [fact] = loose_of([{"source": "Alder Gazette", "Damage (USD million)": "1.5"}]).facts
    assert ("money", 1.5e6, "dollar") == (fact.measure, fact.interval.value, fact.unit)


def test_no_header_means_two_columns() -> None:
    names = [name for listed in load("tables/headers")["columns"].values() for name in listed]
    assert sorted(set(names)) == sorted(names)
    assert {column: column for column in load("tables/headers")["columns"]} == {
        column: column_of(column) for column in load("tables/headers")["columns"]
    }


@pytest.mark.parametrize("blank", ["", "n/a", "N/A", "–", "unknown", None, float("nan")])
def test_blank_cells(blank: object) -> None:
    assert read_cell(blank) is None


def test_days_as_tables_write_them() -> None:
    assert {loose_time("2025-06-11")} == {*map(loose_time, ("11 June 2025", "Jun 11, 2025", "11/Jun/2025"))}
    with pytest.raises(CrosstallyError):
        loose_time("03/04/2025")
