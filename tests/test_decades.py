"""Decades of a life, of prices and of a century: "in his 40s", "in the $200s", "in the 40s"."""

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man in his 40s was held.", (40, 49)),
        ("Two men in their 30s and 40s were held.", (30, 49)),
        ("Two men in their twenties or thirties were held.", (20, 39)),
        ("A man in his 40s and two boys were held.", (40, 49)),
        ("A woman in her early thirties was held.", (30, 33)),
        ("She is in her mid-50s.", (54, 56)),
        ("Both are in their late twenties.", (27, 29)),
    ],
)
def test_a_decade_of_life_is_an_age(text: str, expected: tuple[float, float]) -> None:
    assert [expected] == [(low, high) for low, high, measure in _spans(text) if measure == "age"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It traded in the mid-$40s.", (44, 46)),
        ("It costs in the low $30s.", (30, 33)),
        ("It costs in the $200s.", (200, 299)),
        ("It costs $40, and so on.", (40, 40)),
    ],
)
def test_a_decade_of_prices_is_a_range(text: str, expected: tuple[float, float]) -> None:
    assert [(*expected, "money")] == _spans(text)


@pytest.mark.parametrize(
    "text", ["He left in the 40s.", "He was held in 1940s Orvane.", "He has them in his forty boxes."]
)
def test_a_decade_of_the_century_is_no_age(text: str) -> None:
    assert [] == [one for one in _spans(text) if one[2] == "age"]


def _spans(text: str) -> list[tuple[float | None, float | None, str]]:
    facts = extract_facts(Document("report", text, "The Ledger"))
    return [(fact.interval.low, fact.interval.high, fact.measure) for fact in facts]
