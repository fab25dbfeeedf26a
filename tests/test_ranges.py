from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize


def ranges(sentence: str) -> list[tuple[float | None, float | None, str | None]]:
    """The ends and unit of each range."""
    return [
        (f.interval.low, f.interval.high, f.unit.name if f.unit else None)
        for f in read_figures(tokenize(sentence))
        if f.interval.bound == "range"
    ]


@pytest.mark.parametrize(
    ("sentence", "low", "high", "unit"),
    [
        ("Between 30 and 40 people died.", 30, 40, None),
        ("Some 30 to 40 people died.", 30, 40, None),
        ("He saw 30-40 people.", 30, 40, None),
        ("It will be $1.36 to $1.41 per share.", 1.36, 1.41, "dollar"),
        ("Fares fell in most towns, from £20 to £80.", 20, 80, "pound sterling"),
        ("Rents grew, and it sells flats, from £20 to £80.", 20, 80, "pound sterling"),
        ("Seats went on sale, from £20 to £80.", 20, 80, "pound sterling"),
        ("It shed another 3,500 to 4,500 jobs.", 3500, 4500, None),
        ("Between 5 and 6,000 people fled.", 5000, 6000, None),
        ("Some 3-4,000 homes burned.", 3000, 4000, None),
        ("Between 500 and 6,000 people fled.", 500, 6000, None),
        ("Between 7 and 5,000 people fled.", 7, 5000, None),
        ("Between one hundred and two hundred people died.", 100, 200, None),
        ("It will cost US $89 to $93 billion.", 89e9, 93e9, "dollar"),
        ("It was -10 to -5 degrees.", -10, -5, "degree"),
        ("He saw 30–40 people.", 30, 40, None),
        ("A 3- to 4-week delay is likely.", 3, 4, "week"),
        ("Two or three people died.", 2, 3, None),
        ("Three or four thousand people left.", 3000, 4000, None),
        ("It cost $50-60 million.", 50e6, 60e6, "dollar"),
        ("It cost $50 million to $60 million.", 50e6, 60e6, "dollar"),
        ("It cost between €5 and €6.", 5, 6, "euro"),
        ("It lies 5 to 6 kilometres away.", 5, 6, "kilometre"),
        ("It lies 5 km to 6 km away.", 5, 6, "kilometre"),
        ("It serves a 5-to-10-year term.", 5, 10, "year"),
        ("It fell by 1 to 2 degrees.", 1, 2, "degree"),
        ("A surge of 2 to 4 metres is expected.", 2, 4, "metre"),
        ("It saw a decline of 8 to 11 percent.", 8, 11, "percentage"),
        ("It made a gain of 3% to 4%.", 3, 4, "percentage"),
        ("It will take a day or two.", 1, 2, "day"),
        ("It will rain for the next week or two.", 1, 2, "week"),
        ("It fell by 1 to 3 degrees.", 1, 3, "degree"),
        ("They dug up 3,000 to-4,000-year-old pots.", 3000, 4000, "year"),
        ("The staff grew by 10 to 30 people.", 10, 30, None),
        ("The staff grew by 10 to 15.", 10, 15, None),
        ("From 500,000 to 1 million people came.", 500_000, 1e6, None),
        ("It may last two, or perhaps three days.", 2, 3, "day"),
        ("It may last two, maybe three days.", 2, 3, "day"),
        ("It blew at 200- 220 kph.", 200, 220, "kilometre per hour"),
    ],
)
def test_the_ends_of_a_range(sentence: str, low: float, high: float, unit: str | None) -> None:
    assert [(low, high, unit)] == [(a, b, name and name.removesuffix(" angle")) for a, b, name in ranges(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It comes with a 7- or 8-inch screen.",
        "The index rose 64 to 4,577.",
        "The index posted a gain of 64 to 4,577.",
        "It ended with a gain of 12 to 4,577 points.",
        "It reported a rise of 1 percent to 6 percent.",
        "It saw a rise of 2 percent to 41 dollars.",
        "The index lost 0.9 percent to 3,331.5.",
        "Some 30 and 40 people died.",
        "They paid 110 yen to 1 dollar.",
        "Fares have risen fourfold, from £20 to £80.",
        "Membership has halved in a decade, from 2,200 to 1,100.",
        "It costs between $5 and 80 cents.",
        "He saw 30 - people fled.",
        "Sales fell by half to 12 million dollars.",
        "The lead shrank to 57%-43%.",
        "Shares were down 7 percent, or $2.59 to $33.07.",
        "Sales fell by a third to 12 percent.",
        "They won 3-2.",
        "They won by a 3-to-1 margin.",
        "They gave food for two weeks to 11,300 families.",
        "They gave $500 to 1,200 families.",
        "M6.1 - 12km SSW of Orvane",
        "The bill was carried by 212 to 190.",
        "The toll was revised from 28,752 to 26,834.",
        "The toll was revised upwards by 12 to 53.",
        "One or 40 people died.",
        "The toll rose by 12 to 40.",
        "The price was cut by $12 to $40.",
        "The toll rose by 12 to 40 on Monday.",
        "They raised the age by three years to 66.",
        "The Greens won 51 percent to 47 percent.",
        "The Tigers won 94 to 88.",
    ],
)
def test_two_numbers_that_are_no_range(sentence: str) -> None:
    assert [] == ranges(sentence)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_the_ends_are_in_order(one: int, other: int) -> None:
    assert [(min(one, other), max(one, other), None)] == ranges(f"Between {one:,} and {other:,} people died.")
