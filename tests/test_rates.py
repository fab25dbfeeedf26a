from __future__ import annotations

import pytest

from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.numbers.rates import periods
from crosstally.facts.words.tokenize import tokenize


def rates(sentence: str) -> list[tuple[str, str | None]]:
    """The quote and rate of each figure."""
    tokens = tokenize(sentence)
    return [(sentence[tokens.starts[f.first] : tokens.ends[f.stop - 1]], f.per) for f in read_figures(tokens)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The front loses 500 soldiers a week.", ("500 soldiers a week", "week")),
        ("He earns $12 an hour.", ("$12 an hour", "hour")),
        ("They pay $310 more a year in tax.", ("$310", "year")),
        ("It cost $5 per handset.", ("$5 per handset", "handset")),
        ("Ships burn 30 tonnes of fuel a day.", ("30 tonnes of fuel a day", "day")),
        ("Some 40 flights daily leave.", ("Some 40 flights daily", "day")),
        ("It costs 70 dollars per share.", ("70 dollars per share", "share")),
        ("Rents are $80 per sq m.", ("$80 per sq m", "square metre")),
        ("Rents are $80 a square foot.", ("$80 a square foot", "square foot")),
        ("Earnings per share were $1.21 in May.", ("$1.21", "share")),
        ("Earnings per share: $1.21", ("$1.21", "share")),
        ("It pays 3 percent per annum.", ("3 percent per annum", "year")),
        ("It makes 40 tins of pet food a year.", ("40 tins of pet food a year", "year")),
        ("It has 27 deaths for every 100,000 people.", ("27 deaths for every 100,000 people", "100,000")),
        ("They saw 4 faults in every 1,000 parts.", ("4 faults in every 1,000 parts", "1,000")),
        ("It was a four-day-a-week class.", ("four-day-a-week class", "week")),
        ("He drove in a 30-mile-per-hour zone.", ("30-mile-per-hour zone", None)),
    ],
)
def test_what_a_figure_is_per(sentence: str, expected: tuple[str, str | None]) -> None:
    assert [expected] == rates(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A 60-mile-per-hour wind blew.",
        "A 60-mile-an-hour wind blew.",
        "It blew at 60 miles an hour.",
        "It blew at 60 miles (97 km) an hour.",
    ],
)
def test_a_distance_per_hour_is_a_speed(sentence: str) -> None:
    assert "mile per hour" == next(figure.unit.name for figure in read_figures(tokenize(sentence)) if figure.unit)


def test_a_conversion_does_not_part_a_figure_from_its_rate() -> None:
    assert [("9 million crowns", "year"), ("$2.4 million", "year")] == rates(
        "It costs 9 million crowns ($2.4 million) a year."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "He sold 12 boats a year earlier.",
        "Profit per share fell as sales dropped to $4 million.",
        "Forty people died a day ago.",
        "He sold 12 boats a share.",
        "Twelve people a town",
    ],
)
def test_what_is_no_rate(sentence: str) -> None:
    assert {None} == {per for _, per in rates(sentence)}


def test_periods_are_spans_of_time() -> None:
    assert {"day", "week"} <= set(periods())
    assert "share" not in periods()


def test_as_many_as_stand_against_others_are_no_rate() -> None:
    assert [("one nurse", None), ("300 pupils", None)] == rates("It has one nurse for every 300 pupils.")
    assert [("12 cooks", None)] == rates("It set up 12 cooks for every town.")
