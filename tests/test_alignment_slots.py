from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from aligned import grouped, likely_together, together
from told import told

import crosstally
from crosstally.rules.alignment.claims import claims_of

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact


def test_children_are_part_of_the_people() -> None:
    assert grouped(told("a", "3 children", 3, counted="child"), told("b", "5 people", 5, counted="person")) == [
        ["a: 3 children"],
        ["b: 5 people"],
    ]


def test_a_district_is_not_held_against_its_city() -> None:
    facts = [told("a", "12", 12, place="Mill Quarter"), told("b", "14 people", 14, place="Ostrow")]
    assert not together(facts)


def test_another_year_is_another_event() -> None:
    assert not together([told("a", "12", 12), told("b", "230,000", 230_000, event_time="2004")])


def test_long_before_publication_is_another_event() -> None:
    facts = [told("a", "12", 12, day="2024-05-06"), told("b", "3", 3, day="2024-05-06", event_time="2023-11-02")]
    assert not together(facts)


def test_what_is_denied_or_possible_is_no_claim() -> None:
    assert not together([told("a", "12", 12), told("b", "12", 12, status="denied")])


def test_rates_are_not_totals() -> None:
    assert not together([told("a", "5,000", 5000, per="week"), told("b", "5,000", 5000)])


def test_ages_need_a_name() -> None:
    def age(source: str, value: int, text: str) -> Fact:
        return told(source, f"{value}-year-old", value, "age", text=text, unit="year", dimension="time")

    same = [
        age("a", 31, "Police named the 31-year-old Tomas Brandt."),
        age("b", 32, "He was a 32-year-old Tomas Brandt."),
    ]
    assert together(same)
    assert not together([age("a", 31, "A 31-year-old man was hurt."), age("b", 32, "A 32-year-old woman was hurt.")])


def test_a_family_is_not_one_person() -> None:
    facts = [
        told("a", "36", 36, "age", text="Joris Kern, 36, was arrested.", unit="year", dimension="time"),
        told("b", "74", 74, "age", text="He had found his mother, Ilse Kern, 74, dead.", unit="year", dimension="time"),
    ]
    assert not together(facts)


def age_of(source: str, value: int, text: str) -> Fact:
    return told(source, f"{value}-year-old", value, "age", text=text, unit="year", dimension="time")


def test_where_somebody_comes_from_is_no_name() -> None:
    facts = [
        age_of("a", 36, "The 36-year-old Chilean climber fell from the north face."),
        age_of("b", 36, "On Friday, 36-year-old Mateo Rojas fell from the north face."),
        age_of("c", 36, "A 36-year-old climber fell from the north face."),
    ]
    assert together(facts)


def test_the_strength_of_a_quake_is_one_however_it_is_named() -> None:
    def quake(source: str, value: float, text: str) -> Fact:
        return told(source, f"{value}", value, "magnitude", text=text, unit="magnitude", dimension="magnitude")

    assert together([
        quake("a", 6.2, "An earthquake of magnitude 6.2 struck the coast."),
        quake("b", 6.2, "A 6.2 quake struck off the coast."),
        quake("c", 6.4, "The 6.4 magnitude quake damaged two bridges."),
    ])  # fmt: skip


def test_people_who_have_a_noun_of_their_own_may_be_counted_under_another() -> None:
    facts = [
        told("a", "23 pirates", 23, "count", text="The frigate took 23 pirates aboard.", counted="pirate"),
        told("b", "23 crew", 23, "count", text="The frigate took their 23 crew aboard.", counted="crew"),
    ]
    assert together(facts)


def distance(source: str, value: int, text: str) -> Fact:
    return told(source, f"{value} miles", value, "distance", text=text, unit="mile", dimension="length")


def test_distances_are_held_against_each_other_from_one_place() -> None:
    from_ellis = distance("a", 20, "The quake was centred in a quarry 20 miles north of Port Ellis, the survey said.")
    assert likely_together([from_ellis, distance("b", 26, "It struck about 26 miles northwest of Port Ellis.")])
    assert not likely_together([from_ellis, distance("b", 26, "It struck about 26 miles northwest of Ostrow.")])


