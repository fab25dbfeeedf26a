from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import number_words, read_numeral
from crosstally.facts.words.tokenize import tokenize

_CARDINALS: dict[int, str] = {value: word for word, value in reversed(load("numerals")["cardinals"].items())}


def read(text: str) -> Numeral | None:
    return read_numeral(tokenize(text), 0)


def value(text: str) -> float | None:
    """The value of a text that is one numeral from its first token to its last."""
    numeral = read(text)
    assert numeral is not None
    assert (0, len(tokenize(text))) == (numeral.first, numeral.stop)
    return numeral.value


class Style(NamedTuple):
    """How somebody writes numbers in words."""

    joint: str  # between hundreds and what is below them: " and ", " "
    comma: str  # between the terms: ", ", " "
    tie: str  # in "twenty-five": "-", " "
    one: str  # before a scale at the front: "one", "a"


_STYLES = st.builds(
    Style,
    st.sampled_from([" and ", " "]),
    st.sampled_from([", ", " "]),
    st.sampled_from(["-", " "]),
    st.sampled_from(["one", "a"]),
)
_SCALES = [(10**9, "billion"), (10**6, "million"), (10**3, "thousand")]
_INDIAN = [(10**7, "crore"), (10**5, "lakh"), (10**3, "thousand")]


def in_words(number: int, style: Style, scales: list[tuple[int, str]] = _SCALES) -> str:
    """A whole number in English words: 205306 -> "two hundred and five thousand, three hundred and six"."""
    terms = []
    rest = number
    for size, name in scales:
        if rest >= size:
            terms.append(f"{_below_thousand(rest // size, style)} {name}")
            rest %= size
    if rest or not terms:
        terms.append(_below_thousand(rest, style))
    comma = style.comma if len(terms) < 2 or not 0 < rest < 100 else style.joint
    text = style.comma.join(terms[:-1]) + comma + terms[-1] if len(terms) > 1 else terms[0]
    first, _, others = text.partition(" ")
    return f"{style.one} {others}" if first == "one" and others else text


def _below_thousand(number: int, style: Style) -> str:
    if number in _CARDINALS:
        return _CARDINALS[number]
    if number < 100:
        return f"{_CARDINALS[number // 10 * 10]}{style.tie}{_CARDINALS[number % 10]}"
    tail = style.joint + _below_thousand(number % 100, style) if number % 100 else ""
    return f"{_CARDINALS[number // 100]} hundred{tail}"


@given(st.integers(0, 10**9) | st.integers(0, 10**12 - 1), _STYLES)
def test_a_number_in_words_is_read_back(number: int, style: Style) -> None:
    assert number == value(in_words(number, style))
    assert number == value(in_words(number, style).capitalize())


@given(st.integers(0, 10**9), _STYLES)
def test_a_number_in_lakhs_and_crores_is_read_back(number: int, style: Style) -> None:
    assert number == value(in_words(number, style, _INDIAN))


@given(st.integers(10, 99), _STYLES)
def test_hundreds_above_a_thousand_are_read_back(hundreds: int, style: Style) -> None:
    if hundreds % 10:
        assert hundreds * 100 == value(f"{_below_thousand(hundreds, style)} hundred")


@given(st.integers(0, 10**6), st.lists(st.integers(0, 9), min_size=1, max_size=4), _STYLES)
def test_decimals_in_words_are_read_back(whole: int, decimals: list[int], style: Style) -> None:
    text = f"{in_words(whole, style)} point {' '.join(_CARDINALS[digit] for digit in decimals)}"
    expected = float(f"{whole}.{''.join(map(str, decimals))}")
    assert expected == value(text)
    assert pytest.approx(expected * 1e6) == value(f"{text} million")


_PARTS = {"a half": 0.5, "a quarter": 0.25, "three-quarters": 0.75, "three quarters": 0.75, "two-thirds": 2 / 3}


@given(st.integers(1, 999), st.sampled_from(sorted(_PARTS)), st.sampled_from(["", " thousand", " million"]), _STYLES)
def test_mixed_fractions_in_words_are_read_back(whole: int, part: str, scale: str, style: Style) -> None:
    size = {"": 1, " thousand": 1000, " million": 10**6}[scale]
    text = f"{_below_thousand(whole, style)} and {part}{scale}"
    assert pytest.approx((whole + _PARTS[part]) * size) == value(text)


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion", "lakh"]))
def test_scales_in_the_plural_are_read_back(number: int, scale: str) -> None:
    assert value(f"{number} {scale}") == value(f"{number} {scale}s")


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_smaller_scale_in_digits_is_taken_in(millions: int, thousands: int) -> None:
    assert millions * 10**6 + thousands * 10**3 == value(f"{millions} million {thousands} thousand")


