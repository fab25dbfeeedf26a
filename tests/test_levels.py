"""Every slot compared: same, unknown or different, with its reason."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from told import told

from crosstally.facts.fact import Fact
from crosstally.rules.alignment.claims import claims_of
from crosstally.rules.alignment.levels import DECIDING, SLOTS
from crosstally.rules.alignment.model import estimated
from crosstally.rules.alignment.setting import Setting, Verdict


def compared(slot: str, a: Fact, b: Fact) -> tuple[str, str]:
    one, other = claims_of([a, b])
    verdict, reason = SLOTS[slot](one, other, Setting([one, other], estimated()))
    assert isinstance(verdict, Verdict)
    return verdict.value, reason


NO_TIME = ("same", "one names none: the event's own")
SHARE = {"measure": "share_price", "dimension": "currency", "unit": "dollar"}
COPPER = {"measure": "money", "dimension": "currency", "unit": "dollar per tonne", "per": "tonne"}
MOVING = {"measure": "percent", "dimension": "dimensionless", "unit": "percentage"}


@pytest.mark.parametrize(
    ("slot", "a", "b", "expected"),
    [
        ("about", {}, {}, ("same", "the event")),
        ("about", {"about": "2004 tsunami"}, {}, ("unknown", "one is of another event")),
        ("about", {"about": "2004 tsunami"}, {"about": "2004 quake"}, ("same", "another event, the same")),
        ("group", {"group": "child"}, {"group": "woman"}, ("different", "two groups")),
        ("group", {"group": "soldier"}, {"group": "civilian"}, ("different", "two groups")),
        ("group", {"group": "woman"}, {"group": "soldier"}, ("unknown", "one may hold the other")),
        ("group", {"group": "militant"}, {"group": "attacker"}, ("unknown", "one may hold the other")),
        ("group", {"group": "child"}, {}, ("unknown", "one names none")),
        ("counted", {"counted": "migrant"}, {"counted": "person"}, ("same", "one may hold the other")),
        ("counted", {"counted": "body"}, {"counted": "person"}, ("unknown", "bodies found, and the dead")),
        ("counted", {"counted": "body"}, {"counted": "corpse"}, ("same", "nouns for one thing")),
        ("counted", {"counted": "corpse"}, {"counted": "survivor"}, ("different", "the living and the dead")),
        ("counted", {"counted": "migrant"}, {"counted": "worker"}, ("same", "two kinds of people")),
        ("counted", {}, {}, ("same", "nothing named")),
        (
            "counted",
            {"measure": "jobs_cut", "counted": "job"},
            {"measure": "jobs_cut", "counted": "employee"},
            ("same", "nouns for one thing"),
        ),
        (
            "counted",
            {"measure": "jobs_cut", "counted": "job"},
            {"measure": "jobs_cut", "counted": "manager"},
            ("unknown", "two kinds of people"),
        ),
        ("group", {"measure": "arrested", "group": "attacker"}, {"measure": "arrested"}, ("same", "none named")),
        ("time", {**SHARE, "day": "2024-05-03"}, {**SHARE, "day": "2022-05-03"}, ("unknown", "prices of no one day")),
        ("time", {**SHARE, "day": "2024-05-03"}, {**SHARE, "day": "2024-05-04"}, NO_TIME),
        ("time", {**SHARE, "day": "2024-05-03"}, SHARE, NO_TIME),
        ("time", {**COPPER, "day": "2024-05-03"}, {**COPPER, "day": "2024-05-04"}, ("unknown", "prices of no one day")),
        ("time", {**COPPER, "day": "2024-05-03"}, {**COPPER, "day": "2024-05-03"}, NO_TIME),
        ("time", COPPER, COPPER, ("unknown", "prices of no one day")),
        ("place", {"place": "Ostrow"}, {}, ("same", "one names none: the event's own")),
        ("place", {"place": "Mill Quarter; Ostrow"}, {"place": "Ostrow"}, ("unknown", "two places")),
        ("place", {"place": "Mill Quarter; Ostrow"}, {"place": "Ostrow; Mill Quarter"}, ("same", "the same")),
        ("place", {"place": "Mill Quarter"}, {"place": "Ostrow"}, ("unknown", "two places")),
        ("place", {"place": "nationwide"}, {"place": "Kenya"}, ("same", "the same")),
        ("place", {"place": "UK"}, {"place": "Britain"}, ("same", "the same")),
        ("place", {"place": "Leeds, UK"}, {"place": "Leeds, Britain"}, ("same", "the same")),
        ("place", {"place": "Calif."}, {"place": "California"}, ("same", "the same")),
        ("place", {"place": "UK"}, {"place": "England"}, ("unknown", "two places")),
        ("place", {"place": "nationwide"}, {"place": "Ostrow"}, ("unknown", "two places")),
        ("time", {"event_time": "2004"}, {}, ("unknown", "another year or month")),
        ("time", {"event_time": "2031-05-13"}, {"event_time": "2031-05-14"}, ("unknown", "two days")),
        ("time", {"as_of": "2031-05-13"}, {"as_of": "2031-05-14"}, ("same", "one names none: the event's own")),
        ("time", MOVING | {"as_of": "2031-05-13"}, MOVING, ("unknown", "one is counted as of a day")),
        (
            "time",
            MOVING | {"as_of": "2031-05-13"},
            MOVING | {"as_of": "2031-05-13"},
            ("same", "one names none: the event's own"),
        ),
        ("per", {"per": "week"}, {}, ("different", "a rate and none")),
        ("increment", {"increment": "new"}, {"increment": "new"}, ("unknown", "both new")),
        ("increment", {"increment": "new"}, {}, ("unknown", "what is new and what is in all")),
        ("status", {"status": "planned"}, {}, ("same", "planned and done")),
        ("status", {"status": "expected"}, {}, ("unknown", "another")),
        ("status", {"status": "expected"}, {"status": "planned"}, ("same", "both to come")),
        ("status", {"status": "denied"}, {}, ("different", "one is denied")),
        ("certainty", {"certainty": "suspected"}, {"certainty": "confirmed"}, ("unknown", "another")),
        ("scope", {"scope": "part"}, {}, ("unknown", "a whole and a part")),
        ("trend", {"trend": "up"}, {"trend": "down"}, ("different", "two directions")),
        ("speaker", {"speaker": "the mayor"}, {"speaker": "the army"}, ("same", "the same")),
    ],
)
def test_slots(slot: str, a: dict[str, Any], b: dict[str, Any], expected: tuple[str, str]) -> None:
    assert expected == compared(slot, told("a", "12", 12, **a), told("b", "14", 14, **b))


def test_two_tolls_of_an_event_are_different() -> None:
    assert ("different", "two tolls of the event") == compared(
        "measure", told("a", "12", 12), told("b", "12", 12, "injured")
    )


def test_one_name_of_a_family_is_not_the_person() -> None:
    ages = [
        told(s, "36", 36, "age", anchor=name) for s, name in (("a", "Joris Kern"), ("b", "Ilse Kern"), ("c", "Kern"))
    ]
    assert ("unknown", "one name of several") == compared("anchor", ages[0], ages[1])
    assert ("same", "the same") == compared("anchor", ages[0], ages[2])


def test_two_names_of_three_are_the_person() -> None:
    ages = [told(s, "71", 71, "age", anchor=name) for s, name in (("a", "Hadji Orlan Mev"), ("b", "Ustad Orlan Mev"))]
    assert ("same", "one name of several") == compared("anchor", *ages)


@pytest.mark.parametrize(("measure", "expected"), [("age", "same"), ("children", "unknown")])
def test_who_is_not_named_may_be_whose_age_the_event_tells(measure: str, expected: str) -> None:
    named = told("a", "57", 57, measure, anchor="Joris Kern")
    assert (expected, "one names none") == compared("anchor", named, told("b", "61", 61, measure))


def test_every_level_that_was_estimated_is_one_that_can_be_said() -> None:
    assert {*estimated().agreement.levels} <= {*SLOTS, "figure", "written", "rarity"}
    assert {*estimated().question.levels} <= {*SLOTS}


@pytest.mark.parametrize("slot", [slot for slot in SLOTS if slot not in DECIDING])
def test_no_slot_but_those_that_are_named_keeps_claims_apart(slot: str) -> None:
    assert "DIFFERENT" not in inspect.getsource(SLOTS[slot])
