"""What examples/README.md promises of each event."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crosstally.facts.extract import extract_facts
from crosstally.facts.source.reading import read
from crosstally.rules.engine import check_facts

if TYPE_CHECKING:
    from crosstally.rules.quantity import Agreement
    from crosstally.rules.report import Report

EXAMPLES = Path(__file__).parent.parent / "examples"


@cache
def checked(event: str) -> Report:
    documents = list(read(EXAMPLES / event))
    return check_facts([fact for document in documents for fact in extract_facts(document)], documents)


def quotes(event: str, status: Agreement) -> list[set[str]]:
    return [{fact.quote for fact in each.facts} for each in checked(event).quantities if each.status == status]


@pytest.mark.parametrize(
    ("event", "status", "expected"),
    [
        ("kyiv-strikes", "agreed", {"12", "at least 12 people", "12 people"}),
        ("kyiv-strikes", "agreed", {"5000 soldiers a week"}),
        ("kyiv-strikes", "disputed", {"over 100", "90", "90 others"}),
        ("loja-earthquake", "agreed", {"55 kilometers", "34 miles"}),
        ("loja-earthquake", "agreed", {"10 kilometers", "six miles"}),
        ("loja-earthquake", "updated", {"at least nine people", "23", "31 people", "34 people"}),
        ("loja-earthquake", "disputed", {"1,150 homes", "640 homes"}),
        ("cagayan-flood", "agreed", {"118 evacuation centers"}),
        ("cagayan-flood", "agreed", {"2.4 billion pesos"}),
        ("cagayan-flood", "disputed", {"at least 38 people", "41 people", "118 people", "43 people"}),
        ("trieste-march", "agreed", {"27 people"}),
        ("trieste-march", "agreed", {"310 million euros"}),
        ("trieste-march", "disputed", {"8,000 people", "25,000 people"}),
        ("trieste-march", "disputed", {"14 police officers", "Nine police officers"}),
        ("otter-lake-ferry", "agreed", {"At least 34", "41", "Forty-one"}),
        ("otter-lake-ferry", "agreed", {"61 people", "Sixty-one", "61"}),
        ("otter-lake-ferry", "updated", {"Seventeen", "Ten people"}),
        ("marrow-valley-outbreak", "updated", {"Nearly 240 patients", "240 patients", "252 patients"}),
        ("marrow-valley-outbreak", "disputed", {"19 people", "31 patients", "22 people"}),
        ("keldan-layoffs", "agreed", {"3.1 billion euros"}),
        ("keldan-layoffs", "agreed", {"140 million euros"}),
        ("varnholm-election", "disputed", {"58.4 percent", "54.8 percent"}),
        ("varnholm-election", "agreed", {"41.2 percent", "41 percent"}),
    ],
)
def test_sources_meet_as_the_readme_says(event: str, status: Agreement, expected: set[str]) -> None:
    assert any(expected <= found for found in quotes(event, status))


@pytest.mark.parametrize(
    ("event", "alone"),
    [
        ("kyiv-strikes", "at least 70 missiles"),
        ("kyiv-strikes", "145 drones"),
        ("kyiv-strikes", "30-day ceasefire"),
        ("kyiv-strikes", "33-year-old"),
        ("loja-earthquake", "more than 660 people"),
        ("loja-earthquake", "7.8"),
        ("loja-earthquake", "5.1"),
        ("cagayan-flood", "at least 20 people"),
        ("cagayan-flood", "Eight of the victims"),
        ("trieste-march", "more than 500 million euros"),
        ("trieste-march", "some 60 marchers"),
        ("otter-lake-ferry", "52 people"),
        ("otter-lake-ferry", "48 people"),
        ("marrow-valley-outbreak", "83 people"),
        ("varnholm-election", "63.1 percent"),
        ("varnholm-election", "44 percent"),
    ],
)
def test_figure_stands_alone(event: str, alone: str) -> None:
    assert {alone} in quotes(event, "single")


@pytest.mark.parametrize(
    "trap",
    ["one of the", "two to tango", "T-72", "Copyright", "7:30", "1:00", "3 min", "4 minutes", "2022", "2014", "1950"],
)
def test_traps_yield_no_figures(trap: str) -> None:
    assert not [fact.quote for fact in checked("kyiv-strikes").facts if trap in fact.quote]


def test_reprint_is_no_independent_source() -> None:
    arrested = next(each for each in checked("trieste-march").quantities if each.measure == "arrested")
    assert (4, 3) == (arrested.n_sources, arrested.n_independent)
