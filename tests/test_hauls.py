"""Hauls: things weighed, counted and in money that one list tells of."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def measured(text: str) -> list[tuple[str, float | None]]:
    facts = extract_facts(Document("d", text, "The Herald"))
    return [(fact.measure, fact.interval.value) for fact in facts if fact.quote != "him"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He was caught with 14 bottles of plum syrup and three pistols.", [14, 3]),
        ("Police arrested him with two pistols and 310 grams of heroin.", [2, 310]),
        ("He was found in possession of four handguns, 320 grams of heroin and $2,400.", [4, 320, 2400]),
    ],
)
def test_what_is_listed_is_seized(text: str, values: list[float]) -> None:
    assert [("seized", value) for value in values] == measured(text)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Police seized two rifles and five houses burned.", "destroyed"),
        ("Police seized 40 rifles and 12 people fled.", "displaced"),
        ("Police seized 40 rifles, two miles from the border.", "distance"),
        ("Police seized 40 rifles, 10 percent more than last year.", "percent"),
    ],
)
def test_what_is_told_of_beside_a_haul_is_not_seized(text: str, measure: str) -> None:
    assert measure == measured(text)[-1][0]
