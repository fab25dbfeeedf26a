from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from told import told

from crosstally.facts.intervals import Interval
from crosstally.rules.event import Event
from crosstally.rules.tolls.definitions import (
    attackers_between,
    counts_attackers,
    differ_by_definition,
    missing_between,
)

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

TWELVE = told("a", "12 people", 12)
ELEVEN = told("b", "11 people", 11)
_GUNMAN_TEXT = "Twelve people, including the gunman, were killed."
GUNMAN = told("a", "the gunman", 1, text=_GUNMAN_TEXT, scope="part", group="attacker")


def event(*facts: Fact) -> Event:
    return Event("event", facts, ())


def test_the_attackers_are_the_difference() -> None:
    assert [GUNMAN] == attackers_between([TWELVE], [ELEVEN], event(TWELVE, GUNMAN, ELEVEN))
    assert differ_by_definition(ELEVEN, TWELVE, event(TWELVE, GUNMAN, ELEVEN))


@pytest.mark.parametrize(
    "below",
    [
        told("b", "10 people", 10),
        told("b", "12 people", 12),
        told("b", "hundreds", Interval(None, 200, 999, bound="vague")),
    ],
    ids=["another number", "no difference", "a vague word"],
)
def test_one_attacker_is_one(below: Fact) -> None:
    assert not differ_by_definition(TWELVE, below, event(TWELVE, GUNMAN, below))


def test_who_is_counted_in_is_not_the_difference() -> None:
    said = "Eleven people, including the gunman, were killed."
    eleven = told("b", "Eleven people", 11, text=said)
    counted_in = told("b", "the gunman", 1, text=said, scope="part")
    assert [] == attackers_between([TWELVE], [eleven], event(TWELVE, eleven, counted_in))


def test_the_missing_are_the_difference_of_the_dead() -> None:
    high, low = told("a", "58 people", 58), told("b", "41 people", 41)
    lost, one = told("b", "17", 17, measure="missing"), told("b", "one", 1, measure="missing")
    assert [lost] == missing_between([high], [low], event(high, low, lost))
    assert [] == missing_between([TWELVE], [ELEVEN], event(TWELVE, ELEVEN, one))


@pytest.mark.parametrize(
    ("group", "expected"), [("attacker", True), ("attacker; man", True), ("soldier", False), (None, False)]
)
def test_attackers_are_told_by_their_group(group: str | None, *, expected: bool) -> None:
    assert expected == counts_attackers(told("a", "12 people", 12, group=group))
