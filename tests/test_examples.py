"""What examples/README.md promises of each event."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from crosstally.facts.extract import extract_facts
from crosstally.facts.reading import read
from crosstally.rules.engine import Report, check_facts
from crosstally.rules.quantity import Agreement

EXAMPLES = Path(__file__).parent.parent / "examples"


@cache
def checked(event: str) -> Report:
    documents = list(read(EXAMPLES / event))
    return check_facts([fact for document in documents for fact in extract_facts(document)], documents)


def quotes(event: str, status: Agreement) -> Iterable[set[str]]:
    return [{fact.quote for fact in each.facts} for each in checked(event).quantities if each.status == status]


@pytest.mark.parametrize(
    ("event", "status", "expected"),
    [
        ("kyiv-strikes", "agreed", {"12", "at least 12 people", "12 people"}),
        ("kyiv-strikes", "agreed", {"5000 soldiers a week"}),
        ("kyiv-strikes", "disputed", {"over 100", "90", "90 others"}),
        ("kyiv-strikes", "single", {"at least 70 missiles"}),
        ("kyiv-strikes", "single", {"145 drones"}),
        ("kyiv-strikes", "single", {"30-day ceasefire"}),
        ("kyiv-strikes", "single", {"33-year-old"}),
        ("loja-earthquake", "agreed", {"55 kilometers", "34 miles"}),
        ("loja-earthquake", "agreed", {"10 kilometers", "six miles", "10 km"}),
        ("loja-earthquake", "updated", {"at least nine people", "23", "31 people", "34 people"}),
        ("loja-earthquake", "disputed", {"1,150 homes", "640 homes"}),
        ("cagayan-flood", "agreed", {"118 evacuation centers"}),
        ("cagayan-flood", "agreed", {"2.4 billion pesos", "P2.4 billion"}),
        ("cagayan-flood", "disputed", {"at least 38 people", "41 people", "118 people", "43 people"}),
        ("trieste-march", "agreed", {"27 people"}),
        ("trieste-march", "agreed", {"66 hectares"}),
        ("trieste-march", "agreed", {"310 million euros"}),
        ("trieste-march", "disputed", {"8,000 people", "25,000 people", "About 8,000 people"}),
        ("trieste-march", "disputed", {"14 police officers", "Nine police officers"}),
    ],
)
def test_event_shows_what_its_readme_says(event: str, status: Agreement, expected: set[str]) -> None:
    assert expected in quotes(event, status)


@pytest.mark.parametrize(
    "trap", ["one of the", "two to tango", "T-72", "Copyright", "7:30", "1:00", "3 min", "2022", "2014", "1950"]
)
def test_traps_yield_no_figures(trap: str) -> None:
    assert not [fact.quote for fact in checked("kyiv-strikes").facts if trap in fact.quote]


def test_reprint_is_no_independent_source() -> None:
    arrested = next(each for each in checked("trieste-march").quantities if each.measure == "arrested")
    assert (4, 3) == (arrested.n_sources, arrested.n_independent)
