"""Numbers that look like traps and are figures."""

from __future__ import annotations

import pytest
from found import numbers


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The M5.7 hit the town.", 5.7),
        ("23.50 euros were paid.", 23.5),
        ("She said one day was lost.", 1),
        ("He who one day after the raid fled.", 1),
        ("It cost 50 cents.", 50),
        ("The pilots both died.", 2),
        ("The cooks both suffered burns.", 2),
        ("At that stage 12 boats sank.", 12),
        ("In phase 2 people died.", 2),
        ("It spent 800 840 840 dollars.", 800840840),
        ("Flood Kills 12 in Orvane", 12),
        ("They fired 2014 rockets.", 2014),
        ("About 2000 people came.", 2000),
        ("It costs $1999.", 1999),
        ("One guard was killed.", 1),
        ("The toll is 12.", 12),
        ("They left both at noon.", 2),
        ("Both of whom died.", 2),
        ("The 12-inch pipe burst.", 12),
        ("They felt a 4.3 Richter shock.", 4.3),
        ("It lies 12.4 miles north and east of there.", 12.4),
        ("They number 14.", 14),
        ("They put the number at 14.", 14),
        ("They rely on their gas and gate 7 men in.", 7),
        ('He said "Two men died" there.', 2),
        ("They met again with a group of 20 there.", 20),
        ("They live in the Town of 12,000 there.", 12000),
        ("Gunmen killed 12 in the morning.", 12),
        ("He ran five past tests.", 5),
        ("On May 1, 12 were held.", 12),
        ("It lasted 3 days.", 3),
        ("Two Boeing 737 jets were sold.", 2),
        ("The firm flies 14 Airbus A320 jets.", 14),
        ("The ML 4.2 quake was felt.", 4.2),
        ("12.12.2014 - 30 men were hurt", 30),
        ("The toll reached 250 and officials wept.", 250),
        ("He bought 3/4 pounds.", 0.75),
        ("They shot down 38/44 drones.", 38),
        ("The wave was 12 metres high.", 12),
        ("The waves 12 metres high came.", 12),
        ("In Orvane Two people died.", 2),
        ("In Orvane ten Tarnish boys died.", 10),
        ("Its top 12 managers left.", 12),
        ("Its top two chess players left.", 2),
        ("At 15x earnings it is dear.", 15),
        ("It has an 11.6-inch LED screen.", 11.6),
        ("In the Orvane Strait 12 ships sank.", 12),
        ("It used a 14 gauge needle.", 14),
        ("It took 60 minutes.", 60),
        ("Their numbers fell from 4,500 in 2002 to 1,300.", 1300),
        ("156,000), Orvane", 156_000),
        ("He lost 12 Air Force jets.", 12),
        ("The quake of magnitude 5.0 was felt.", 5),
        ("Orvane Quake Toll Rises To 272", 272),
        ("Plane Crash Kills All 41 Aboard", 41),
        ("Police Arrest 23 in Orvane Riots", 23),
        ("Blast Kills At Least 12", 12),
        ("Crews Tore Down 33 Sheds", 33),
        ("The toll is likely to top 40.", 40),
        ("Police 12 said so.", 12),
        ("Some 12 opened.", 12),
        ('She said "24" and left.', 24),
        ('"James is 15," she said.', 15),
        ("The numbers are 60 percent lower.", 60),
        ("The death number was 15.", 15),
        ("Rusk took 4-96 from 31 overs.", 31),
        ("It got 3.5 stars out of five.", 3.5),
        ("The 12-second clip ends.", 12),
        ("The father of one sang.", 1),
        ("The 12 suspects face him.", 12),
        ("The 40 votes the town cast are lost.", 40),
        ("He met more than one cook at a time.", 1),
        ("It is rated 9.8 out of 10.", 9.8),
        ("He got 3.5 points out of 20.", 3.5),
        ("In July 1500 miners were trapped.", 1500),
    ],
)
def test_figures_that_look_like_traps(sentence: str, number: float) -> None:
    assert [number] == numbers(sentence)


def test_one_more_victim_is_a_victim() -> None:
    assert [1] == numbers("One more guard was killed.")


def test_a_span_of_days_is_no_ratio() -> None:
    assert [3, 10] == numbers("Three were killed in 10 days.")


def test_a_hyphened_part_and_its_whole_are_two_figures() -> None:
    assert [9, 14] == numbers("He was 9-of-14 from the field.")


def test_by_how_much_a_share_moved_stands_in_brackets() -> None:
    assert [44, 48] == numbers("Yes 44% (+2), No 48% (-4).")


def test_a_decimal_comma_before_a_percent_sign_parts_no_figure() -> None:
    assert [49.76, 50.24] == numbers("It had 49,76% against 50,24 %.")


def test_a_weekday_with_its_day_in_brackets_is_a_date() -> None:
    assert [] == numbers("It rained on Sunday (16).")


def test_a_number_with_decimals_in_brackets_is_a_version() -> None:
    assert [] == numbers("It runs Vanda Roll (4.0), the latest version.")


def test_a_list_of_versions_with_decimals_has_no_figure() -> None:
    assert [] == numbers("The flaw affects users of Vanda Explorer 5.01, 6, 7 and 8.")
    assert [] == numbers("It runs on Vanda 6.0, 7.0 and 8.0.")
    assert [6.0, 7.5, 8.0] == numbers("It fell by 6.0, 7.5 and 8.0 percent.")


def test_one_behind_the_letters_of_a_station_names_it() -> None:
    assert [] == numbers("It was on the VBC One show.")


def test_one_behind_a_dash_ends_no_range() -> None:
    assert [2] == numbers("It was his first in two years – one that counts.")


def test_the_sides_of_what_is_named_are_figures() -> None:
    assert [1440, 900] == numbers("It has a 1440 x 900 display.")
