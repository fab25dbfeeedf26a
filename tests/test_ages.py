from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def ages(text: str) -> list[float | None]:
    return [
        fact.interval.value for fact in extract_facts(Document("report", text, "The Ledger")) if fact.measure == "age"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Edda Marn, 35, said it rained.", [35]),
        ("The driver, who was about 18, fled.", [18]),
        ("The women, 31 and 28, were sisters.", [31, 28]),
        ("He met Edda Marn, 35, and a couple aged 28 and 34.", [35, 28, 34]),
        ("Nine of the dead were under 18.", [18]),
        ("The driver was Edda Marn (35).", [35]),
        ("- Edda Marn (35)", [35]),
        ("Edda T. Marn, 35", [35]),
        ("Harbour News (35)", []),
        ("The dead were aged 35 and 41.", [35, 41]),
        ("The gunman, whose name is not known, was 47.", [47]),
        ("The girl was eight.", [8]),
        ("The welterweight, 26, who beat Rusk, wept.", [26]),
        ("The welterweight, 26, whose left hook won, wept.", [26]),
        ("On the ferry, 26, who could not swim, drowned.", []),
        ("Women 18 to 34 watched most.", [None]),
        ("It won among adults 18 to 49.", [None]),
        ("The women 3 to 5 streets away fled.", []),
        ("He left school at 16.", [16]),
        ("He left school at 9.", []),
        ("Rusk, ten years, and Vell, two years, were jailed.", []),
        ("Bo, five months, was found.", [5]),
        ("He was held in Orvane, five months, and fled.", []),
        ("On Monday, five days, he said, is short.", []),
        ("Marn was only 38 when she died.", [38]),
        ("She lived to be 44.", [44]),
        ("Their son Bo is four.", [4]),
        ("My youngest is two.", [2]),
        ("Seven were shot, the youngest of them 16.", [16]),
        ("Seven were shot, the oldest of whom was 71, in Orvane.", [71]),
        ("Seven were shot, the eldest only 19.", [19]),
        ("Seven left, the youngest 12 of them in tears.", []),
        ("Seven mines shut, the oldest of them 13 km away.", []),
        ("He leaves a daughter of three.", [3]),
        ("Ana, whose son Bo, two, slept, left.", [2]),
        ("She is a mother of three.", []),
        ("Their family is four.", []),
        ("His sons are four and six.", [4, 6]),
        ("The children, who are six and eight, ran.", [6, 8]),
        ("The girls are 6, 8 and 12.", [6, 8, 12]),
        ("The boys, six and eight, slept.", [6, 8]),
        ("The suspects were both 19.", [19]),
        ("The players were six and eight shots behind.", []),
        ("The men were 19 and 20 in number.", []),
        ("The odds are 6 and 8.", []),
        ("I am 67, and well.", [67]),
        ("I\u2019m 34 and live alone.", [34]),
        ("She was thirty-four and lived in Elm.", [34]),
        ("Ana Vell dead at 90", [90]),
        ("Vell died on March 5 at 88.", [88]),
        ("Vell died on Sunday at 10.", []),
        ("The crew was 34.", []),
        ("He was two down.", []),
        ("Two died, one a girl aged nine, and 37 were hurt.", [9]),
        ("A cook at the age of 35 died.", [35]),
        ("He turned 35 in spring.", [35]),
        ("She is 35.", [35]),
        ("A 33-year-old cook died.", [33]),
        ("A cook of 33 years of age died.", [33]),
        ("Children under five died.", [5]),
        ("Bo Rusk Jr., 77, was in the yard.", [77]),
        ("Ana Vell, 24, Bo Rusk, 31 – were held.", [24, 31]),
        ("They are Ana Vell, 36, of Elm; Bo Rusk, 31, of Oakby.", [36, 31]),
        ("Ana Vell was 24, not 25.", [24]),
        ("Ana Vell, 52 years, of Elm, fled.", [52]),
        ("They range in age from 24-46.", [None]),
        ("Bo Vell and Jon Rusk, both 16, fled.", [16]),
        ("Bo Vell, 44, and Jon Rusk, 36, both of Elm, fled.", [44, 36]),
        ("The dead are 20- and 23-year-old women.", [20, 23]),
        ("They are young, 18, 19 years old.", [18, 19]),
        ("For 5 years, 19-year-old Bo Vell ran.", [19]),
        ("Two brothers, ages 18 months and 3 years, were inside.", [18, 3]),
        ("Six nephews ages 3 months to 10 years old died.", [3, 10]),
        ("Two males, ages, 20 and 31, were hurt.", [20, 31]),
        ("Another victim was 16.", [16]),
        ("A man, believed to be 19, ran.", [19]),
        ("He is thought to be 24.", [24]),
        ("Man charged in death of stepson, 3", [3]),
        ("Five ran; the youngest was 17.", [17]),
        ("I told him so, but he's 17.", [17]),
        ("Nobody older than 15 came.", [15]),
        ("Anyone 17 or younger must leave.", [17]),
        ("It is for the 16 and under age group.", [16]),
        ("Ana Vell was just 24 when she fell.", [24]),
        ("She will only be 24.", [24]),
        ("The witness, Ana Vell, is 24.", [24]),
        ("Vell, only 24, fell.", [24]),
        ("Ana Vell died at 24.", [24]),
        ("At 54, Ana Vell runs the town.", [54]),
        ("The choice is new: at 31 he is the youngest mayor yet.", [31]),
        ("The singer died in May from a stroke in her sleep at 91.", [91]),
        ("He retired at 62.", [62]),
        ("She married at 17 and left home.", [17]),
        ("I have not sung since I was 9 at school.", [9]),
        ("He ran for around 40 seconds, six-year-old Ana Vell said.", [6]),
        ("Vell, a former cook, turned 29 on Sunday.", [29]),
        ("Users under the age of 16 need consent.", [16]),
        ("Those aged 16 receive aid.", [16]),
        ("A boy under 12 was hurt.", [12]),
        ("The median age in the valley is 41.", [41]),
        ("Life expectancy for women rose to 84.", [84]),
        ("They raised the retirement age to 67.", [67]),
        ("The drinking age is 21.", [21]),
        ("People of working age rose to 60.", []),
        ("In this age 12 boats were sold.", []),
        ("Old age and cold killed 12.", []),
        ("A 29 y/o man and a 31yo woman were hurt.", [29, 31]),
        ("Three girls of 13 and 17 years of age were hurt.", [13, 17]),
        ("A male, 17, and two females were hurt.", [17]),
        ("Bo Rusk, only 18, was in the yard.", [18]),
        ("Bo Rusk was just 18.", [18]),
        ("A grey-bearded Englishman of 61 rowed.", [61]),
        ("His brother Bo, 16 - who was hurt too - ran.", [16]),
        ("Vell, also 69, died.", [69]),
        ("The Tarnish actress, 35, will sing.", [35]),
        ("For anyone under 21, it is shut.", [21]),
        ("Age: 43", [43]),
        ("Vell, a cook, turned 35 last week.", [35]),
        ("Children ages 6 to 12 pay half.", [None]),
        ("She fed her sons Bo, eight, and Jon, five, when it burned.", [8, 5]),
        ("She took little Bo, five, to bed.", [5]),
        ("A guard, 36, pushed daughter Ana, nine, under a bench.", [36, 9]),
        ("Three lived, including a girl, six.", [6]),
        ("Boy, six, pulled from rubble.", [6]),
        ("The grandson, six, was out.", [6]),
        ("The gringo, 71, had come by bus.", [71]),
        ("The light-heavyweight, 26, will ride a bus.", [26]),
        ("The Elm Town babe, 26, was out cold.", [26]),
        ("Ms. Vell was 44.", [44]),
        ("Ana Vell, a nurse from Orvane, was 52; she leaves a son.", [52]),
        ("His accomplice, also from Sel, is 23.", [23]),
        ("She entered the order of Elm at 18 and stayed.", [18]),
        ("She began singing at 15 in the clubs.", [15]),
        ("Gallant, 52, said it rained.", [52]),
        ("Among the dead is Bo Rusk, fifteen, who had no business there.", [15]),
        ("The miner Bo Rusk was born in 1995 and was 19.", [19]),
        ("Nine were held, the youngest 15.", [15]),
        ("We saw the nuns - 14 of them, the eldest 93 - at tea.", [93]),
        ("She was nine when she sold oats, 13 when she sang and 21 when she left.", [9, 13, 21]),
        ("Ana Vell (Orvane), 38, won.", [38]),
    ],
)
def test_ages(text: str, expected: list[float]) -> None:
    assert expected == ages(text)


