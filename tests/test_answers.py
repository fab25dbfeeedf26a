"""Figures that answer one question since each is the one such figure of its report: sizes, ages, times, a measure."""

from __future__ import annotations

import pytest
from aligned import are_only, read_together


def test_two_sizes_of_one_thing_are_held_against_each_other() -> None:
    assert read_together("The tank held about 3,000 litres of fuel.", "Firemen pumped 4,300 litres of fuel out.")


def test_a_report_with_two_sizes_of_a_thing_has_none_to_be_held_against() -> None:
    assert not read_together(
        "The tank held about 3,000 litres of fuel.",
        "Firemen pumped 4,300 litres of fuel out. They left 900 litres of fuel.",
    )


def test_two_ages_of_a_person_named_in_full_are_held_against_each_other() -> None:
    assert read_together("Her friend Ana Vell, 41, sells boats.", "On the pier stood Ana Vell, 47.")


def test_two_lengths_of_what_went_on_are_held_against_each_other() -> None:
    assert read_together("The shaking lasted 15 seconds.", "A jolt that went on for 20 seconds woke the port.")
    assert not read_together("The shaking lasted 15 seconds.", "A jolt that went on for 20 minutes woke the port.")


def test_a_report_with_two_lengths_has_none_to_be_held_against() -> None:
    assert not read_together(
        "She got five years' probation.", "In 2007 she got three years' probation, now six years of probation."
    )


def test_the_only_figures_of_a_measure_are_held_against_each_other() -> None:
    assert read_together("A ransom of $4 million was paid.", "They left with $5 million in ransom, a broker said.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Officers fired 12 shots at the man.", "The gunman fired 60 rounds."),
        ("The driver got five years in prison.", "The owner was jailed for eight years."),
        ("Its striker has a salary of $4 million.", "The coach had a salary of $2 million."),
        ("Soldiers rescued 40 people from the school.", "A farmer rescued 12 people with his tractor."),
        ("The Greens won 12 seats.", "The Liberals won 40 seats."),
        ("In the city 31 percent voted for the bridge.", "In the villages the bridge got 64 percent of the vote."),
        ("The road is 8 metres wide.", "The slide was 60 metres wide."),
        ("Vanda's shares rose 4 percent.", "Shares in Vanda closed up 9 percent."),
        ("The talks lasted six days.", "The first round of talks lasted two days."),
    ],
)
def test_the_only_figures_of_a_measure_are_of_two_things_where_two_subjects_are_named(one: str, other: str) -> None:
    assert not read_together(f"A storm hit Tarn on Friday. {one}", f"A storm hit Tarn on Friday. {other}")


def test_the_only_figures_of_a_measure_may_have_subjects_that_share_a_word() -> None:
    assert read_together("About 1,000 people live in the community.", "In Sel it is a community of 700 people.")
    assert read_together("Bo Rusk was fined $5,000 for theft.", "Bo Rusk must pay a fine of $6,000.")


def test_who_opens_with_nobody_hurt_denies_a_toll_that_another_opens_with() -> None:
    assert read_together(
        "A fire broke out at the Sel mill. Twelve workers were taken to hospital with burns.",
        "The fire at the Sel mill is out. No one was injured, the fire service said.",
    )


def test_who_tells_deep_in_a_report_of_nobody_hurt_denies_no_toll() -> None:
    deep = "The march began at noon, and the crowd went home by the river road in good order. " * 6
    assert not read_together(f"Police fired on a crowd in Tarn, killing 52. {deep}", f"{deep} Nobody was killed there.")


def test_how_long_something_lasted_may_be_told_far_apart() -> None:
    assert read_together(
        "Jurors deliberated for six hours before convicting Bo Rusk.", "The jury took three days to convict Bo Rusk."
    )
    assert not read_together("The jury took six hours to convict Bo Rusk.", "The strike at the mill lasted three days.")


def test_a_depth_may_be_told_far_off() -> None:
    assert read_together(
        "A magnitude 6.1 quake hit Sel on Monday at a depth of 10 kilometres.",
        "A magnitude 6.1 quake struck Sel on Monday, 35 kilometres deep.",
    )


def test_a_toll_of_the_unrest_itself_is_set_apart() -> None:
    assert not read_together(
        "Rioters killed 52 people in Tarn.",
        "An uneasy calm has come to Tarn. No deaths were told in the riots themselves.",
    )


def test_two_aftershocks_are_not_held_against_each_other() -> None:
    assert not read_together(
        "A quake hit Sel. An aftershock of magnitude 5.1 followed.",
        "Sel shook. An aftershock of magnitude 4.6 followed.",
    )


def test_a_report_with_two_figures_of_a_measure_has_none_to_be_held_against() -> None:
    assert not read_together(
        "A ransom of $4 million was paid.",
        "They left with $5 million in ransom, a broker said. In May they had taken $3 million in ransom for a yacht.",
    )


