from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from aligned import agreement_of, grouped, likely_together, read_together, together
from told import document, interval, told

from crosstally.facts.intervals import Interval
from crosstally.rules.alignment import match
from crosstally.rules.alignment.alignment import align
from crosstally.rules.alignment.claims import claims_of

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact


def test_tolls_of_two_reports_are_one_quantity_whatever_they_say() -> None:
    assert together([told("a", "12 people", 12, counted="person"), told("b", "15", 15), told("c", "15 residents", 15)])


def test_killed_and_injured_are_two() -> None:
    assert not together([told("a", "12", 12), told("b", "12", 12, "injured")])


def test_a_toll_that_a_report_knows_from_another_event_is_no_rival() -> None:
    own, other = told("a", "98 people", 98, counted="person"), told("b", "17", 17)
    before = told("c", "17", 17, about="a week earlier")
    assert together([own, other])
    assert not together([own, other, before])


def test_a_figure_of_another_event_is_not_one_that_it_merely_allows() -> None:
    own, old = told("a", "297", 297), told("b", "some 300", interval(300, "about"), about="2009 quake")
    assert agreement_of(own, old) is None
    assert agreement_of(own, replace(old, about=None)) is not None


def test_a_report_that_gives_both_figures_means_two_things() -> None:
    text = "Six people died at the site. In all, 14 people died."
    report = document("a", text)
    facts = [
        told("a", "Six people", 6, text="Six people died at the site.", document=report),
        told("a", "14 people", 14, text="In all, 14 people died.", document=report),
        told("b", "14 people", 14),
    ]
    assert grouped(*facts) == [["a: Six people"], ["a: 14 people", "b: 14 people"]]


def test_the_same_figure_joins_a_part_with_its_whole() -> None:
    facts = [
        told("a", "90", 90, "injured", place="Mill Quarter"),
        told("b", "90 people", 90, "injured", place="Ostrow"),
    ]
    assert together(facts)


def test_a_conversion_in_brackets_is_the_same_length() -> None:
    text = "The epicentre lay 75 kilometres (47 miles) west of the city."
    report = document("a", text)
    facts = [
        told("a", "75 kilometres", 75, "distance", text=text, document=report, unit="kilometre", dimension="length"),
        told("a", "47 miles", 47, "distance", text=text, document=report, unit="mile", dimension="length"),
    ]
    assert together(facts)


def test_two_figures_of_one_sentence_are_two() -> None:
    text = "Two men and two women were killed."
    report = document("a", text)
    facts = [
        told("a", "Two men", 2, text=text, document=report, counted="man"),
        told("a", "two women", 2, text=text, document=report, counted="woman"),
    ]
    assert not together(facts)


def test_durations_are_not_compared_for_being_durations() -> None:
    facts = [
        told("a", "30-day", 30, "duration", text="A 30-day truce was offered.", unit="day", dimension="time"),
        told("b", "two weeks", 2, "duration", text="Ask me again in two weeks.", unit="week", dimension="time"),
    ]
    assert not together(facts)


def test_counts_much_alike_are_held_against_each_other() -> None:
    facts = [
        told(
            "a",
            "seven bridges",
            7,
            "count",
            text="The flood swept away seven bridges in the upper valley.",
            counted="bridge",
        ),
        told(
            "b",
            "nine bridges",
            9,
            "count",
            text="The flood swept away nine bridges in the upper valley.",
            counted="bridge",
        ),
    ]
    assert likely_together(facts)


def test_what_goes_back_to_a_figure_is_not_held_against_another() -> None:
    facts = [
        told("a", "six people", 6, "injured", text="The collapse injured six people.", counted="person"),
        told("b", "three", 3, "injured", text="The other three are still in hospital, injured."),
    ]
    assert not together(facts)


@pytest.mark.parametrize("headline", [False, True])
def test_one_report_may_give_two_speakers_answers(*, headline: bool) -> None:
    report = document("a", "The mayor said 12 died. Nobody died, the army said.", title="12 die in Orvane")
    said_again = [told("a", "12", 12, text="12 die in Orvane", section="title", document=report)]
    facts = [
        *(said_again if headline else []),
        told("a", "12", 12, text="The mayor said 12 died.", document=report, speaker="mayor"),
        told("a", "Nobody", 0, text="Nobody died, the army said.", document=report, speaker="army"),
        told("b", "12 people", 12, counted="person"),
        told("c", "no one", 0, counted="person"),
    ]
    assert together(facts)


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        ("fired", "intercepted", False),
        ("killed", "killed", True),
        ("fired", "count", True),
    ],
)
def test_a_part_of_what_another_measure_counts_is_all_that_its_own_does(
    whole: str, part: str, *, expected: bool
) -> None:
    text = "Of the nine missiles, five were stopped."
    report = document("a", text)
    nine = told("a", "nine missiles", 9, whole, text=text, document=report, counted="missile")
    five = told("a", "five", 5, part, text=text, document=report, scope="part", part_of=nine.fact_id)
    assert [False, expected] == [claim.is_part for claim in claims_of([nine, five])]


