from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.words.tokenize import tokenize


def kinds(sentence: str) -> list[tuple[str, str]]:
    tokens = tokenize(sentence)
    return list(zip(tokens.words, tokens.kinds, strict=True))


@given(st.text(alphabet=st.sampled_from("aZé1234 .,:-–/'’\"%$°½\u00a0\u202fx(T)&@#+−"), max_size=60) | st.text())
def test_tokens_hold_every_code_point_but_white_space_once_and_in_order(sentence: str) -> None:
    tokens = tokenize(sentence)
    done = 0
    for word, lower, start, end in zip(tokens.words, tokens.lower, tokens.starts, tokens.ends, strict=True):
        assert not sentence[done:start].strip()
        assert start < end
        assert word == sentence[start:end]
        assert lower == word.lower()
        done = end
    assert not sentence[done:].strip()
    assert len(tokens) == len(tokens.kinds) == len(tokens.words)


@pytest.mark.parametrize(
    "number",
    [
        "7",
        "1,200",
        "1 200",
        "1\u00a0200",
        "1\u202f200\u202f000",
        "1\u2009200",
        "1'200",
        "1’200",
        "12.5",
        "1,200.75",
        ".5",
    ],
)
def test_a_number_is_one_token(number: str) -> None:
    assert [(number, "number")] == kinds(number)


@pytest.mark.parametrize(
    "name",
    [
        "https://example.org/2024/12",
        "desk12@example.org",
        "@ledger24",
        "4:17 a.m.",
        "10.30pm",
        "18:45",
        "1430 GMT",
        "2024-03-17",
        "17/03/2024",
        "24/7",
        "March 17",
        "17 March 2024",
        "May 2024",
        "21st",
        "T-72",
        "AK-47",
        "B52",
        "192.168.0.1",
        "555-0100",
    ],
)
def test_a_date_time_address_or_code_is_one_name(name: str) -> None:
    assert [(name, "name")] == kinds(name)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It fell 4%.", ["It", "fell", "4", "%", "."]),
        ("Orvane's 12 co-workers", ["Orvane", "'s", "12", "co", "-", "workers"]),
        ("They don't pay €5.", ["They", "don't", "pay", "€", "5", "."]),
        ("a 30-day truce", ["a", "30", "-", "day", "truce"]),
        ("the U.S. sent 5½ tonnes", ["the", "U.S.", "sent", "5", "½", "tonnes"]),
    ],
)
def test_words_and_signs(sentence: str, words: list[str]) -> None:
    assert words == tokenize(sentence).words


def test_what_stands_outside_the_sentence_is_empty() -> None:
    tokens = tokenize("Twelve died")
    assert ("", "died", "") == (tokens.at(-1), tokens.at(1), tokens.at(2))
    assert not tokens.touches(0)
    assert not tokens.touches(1)
    assert tokenize("30-day").touches(1)


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Twelve Dead After Ferry Sinks", True),
        ("Twelve people died after a ferry sank", False),
        ("Fire", False),
        ("", False),
    ],
)
def test_a_headline_is_told_by_its_capitals(line: str, headline: bool) -> None:  # noqa: FBT001 - a column of the table
    assert headline == tokenize(line).headline