@given(st.integers(-30, 20), st.sampled_from(["x 10^", "× 10^", "*10^"]))
def test_powers_of_ten_are_read_back(power: int, times: str) -> None:
    assert float(f"1.5e{power}") == value(f"1.5 {times}{power}")


@given(st.integers(0, 10**12), st.sampled_from([",", "\u00a0", "\u202f", "\u2009", "'", "’"]))
def test_grouped_digits_are_read_back(number: int, separator: str) -> None:
    assert number == value(f"{number:,}".replace(",", separator))
    assert number == value(str(number))


@given(st.integers(0, 9_999_999))
def test_digits_grouped_by_plain_spaces_are_read_back(number: int) -> None:
    assert number == value(f"{number:,}".replace(",", " "))


@pytest.mark.parametrize("text", ["10 000 000", "150 000 000"])
def test_ten_millions_grouped_by_plain_spaces(text: str) -> None:
    assert float(text.replace(" ", "")) == value(text)


@given(st.integers(0, 10**6), st.integers(0, 999))
def test_decimals_are_read_back(whole: int, thousandths: int) -> None:
    text = f"{whole}.{thousandths:03}"
    assert float(text) == value(text)
    assert float(text) == value(f"{whole:,}.{thousandths:03}")


@given(st.integers(1, 9999), st.sampled_from(sorted(load("numerals")["magnitudes"].items())))
def test_a_magnitude_multiplies(tenths: int, magnitude: tuple[str, float]) -> None:
    name, factor = magnitude
    numeral = read(f"{tenths / 10}{name}" if name.endswith("n") and len(name) < 4 else f"{tenths / 10} {name}")
    assert numeral is not None
    assert pytest.approx(tenths / 10 * factor) == numeral.value
    assert factor == numeral.magnitude


@given(
    st.integers(0, 99), st.integers(2, 99).flatmap(lambda below: st.tuples(st.integers(1, below - 1), st.just(below)))
)
def test_mixed_numbers(whole: int, part: tuple[int, int]) -> None:
    above, below = part
    assert whole + above / below == value(f"{whole} {above}/{below}")
    assert above / below == value(f"{above}/{below}")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 99),
        ("tens of thousands", 20_000, 99_999),
        ("several hundred", 300, 900),
        ("a few million", 3_000_000, 5_000_000),
    ],
)
def test_a_vague_word_has_no_value_but_bounds(text: str, low: float, high: float) -> None:
    numeral = read(text)
    assert numeral is not None
    assert (None, low, high) == (numeral.value, numeral.low, numeral.high)


@pytest.mark.parametrize(
    "text",
    [
        "people",
        "hundredth",
        "a boat",
        "scores",
        "thousandfold",
        "-",
        "million",
        "a third party",
        "a quarter",
        "a score",
    ],
)
def test_other_words_are_no_numerals(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "stop", "expected"),
    [
        ("forty people", 1, 40),
        ("three four", 1, 3),
        ("twenty-five boats", 3, 25),
        ("thirty million four-inch screens", 2, 30_000_000),
        ("2-1/2 minutes", 5, 2.5),
        ("two and three", 1, 2),
        ("two hundred and fifty boats", 4, 250),
        ("10 20", 1, 10),
        ("tenfold", 1, 10),
        ("1.1 million", 2, 1_100_000),
        ("5/0", 3, 5),
        ("one hundred and two hundred", 2, 100),
        ("two and a third were hurt", 1, 2),
        ("two and half of the town", 1, 2),
        ("one million, fifty boats", 2, 1_000_000),
        ("1 million and 200 thousand", 2, 1_000_000),
        ("60 million and five vans", 2, 60_000_000),
        ("5 lakh and two phones", 2, 500_000),
        ("60 million and five thousand", 5, 60_005_000),
        ("50 thousands of people", 3, 50_000),
        ("two hundreds of houses", 3, 200),
        ("a quarter of an hour", 2, 0.25),
        ("a third of them", 2, 1 / 3),
        ("two lakh", 2, 200_000),
        ("six point of order", 1, 6),
    ],
)
def test_where_a_numeral_ends(text: str, stop: int, expected: float) -> None:
    numeral = read(text)
    assert numeral is not None
    assert (stop, expected) == (numeral.stop, numeral.value)


def test_words_that_begin_a_numeral() -> None:
    assert {"zero", "forty", "dozens", "million", "tenfold", "both"} <= number_words()
    assert "a" not in number_words()
