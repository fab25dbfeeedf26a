from __future__ import annotations

from told import document, told

from crosstally.facts.fact import Fact
from crosstally.rules.alignment.held_apart import HeldApart, all_held_apart
from crosstally.rules.engine import check_facts


def held(*facts: Fact) -> list[HeldApart]:
    report = check_facts(facts, rules=[])
    return list(all_held_apart(report.facts, report.quantities))


def slots(*facts: Fact) -> list[tuple[str, str]]:
    return [(one.slot, one.reason) for one in held(*facts)]


def test_the_slot_that_holds_apart_is_named() -> None:
    women, children = told("a", "9 women", 9, group="woman"), told("b", "3 children", 3, group="child")
    assert [("group", "two groups (woman / child)")] == slots(women, children)


def test_what_is_unknown_accuses_nobody() -> None:
    expected = told("a", "12 people", 12, status="expected"), told("b", "30 people", 30)
    assert [("status", "another (expected / asserted)")] == slots(*expected)


def test_one_report_may_give_both() -> None:
    text = "Six people died at the site. In all, 14 people died."
    report = document("a", text)
    six = told("a", "Six people", 6, text="Six people died at the site.", document=report)
    whole = told("a", "14 people", 14, text="In all, 14 people died.", document=report)
    assert [("document", "one report gives both")] == slots(six, whole)


def test_the_ratio_is_of_the_higher_to_the_lower() -> None:
    (one,) = held(told("a", "10 women", 10, group="woman"), told("b", "30 men", 30, group="man"))
    assert one.ratio == 3
    weeks = told("a", "two weeks", 2, "duration", unit="week", dimension="time", text="It took two weeks, with luck.")
    days = told("b", "two days", 2, "duration", unit="day", dimension="time", text="The trial of two days is over.")
    (one,) = held(weeks, days)
    assert one.ratio == 7


def test_what_agrees_or_is_compared_is_not_held_apart() -> None:
    assert [] == held(told("a", "12 people", 12), told("b", "14 people", 14))
    assert [] == held(told("a", "12 women", 12, group="woman"), told("b", "12 men", 12, group="man"))