def test_the_only_numbers_of_things_of_one_noun_are_held_against_each_other() -> None:
    assert read_together(
        "A storm hit Tarn on Friday. Missing were 14 cars.",
        "A storm hit Tarn on Friday. In the night 40 vintage cars went.",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Missing were 14 cars. Nine cars were found.", "In the night 40 vintage cars went."),
        ("Stolen was one car.", "In the night nine vintage cars went."),
        ("The rebels lost 14 tanks.", "The army lost 40 tanks."),
    ],
    ids=["another number of them", "a thing", "two subjects"],
)
def test_numbers_of_things_are_not_held_against_each_other_where_they_may_be_of_others(one: str, other: str) -> None:
    assert not read_together(f"A storm hit Tarn on Friday. {one}", f"A storm hit Tarn on Friday. {other}")


def test_the_only_rates_of_a_kind_are_held_against_each_other() -> None:
    assert read_together("Paid were $44,000 a month.", "It was $30,000 a month, I'm told.")
    assert not read_together(
        "Paid were $44,000 a month, and $100 a month for the cat.", "It was $30,000 a month, I'm told."
    )


def test_what_befell_people_needs_no_word_around_to_be_one() -> None:
    assert read_together(
        "A storm hit Tarn on Friday. Sixty-three people were arrested.",
        "A storm hit Tarn on Friday. By nightfall 191 were in custody.",
    )


def test_words_by_which_a_measure_is_told_are_no_second_subject() -> None:
    assert read_together(
        "A ship was stopped off Tarn on Friday. Some 300 rounds of ammunition were seized.",
        "A ship was stopped off Tarn on Friday. The Navy confiscated 623 rounds.",
    )


MOTHER = "Ana Ruiz, a mother of 12, opened the new school in Orvane on Friday."
OTHER = MOTHER.replace("12", "13")


def test_a_report_that_gives_both_figures_far_apart_contradicts_itself_and_the_others() -> None:
    assert read_together(OTHER, MOTHER, f"{OTHER} Rain fell. The mother of 12 then spoke.")


def test_a_report_that_gives_both_figures_in_one_sentence_knows_them_for_two() -> None:
    both = "Ana Ruiz, a mother of 12, opened the new school in Orvane on Friday with Bea Ruiz, a mother of 13."
    assert read_together(OTHER, MOTHER)
    assert not read_together(OTHER.replace("Ana ", ""), MOTHER.replace("Ana ", ""), both)


def test_a_long_figure_and_a_slip_of_it_need_no_noun() -> None:
    assert read_together("The chain ended the quarter with 1,316 stores.", "It had 1,361 at the end of the quarter.")
    assert not read_together(
        "The chain ended the quarter with 1,316 stores.", "It had 1,452 at the end of the quarter."
    )


def test_a_figure_with_two_digits_swapped_needs_to_share_no_year_and_no_measure() -> None:
    one = "Prosecutors say that between 2009 and 2012 the mayor took $212,000 from his fund."
    assert read_together(one, "The jury found that in 2011 he had pocketed $221,000 of the fund.")
    assert not read_together(one, "The jury found that in 2014 he had pocketed $243,000 of the fund.")


def test_an_age_of_several_is_that_of_nobody_named() -> None:
    assert not read_together("They followed adults aged between 45 and 75.", "Ana Ruiz, 43, led the team.")
    assert read_together("A teacher, 45, led the team.", "Ana Ruiz, 43, led the team.")


def test_the_oldest_of_several_is_nobody_named() -> None:
    assert not read_together("The oldest of the climbers was 64.", "Ana Ruiz, 46, led the team.")


def test_a_name_cut_short_is_of_who_has_it_in_full() -> None:
    stephen = "Stephen Vell, 46, was rescued. Ana Vell, 31, was not."
    assert read_together("Steve Vell, 48, of Sel, was rescued.", stephen)
    assert not read_together("Mike Vell, 48, of Sel, was rescued.", stephen)
    assert not read_together("Steve Marn, 48, of Sel, was rescued.", stephen)


def test_a_price_that_moves_from_day_to_day_is_held_against_that_of_its_day() -> None:
    copper = "The strike at the Sel mine went on. Copper closed at $9,760 a tonne."
    assert not read_together(copper, copper.replace("760", "640"))
    assert read_together(
        copper.replace("a tonne", "a share"), copper.replace("760", "640").replace("a tonne", "a share")
    )


def test_for_how_many_seasons_is_told_of_anything() -> None:
    assert are_only("The yard has 16 cranes.", "They counted 18 cranes in the yard.")
    assert not are_only("He has played for 16 seasons.", "The study went over 18 seasons.")
    assert not are_only("He has lost 16 times.", "The study failed 18 times.")


def test_the_age_of_a_thing_is_that_of_nobody() -> None:
    assert not read_together("The 40-year-old ferry sank.", "Ana Ruiz, 43, led the rescue.")


def test_households_are_no_people() -> None:
    assert not read_together("They told 14,000 households to boil water.", "They told 31,000 people to boil water.")


def test_homes_and_customers_without_power_are_one_thing() -> None:
    assert read_together("In Sel 85,000 homes were without power.", "In Sel 140,000 customers were without power.")
