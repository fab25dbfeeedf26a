from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from told import document, interval, told

from crosstally.facts.intervals import Interval
from crosstally.rules.comparison.disputes import differences_on, disputes_on, falls_on, opponents
from crosstally.rules.engine import check_facts

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact
    from crosstally.rules.quantity import Quantity


def quantity(*facts: Fact) -> Quantity:
    (found,) = check_facts(facts).quantities
    return found


def test_a_dispute_holds_both_sides() -> None:
    (dispute,) = disputes_on(quantity(told("a", "12 people", 12), told("b", "14", 14), told("c", "12", 12)))
    assert (14, 12) == (dispute.high, dispute.low)
    assert (["b"], ["a", "c"]) == tuple([f.document.source for f in side] for side in (dispute.above, dispute.below))
    assert ["b", "a", "c"] == [fact.document.source for fact in dispute.facts]


def test_three_figures_are_three_disputes() -> None:
    found = disputes_on(quantity(told("a", "12 people", 12), told("b", "14", 14), told("c", "17", 17)))
    assert [(14, 12), (17, 12), (17, 14)] == [(dispute.high, dispute.low) for dispute in found]


@pytest.mark.parametrize(
    "facts",
    [
        (told("a", "12 people", 12), told("b", "at least 11", interval(11, "at_least"))),
        (told("a", "12 people", 12, day="2024-05-06"), told("b", "14", 14, day="2024-05-07")),
        (told("a", "12 people", 12), told("a", "14", 14, document=document("a", doc_id="a2.txt"))),
    ],
    ids=["they agree", "one updates the other", "one source gives both"],
)
def test_no_dispute_where(facts: tuple[Fact, ...]) -> None:
    found = quantity(*facts)
    assert [] == disputes_on(found)
    assert [] == list(opponents(found))


def test_a_vague_word_disputes_and_gives_no_figure() -> None:
    found = quantity(told("a", "dozens of people", Interval(None, 24, 99, bound="vague")), told("b", "5 people", 5))
    assert [("b", "a")] == [(x.document.source, y.document.source) for x, y in opponents(found)]
    assert [] == disputes_on(found)


def of_one_source(*told_on: tuple[int, str]) -> Quantity:
    facts = [
        told("a", f"{n} people", n, document=document("a", doc_id=f"{i}.txt", day=day))
        for i, (n, day) in enumerate(told_on)
    ]
    return quantity(*facts)


def test_a_figure_falls_from_the_highest_before_it() -> None:
    found = of_one_source((12, "2024-05-06"), (14, "2024-05-07"), (11, "2024-05-08"), (13, "2024-05-09"))
    assert [(14, 11), (14, 13)] == [(a.interval.value, b.interval.value) for a, b in falls_on(found)]
    assert [(14, 11), (14, 13)] == [(one.high, one.low) for one in differences_on(found)]


def test_what_is_told_at_one_moment_falls_from_what_was_told_before() -> None:
    found = of_one_source((14, "2024-05-06"), (15, "2024-05-07"), (12, "2024-05-07"))
    assert [(14, 12)] == [(a.interval.value, b.interval.value) for a, b in falls_on(found)]


def test_a_dispute_between_sources_is_no_second_difference() -> None:
    found = quantity(
        told("a", "14 people", 14, day="2024-05-06"),
        told("a", "11 people", 11, document=document("a", doc_id="a2.txt", day="2024-05-08")),
        told("b", "11 people", 11, day="2024-05-08"),
    )
    assert [(14, 11)] == [(one.high, one.low) for one in differences_on(found)]
