"""What a figure is about: the document's own event, another one, or none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts

DAY = datetime(2024, 8, 28, 12, tzinfo=UTC)  # a Wednesday
QUAKE = "A strong quake hit Izmir in Turkey on Sunday, killing 12 people."


def about(text: str, *, published: datetime | None = DAY, title: str | None = None) -> dict[str, str | None]:
    """What each figure is about, by its words."""
    document = Document("report", text, "The Ledger", title=title, published=published)
    return {fact.quote: fact.about for fact in extract_facts(document)}


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("The quake also injured 90 people.", {"90 people": None}),
        ("In 1999, a quake in the region killed 17,000 people.", {"17,000 people": "1999 earthquake"}),
        ("In 2019 a mill slid into the bay, killing 64.", {"64": "2019"}),
        ("The 2004 tsunami killed 230,000 people.", {"230,000 people": "2004 tsunami"}),
        ("In 2004, 4,000 people were killed in the region.", {"4,000 people": "2004"}),
        ("Cold has killed 400 people there since April.", {"400 people": None}),
        ("Cold has killed 4,000 people there since April 2019.", {"4,000 people": "2019-04"}),
        ("It was the deadliest since a quake in 2003 killed 40.", {"40": "2003 earthquake"}),
        ("It was the worst quake since the state came to be in 1918. The quake hurt 90 people.", {"90 people": None}),
        ("The quake was the worst since mud fell on a town in 2003, killing 40.", {"40": "2003"}),
        ("A similar quake in May killed 14.", {"14": "2024-05 earthquake"}),
        ("On Saturday in eastern China, a gas leak killed 30 miners.", {"30 miners": "China leak"}),
        ("On Monday in Ankara, Turkey, an aftershock killed 3 people.", {"3 people": None}),
        ("An aftershock of magnitude 5.1 followed.", {"5.1": "aftershock"}),
        ("A quake of that strength can topple 40 houses.", {"40 houses": "general"}),
        ("Each year about 300 people drown there.", {"about 300 people": "general"}),
        ("Last year a flood killed 70 people.", {"70 people": "2023 flood"}),
        ("Decades ago a flood killed 70 people.", {"70 people": "decades ago"}),
        ("The fire brigade freed 20 people.", {"20 people": None}),
        ("Separately, a boat sank off Rhodes, killing 15.", {"15": "another event"}),
        ("Separately, an explosion in Rhodes killed 15.", {"15": "explosion"}),
        ("Separately, the mayor said that 15 people were missing.", {"15 people": None}),
        ("In another attack, gunmen killed 15 people.", {"15 people": "attack"}),
        ("Another tremor injured 15 people.", {"15 people": None}),
        ("Doctors treated 90 people, more than in 1999.", {"90 people": None}),
    ],
)
def test_what_stands_behind_the_lede(behind: str, expected: dict[str, str | None]) -> None:
    assert {"12 people": None} | expected == about(f"{QUAKE} Schools were closed. Shops were, too. {behind}")


def test_an_aftershock_that_a_report_opens_with_is_its_own_event() -> None:
    told = about("An aftershock of magnitude 6.1 shook Izmir. The quake on Sunday had a magnitude of 7.1.")
    assert {"6.1": None, "7.1": None} == told


def test_what_follows_goes_back_to_the_event_last_told_of() -> None:
    told = about(
        f"{QUAKE} In 1999, a quake killed 17,000 people. It left 40,000 hurt. The disaster destroyed 300 houses."
        " The quake on Sunday injured 90 people. Rescuers found 8 survivors."
    )
    other = "1999 earthquake"
    assert {"17,000 people": other, "40,000": other, "300 houses": other} == {k: v for k, v in told.items() if v}


def test_an_event_told_of_in_passing_is_not_gone_back_to() -> None:
    told = about(f"{QUAKE} The tremor woke memories of similar quakes that hit in 2002. The quake injured 90 people.")
    assert {"12 people": None, "90 people": None} == told


def test_the_event_at_home_is_the_own_one() -> None:
    told = about("A blast in Lagos killed 12. In China, a blast killed 30 miners. The blast in Lagos hurt 40 people.")
    assert {"12": None, "30 miners": "China explosion", "40 people": None} == told


@pytest.mark.parametrize("published", [DAY, None])
def test_a_court_looks_back_at_the_own_event(published: datetime | None) -> None:
    text = "A jury convicted Ada Rowe on Monday of the 2021 murder of two men. Rowe shot the two men in May 2021."
    assert {"two men": None} == about(text, published=published)


def test_a_court_looks_back_at_the_own_event_by_its_year() -> None:
    text = "Ada Rowe, 42, was jailed on Monday for 20 years over the 2014 fire, in which three men died."
    assert {"42": None, "20 years": None, "three men": None} == about(text)


def test_what_a_court_looks_back_at_is_told_by_the_words_of_the_lede() -> None:
    lede = "Five men were jailed on Friday for a raid on a vault in Orvane last year."
    long = " ".join(["The judge spoke of it at length, and the men listened to him without a word."] * 6)
    behind = "They broke in last year and opened 73 boxes. Two years ago they had 12 helpers."
    told = about(f"{lede} {long} {behind}")
    assert (None, "years ago") == (told["73 boxes"], told["12 helpers"])


def test_the_lines_of_a_page_before_a_report_are_no_part_of_its_lede() -> None:
    page = "\n\n".join(["Alder Gazette", "World", "Sport", "Letters", "The weather in Alder", "Our readers write"] * 12)
    lede = "A jury in Orvane found Bo Vell guilty of murder after a long trial.\n\nVell shot nine clerks in 2017."
    assert {"nine clerks": None} == about(f"{page}\n\n{lede}", published=None)


def test_a_month_behind_which_a_clause_goes_on_is_that_of_another_event() -> None:
    lede = "Gunmen stormed a school in Orvane on Thursday, killing 15 pupils. "
    told = about(f"{lede}They own up to an attack on a bus in Tessel in May that killed 28 people.", published=None)
    assert {"15 pupils": None, "28 people": "in May"} == told


def test_a_verb_with_its_object_names_no_event() -> None:
    text = "On April 20, 2019, Bo Vell shot 13 clerks in Orvane and hurt 20 more before killing himself there."
    assert {None} == set(about(text, published=None).values())
    told = about("Rain fell in Orvane today. It was the worst since the killing of 12 nuns in 2004.", published=DAY)
    assert {"12 nuns": "2004 murder"} == told


def test_people_who_work_somewhere_are_of_no_other_event() -> None:
    assert {"4,300 people": None} == about("Orvane had employed 4,300 people in May 2019.")


def test_a_report_without_a_date_takes_a_year_for_the_past_and_a_day_for_its_own() -> None:
    told = about(
        "The quake of January 4, 2009 killed 12 people. A quake on October 10, 2002, killed 30."
        " The quake of January 4, 2009 hurt 90.",
        published=None,
    )
    assert {"12 people": None, "30": "2002-10-10 earthquake", "90": None} == told


@pytest.mark.parametrize(
    ("day", "expected"), [(28, "2024-07 fire"), (3, None)], ids=["late in August", "early in August"]
)
def test_the_month_before_is_news_only_early_in_a_month(day: int, expected: str | None) -> None:
    text = "The fire started on Monday. It burned 12 homes. The wind turned. Rain fell. A fire in July burned 40 homes."
    assert expected == about(text, published=DAY.replace(day=day))["40 homes"]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("In January, 26 inmates had been killed there.", {"26 inmates": "In January"}),
        ("Two cooks have died there since Easter.", {"Two cooks": "since Easter"}),
        ("It was the first death since May, when two cooks died.", {"two cooks": "since May"}),
        ("On the way nine men were hurt last month.", {"nine men": "last month"}),
        ("Three more died in June.", {"Three": None}),
        ("Nine cooks drowned in a pit, where nobody has dug since 2018.", {"Nine cooks": None}),
    ],
)
def test_a_report_of_unknown_date_tells_of_another_month_than_its_lede_names(
    behind: str, expected: dict[str, str | None]
) -> None:
    told = about(f"On 6 June a mine killed four guards near Orvane. {behind}", published=None)
    assert expected == {quote: told[quote] for quote in expected}


def test_a_day_of_these_days_is_none_of_a_year_long_past() -> None:
    told = about(
        "A fire burned 20 homes near Orvane.\nThe Tessel fire in 1991 killed 25 people.\n"
        "The fire slowed on Sunday.\nSome 400 clerks fled the fire.",
        published=None,
    )
    assert {"20 homes": None, "25 people": "1991 fire", "Some 400 clerks": None} == told