def test_a_way_out_of_a_place_is_a_way_from_it() -> None:
    from_ellis = distance("a", 6, "They lived on a farm 6 miles south of Port Ellis, with two dogs.")
    assert likely_together([from_ellis, distance("b", 7, "They lived on a farm 7 miles out of Port Ellis.")])


def test_what_stands_is_told_by_its_measure_and_not_by_its_noun() -> None:
    facts = [
        told("a", "210 people", 210, "employees", text="The Oakby mill employs 210 people.", counted="person"),
        told("b", "220 staff", 220, "employees", text="The Oakby mill has 220 staff.", counted="staff"),
    ]
    assert likely_together(facts)


def test_last_year_is_the_year_that_another_report_names() -> None:
    loss = partial(told, measure="profit", unit="crown", dimension="currency")
    named = loss("a", "640 crowns", 640, text="Oakby Mills lost 640 crowns in 2018.", event_time="2018")
    last = loss(
        "b", "460 crowns", 460, text="Oakby Mills lost 460 crowns last year.", event_time="2018", about="last year"
    )
    assert likely_together([named, last])
    assert not likely_together([named, replace(last, event_time="2017")])


def test_seats_of_a_party_are_all_that_it_has() -> None:
    whole = told("a", "60 seats", 60, "seats", text="They took 34 of the 60 seats.", counted="seat")
    part = told("a", "34", 34, "seats", text="They took 34 of the 60 seats.", counted="seat", scope="part")
    of_whole = replace(part, part_of=whole.fact_id)
    assert [False, False] == [claim.is_part for claim in claims_of([whole, of_whole])]
    dead = [replace(fact, measure="killed") for fact in (whole, of_whole)]
    assert [False, True] == [claim.is_part for claim in claims_of([dead[0], replace(dead[1], part_of=dead[0].fact_id)])]


def test_what_is_confirmed_is_held_against_what_is_simply_said() -> None:
    confirmed = told("a", "31", 31, certainty="confirmed")
    assert together([confirmed, told("b", "46 people", 46)])
    assert not together([confirmed, told("b", "46 people", 46, certainty="suspected")])


def test_populations_are_held_against_each_other_of_one_place() -> None:
    def population(source: str, value: int, text: str) -> Fact:
        return told(source, f"{value:,} people", value, "population", text=text, counted="person")

    ellis = population("a", 160_000, "Two hotels in Port Ellis, a city of 160,000 people, collapsed.")
    other = population("b", 172_000, "Tremors shook Port Ellis, home to 172,000 people, until Monday.")
    assert together([ellis, other])
    assert not together([ellis, population("b", 172_000, "Tremors shook Ostrow, home to 172,000 people.")])


def test_a_described_origin_may_be_the_one_that_is_named() -> None:
    facts = [
        distance("a", 25, "The ravine is 25 miles from Port Ellis."),
        distance("b", 25, "The bus crashed 25 miles from the town."),
    ]
    assert together(facts)


def test_a_verb_that_means_a_fall_elsewhere_changes_no_toll() -> None:
    facts = [
        told("a", "four bombs", 4, "fired", text="A plane dropped four bombs.", counted="bomb", trend="down"),
        told("b", "four bombs", 4, "fired", text="Then four bombs fell from the plane.", counted="bomb"),
    ]
    assert together(facts)


def test_parts_of_two_wholes_are_not_held_against_each_other() -> None:
    text = "The plague has spread. Of the {} cases of plague, {} percent were probable, the ministry said."
    reports = [text.format(*figures) for figures in ((985, 34), (1565, 37))]
    assert [] == [one for one in crosstally.check(reports).findings["message"] if "percent" in one]
    reports = [text.format(*figures) for figures in ((985, 34), (985, 37))]
    assert any("34 percent" in one for one in crosstally.check(reports).findings["message"])
