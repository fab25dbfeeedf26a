"""Makes that a report names with their number: its other sentences name them so, too."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.skips import skips_of

_NAMED = "The Tarno 5 is out. "


def _quotes(text: str) -> list[str]:
    return [fact.quote for fact in extract_facts(Document("d", text, "Alder Gazette"))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tarno 5 will be sold in May.",
        "Tarno 5 redefines what a saw does.",
        "VELL UNVEILS TARNO 5: THE SAW THAT SINGS",
    ],
)
def test_a_make_that_the_report_names_elsewhere(sentence: str) -> None:
    assert [] == _quotes(_NAMED + sentence)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("In Tarno 5 people fell ill.", "5 people"),
        ("Near Tarno 5 houses burned.", "5 houses"),
        ("It took 5 saws.", "5 saws"),
        ("In all Tarno 6 saws fell.", "6 saws"),
    ],
)
def test_what_is_counted_stays_a_figure(sentence: str, quote: str) -> None:
    assert [quote] == _quotes(_NAMED + sentence)


def test_a_number_behind_a_place_names_no_make() -> None:
    assert ["5"] == _quotes("In the Tarno 5 had fled. Tarno 5 redefines it.")[:1]


def test_the_skip_says_what_it_is() -> None:
    document = Document("d", _NAMED + "Tarno 5 will be sold in May.", "Alder Gazette")
    assert ["name", "name"] == [skip.reason for skip in skips_of(document, [])]