def test_who_is_counted_side_by_side_is_no_rival_of_the_sum() -> None:
    beside = "One man and two women were shot at the bar."
    report = document("b", beside)
    facts = [
        told("a", "Three people", 3, "shot", text="Three people were shot at the bar.", counted="person"),
        told("b", "One man", 1, "shot", text=beside, document=report, counted="person"),
        told("b", "two women", 2, "shot", text=beside, document=report, counted="person"),
    ]
    assert not together(facts)
    assert together(
        [facts[0], told("c", "two people", 2, "shot", text="At the bar two people were shot.", counted="person")]
    )


def test_a_hedge_that_fits_two_figures_joins_neither() -> None:
    facts = [
        told("a", "12 boats", 12, "count", text="They counted 12 boats at the pier.", counted="boat"),
        told("b", "90 boats", 90, "count", text="We saw 90 boats leave the bay.", counted="boat"),
        told(
            "c",
            "dozens of boats",
            Interval(None, 24, 99, bound="vague"),
            "count",
            text="There were dozens of boats.",
            counted="boat",
        ),
    ]
    assert len(align(facts)) == 3


def test_every_fact_is_in_one_quantity_in_order() -> None:
    facts = [told(source, f"{n} people", n, counted="person") for source in "abc" for n in (3, 5, 8)]
    facts = [*facts, told("d", "34", 34, "age")]
    groups = align(facts)
    assert sorted(fact.fact_id for fact in facts) == sorted(fact.fact_id for group in groups for fact in group)
    assert groups == align(facts)


def bombs(source: str, quote: str, figure: float, text: str) -> Fact:
    return told(source, quote, figure, "fired", counted="bomb", text=text)


def test_a_report_that_gives_the_settled_number_too_means_two_things() -> None:
    report = document("a", "A plane dropped four bombs on Hallow. Five bombs were dropped in March.")
    settled = [bombs(source, "four bombs", 4, "A plane dropped four bombs on Hallow.") for source in ("b", "c", "d")]
    both = [
        told(
            "a", "four bombs", 4, "fired", counted="bomb", text="A plane dropped four bombs on Hallow.", document=report
        ),
        told("a", "Five bombs", 5, "fired", counted="bomb", text="Five bombs were dropped in March.", document=report),
    ]
    assert not together([*both, *settled])


def test_a_part_of_a_toll_is_no_second_answer() -> None:
    text = "The quake killed four people. Among the dead was a girl."
    report = document("a", text)
    facts = [
        told("a", "four people", 4, text="The quake killed four people.", document=report, counted="person"),
        told("a", "a girl", 1, text="Among the dead was a girl.", document=report, counted="girl", scope="part"),
        told("b", "one person", 1, text="The quake killed one person.", counted="person"),
        told("c", "one person", 1, text="One report has one person dead.", counted="person"),
    ]
    assert together(facts)


def test_bodies_found_are_not_held_against_more_dead() -> None:
    bodies = told("a", "9 bodies", 9, counted="body")
    assert not together([bodies, told("b", "12 people", 12, counted="person")])
    assert together([bodies, told("b", "11 bodies", 11, counted="body")])


def comparisons(facts: list[Fact]) -> int:
    """How often two claims are compared slot by slot while facts are aligned."""
    with patch.object(match, "_compared", wraps=match._compared) as compared:  # noqa: SLF001 - it has no other name
        align(facts)
    return compared.call_count


def test_work_grows_with_the_claims_though_all_exclude_each_other() -> None:
    few, many = (
        comparisons([told(f"s{k}", f"{7 * k + 3} people", 7 * k + 3, speaker=f"Officer {k}") for k in range(n)]) / n
        for n in (75, 225)
    )
    assert many < 1.2 * few


def test_copies_are_compared_once() -> None:
    assert comparisons([told(f"s{k}", "12 people", 12) for k in range(60)]) == 1


def test_what_lies_below_a_leading_toll_of_its_report_is_a_part() -> None:
    lede = told("Alder", "five people", 5, text="The storm killed five people, officials said.")
    bodies = told(
        "Alder",
        "three fishermen",
        3,
        document=lede.document,
        text="Three fishermen were killed, he said.".replace("Three", "three"),
    )
    assert [False, True] == [claim.is_part for claim in claims_of([lede, bodies])]


def test_a_bare_number_of_people_is_no_toll_that_its_report_gives_otherwise() -> None:
    text = "Nine people were killed. Eleven people had been sent home."
    report = document("Alder", text)
    nine = told("Alder", "Nine people", 9, document=report, text="Nine people were killed.", counted="person")
    home = told(
        "Alder",
        "Eleven people",
        11,
        "count",
        document=report,
        text="Eleven people had been sent home.",
        counted="person",
    )
    eleven = told("Brook", "Eleven people", 11, text="Eleven people were killed.", counted="person")
    found = {frozenset(fact.quote for fact in quantity) for quantity in align([nine, home, eleven])}
    assert {frozenset({"Nine people", "Eleven people"}), frozenset({"Eleven people"})} == found


def test_what_a_part_of_the_whole_leaves_is_no_rival_of_the_whole() -> None:
    rest = "The strike at Tarn Rail: 400 workers walked out of the depots on Monday."
    assert not read_together(rest, "The strike at Tarn Rail: 500 workers, 100 of them cleaners, walked out on Monday.")
    assert read_together(rest, "The strike at Tarn Rail: 500 workers, 70 of them cleaners, walked out on Monday.")
