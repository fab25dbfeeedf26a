"""Figures put together: numeral, hedge, unit, noun, age, sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.intervals import Interval
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize


def quotes(sentence: str) -> list[str]:
    tokens = tokenize(sentence)
    return [sentence[tokens.starts[f.first] : tokens.ends[f.stop - 1]] for f in read_figures(tokens)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("At least 12 people died.", ["At least 12 people"]),
        ("At least another 12 people died.", ["At least another 12 people"]),
        ("Dozens of wooden homes burned.", ["Dozens of wooden homes"]),
        ("Two of them left.", ["Two of them"]),
        ("One hundred and sixty of them left.", ["One hundred and sixty of them"]),
        ("They fired more than 200 155mm shells.", ["more than 200 155mm shells"]),
        ("They found 20 9 mm pistols.", ["20 9 mm pistols"]),
        ("They found three .303 rifles.", ["three .303 rifles"]),
        ("Some 1 200mm of rain fell.", ["Some 1 200mm"]),
        ("A quake of 6.8 hits Orvane.", ["6.8"]),
        ("It trades at 11.6 times EBITDA.", ["11.6 times"]),
        ("It fell to -4 C.", ["-4 C"]),
        ("He averaged 3.7 rebounds a game.", ["3.7 rebounds a game"]),
        ("They handed over 270 soldiers.", ["270 soldiers"]),
        ("The toll rose past 270.", ["past 270"]),
        ("It has 105+ million users.", ["105+ million users"]),
        ("It rang one or two bells.", ["one or two bells"]),
        ("The group of eight men left.", ["eight men"]),
        ("It rained one sunny morning.", []),
        ("It came out over two weeks after the fire.", ["over two weeks"]),
        ("It is 24 hours, 39 minutes, and 35 seconds long.", ["24 hours", "39 minutes", "35 seconds"]),
        ("It has about $1.5 billion - $7 million less.", ["about $1.5 billion", "$7 million"]),
        ("It sold less in the preceding three quarters.", ["three quarters"]),
        ("A single Vanda 9 costs about $60.", ["about $60"]),
        ("Some 500 middle and high school pupils came.", ["Some 500 middle and high school pupils"]),
        ("Profits were 77m euros, up from 38m in May.", ["77m euros", "38m"]),
        ("Profits were 77m euros (£53m), up from 38m in May.", ["77m euros", "£53m", "38m"]),
        ("It is 2km long, up from 38m in May.", ["2km", "38m"]),
        ("In the past 12 months it rained.", ["12 months"]),
        ("The raid left scores injured.", ["scores"]),
        ("The final scores were even.", []),
        ("Nine left, two of them cooks from Orvane.", ["Nine", "two of them cooks"]),
        ("Three of the wounded soldiers left.", ["Three of the wounded soldiers"]),
        ("Three of Orvane's ferries sank.", ["Three of Orvane's ferries"]),
        ("A 33-year-old cook died.", ["33-year-old"]),
        ("The cook was 33 years old.", ["33 years old"]),
        ("It lasted more than a week.", ["more than a week"]),
        ("It began more than a week ago.", ["more than a week"]),
        ("Sales were 5% more than a year ago.", ["5%"]),
        ("Rents were lower than a year earlier.", []),
        ("A loss of SFr2m and of NKr 3m", ["SFr2m", "NKr 3m"]),
        ("One in 24 Elm Street and one in 2010 burned.", ["One", "one"]),
        ("He owns a four-door van.", ["four-door van"]),
        ("It fell 20-odd metres.", ["20-odd metres"]),
        ("Boats took 12 people and 3 dogs.", ["12 people", "3 dogs"]),
        ("It was a week.", []),
    ],
)
def test_what_belongs_to_a_figure(sentence: str, expected: list[str]) -> None:
    assert expected == quotes(sentence)


@pytest.mark.parametrize("sentence", ["At least an additional 14 people died.", "At least a further 14 people died."])
def test_a_hedge_is_found_beyond_neutral_words(sentence: str) -> None:
    assert [sentence.removesuffix(" died.")] == quotes(sentence)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It was -4 degrees.", -4),
        ("It was −4 degrees.", -4),
        ("It was minus 4 degrees.", -4),
        ("He lost minus 4 jobs.", 4),
        ("It fell -4%.", -4),
        ("Route A - 4 people died.", 4),
        ("In 2-4 days.", None),
    ],
)
def test_a_minus_sign(sentence: str, value: float | None) -> None:
    assert [value] == [figure.interval.value for figure in read_figures(tokenize(sentence))]


def test_an_age_is_told_from_a_span_of_time() -> None:
    [old, span] = read_figures(tokenize("A 33-year-old cook worked for 12 years."))
    assert (True, False) == (old.age, span.age)


def test_a_range_keeps_its_ends_behind_a_hedge() -> None:
    [figure] = read_figures(tokenize("About 30 to 40 people died."))
    assert Interval(None, 30, 40, bound="range") == figure.interval
    assert figure.hedge is not None


@given(st.text(alphabet=st.sampled_from("12,.- %$aosf½tokm\u00a0to"), max_size=60))
def test_figures_stand_in_order_inside_their_sentence(sentence: str) -> None:
    tokens = tokenize(sentence)
    done = 0
    for figure in read_figures(tokens):
        assert figure.first <= figure.number < figure.after <= figure.stop <= len(tokens)
        assert done <= figure.number
        done = figure.number + 1


@pytest.mark.parametrize("sentence", ["Twelve died last week.", "At least 12 died last week.", "5,000 fled next door."])
def test_a_phrase_of_time_behind_a_verb_is_not_what_is_counted(sentence: str) -> None:
    [figure] = read_figures(tokenize(sentence))
    assert figure.noun is None


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Fees were 77m euros (£53m; $100m), up from 38m in May.", "euro"),
        ("Fees rose (to £53m, up from 38m).", "pound sterling"),
    ],
)
def test_a_sum_is_held_against_the_one_before_its_conversion(sentence: str, unit: str) -> None:
    last = read_figures(tokenize(sentence))[-1]
    assert last.unit is not None
    assert last.unit.name == unit
