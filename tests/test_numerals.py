from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.numerals import Numeral, number_words, read_numeral
from crosstally.facts.words.tokens import tokenize

_CARDINALS: dict[int, str] = {value: word for word, value in reversed(load("numerals")["cardinals"].items())}


def read(text: str) -> Numeral | None:
    return read_numeral(tokenize(text), 0)


def value(text: str) -> float | None:
    """The value of a text that is one numeral from its first token to its last."""
    numeral = read(text)
    assert numeral is not None
    assert (0, len(tokenize(text))) == (numeral.first, numeral.stop)
    return numeral.value


def in_words(number: int, joint: str = " and ") -> str:
    """A whole number below a million in English words: 1005 -> "one thousand and five"."""
    if number in _CARDINALS:
        return _CARDINALS[number]
    if number < 100:
        return f"{_CARDINALS[number // 10 * 10]}-{_CARDINALS[number % 10]}"
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % size
    tail = "" if not rest else (joint if rest < 100 else " ") + in_words(rest, joint)
    return f"{in_words(number // size, joint)} {name}{tail}"


@given(st.integers(0, 999_999), st.sampled_from([" and ", " "]))
def test_a_number_in_words_is_read_back(number: int, joint: str) -> None:
    assert number == value(in_words(number, joint))
    assert number == value(in_words(number, joint).capitalize())


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


@pytest.mark.parametrize("text", ["people", "hundredth", "a boat", "scores", "thousandfold", "-", "million"])
def test_other_words_are_no_numerals(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "stop", "expected"),
    [
        ("forty people", 1, 40),
        ("three four", 1, 3),
        ("twenty-five boats", 3, 25),
        ("two and three", 1, 2),
        ("two hundred and fifty boats", 4, 250),
        ("10 20", 1, 10),
        ("tenfold", 1, 10),
        ("1.1 million", 2, 1_100_000),
        ("5/0", 3, 5),
    ],
)
def test_where_a_numeral_ends(text: str, stop: int, expected: float) -> None:
    numeral = read(text)
    assert numeral is not None
    assert (stop, expected) == (numeral.stop, numeral.value)


def test_words_that_begin_a_numeral() -> None:
    assert {"zero", "forty", "dozens", "million", "tenfold", "both"} <= number_words()
    assert "a" not in number_words()