@pytest.mark.parametrize(
    "text",
    [
        "Edda Marn scored 35, the most of all.",
        "A paper put the number of dead at 25.",
        "In Orvane, 350, mostly boys, left.",
        "It turned 35 boats away.",
        "Orvane was 24, not 25, points ahead.",
        "The boats, 35 of them, sank.",
        "He is the youngest of 12.",
        "The lease, 52 years, of Elm Hall ended.",
        "The toll in Port Ellis, now 24, rose.",
        "The heat in Port Ellis was 24.",
        "At 12, Bo Rusk left.",
        "At 12 he left.",
        "He retired at 6.",
        "Talks stood still at 31, he said.",
        "I was 9 points ahead.",
        "At 54, the town is small.",
        "At 54,",
        "At 54, Bo",
        "More than 35 people died.",
        "The truce held for 33 years.",
        "Terms of 3 years or under are served here.",
        "It's 17.",
        "The toll is believed to be 19.",
        "The chairman of 12 firms left.",
        "Orvane, only 35 points up, fell.",
        "Orvane, also 35 points up, fell.",
        "Orvane Comets forward Bo Rusk (42) drives past Ana Vell.",
        "Later, 41 of the wounded died.",
        "Overall, 14 of the boats sank.",
        "It rained on Sunday (16), he said.",
        "It sank off Vanda (4.0), he said.",
        "The captain, two mates and a cook drowned.",
        "Her sons, two, slept.",
        "The boat, 26, was late.",
        "On the boulevard, 26, had come by bus.",
        "The rate, 26, rose.",
        "He began the day at 24.",
        "The firm began trading at 18.",
        "She joined in at 6.",
        "The Elm (Orvane) rose, 38 in all.",
    ],
)
def test_no_ages(text: str) -> None:
    assert [] == ages(text)


def test_an_age_set_off_is_in_years() -> None:
    facts = extract_facts(Document("report", "Ana Vell, 22, and 11-month-old Bo Rusk fled.", "The Ledger"))
    assert [(22, "year"), (11, "month")] == [(fact.interval.value, fact.unit) for fact in facts]


def test_an_age_of_another_time_is_not_true_now() -> None:
    texts = (
        "Bo Rusk, who turns 48 on Friday, wept.",
        "He will be 48 in May.",
        "Bo Rusk would leave in May at the age of 48.",
        "The then 48-year-old Bo Rusk wept.",
    )
    for text in texts:
        (fact,) = extract_facts(Document("report", text, "The Ledger"))
        assert (48, "age", True) == (fact.interval.value, fact.measure, fact.superseded)


def test_an_age_of_somebody_is_no_figure_of_another_event() -> None:
    text = "The clerk died in the raid of May 2010. His brother Bo Rusk, 48, wept."
    facts = extract_facts(Document("report", text, "The Ledger", published=datetime(2011, 3, 3, tzinfo=UTC)))
    assert [(48, None)] == [(fact.interval.value, fact.about) for fact in facts if fact.measure == "age"]


def test_an_age_in_years_is_set_off_behind_a_name() -> None:
    (fact,) = extract_facts(Document("report", "The third is Bo Amos Rusk, 47 years, of Sel.", "The Ledger"))
    assert (47, "age", "Amos Rusk") == (fact.interval.value, fact.measure, fact.anchor)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vell, the nine-year-old whose rescue was shown, slept.",
        "A girl of nine, Ana Vell, and a man of 25 died.",
        "Brave Ana Vell, 9, slept.",
        "Little Ana Vell, just 9, slept.",
    ],
)
def test_whose_age_it_is(text: str) -> None:
    told = [one for one in extract_facts(Document("report", text, "The Ledger")) if one.interval.value == 9]
    assert [("age", "Ana Vell")] == [(fact.measure, fact.anchor) for fact in told]


def test_people_between_two_ages() -> None:
    for text in (
        "Boys between the ages of 14 and 18 were hurt.",
        "Boys between 14 and 18 were hurt.",
        "It is seen by boys 14-18.",
        "It led among 14-18 viewers.",
    ):
        facts = extract_facts(Document("report", text, "The Ledger"))
        (fact,) = [fact for fact in facts if fact.counted_by == "numeral"]
        assert ("age", 14, 18) == (fact.measure, fact.interval.low, fact.interval.high)


@pytest.mark.parametrize(
    ("text", "bound", "quote"),
    [
        ("Users under the age of 16 need consent.", "less_than", "under the age of 16"),
        ("Children below the age of 5 years pay nothing.", "less_than", "below the age of 5 years"),
        ("Clerks over the age of 55 left.", "more_than", "over the age of 55"),
        ("A cook at the age of 35 left.", "exact", "35"),
    ],
)
def test_an_age_is_bounded_by_what_stands_before_it(text: str, bound: str, quote: str) -> None:
    (age,) = extract_facts(Document("report", text, "The Ledger"))
    assert (bound, quote) == (age.interval.bound, age.quote)


def test_who_is_under_an_age_is_quoted_without_it() -> None:
    quotes = [
        fact.quote for fact in extract_facts(Document("report", "Children under the age of 5 died.", "The Ledger"))
    ]
    assert ["Children", "under the age of 5"] == quotes
