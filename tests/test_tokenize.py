"""Numbers behind months, weekdays and places: which are days, years and names, and which count something."""

from __future__ import annotations

from itertools import product

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load
from crosstally.facts.skips import skips_of
from crosstally.facts.words.tokenize import tokenize

_MONTH = load("times")["month"]


def _numbers(text: str) -> list[float | None]:
    return [fact.interval.value for fact in extract_facts(Document("example", text, "The Example"))]


@pytest.mark.parametrize("text", _MONTH["facts"])
def test_a_number_behind_a_day_or_a_place_counts(text: str) -> None:
    assert 1 == len(_numbers(text))


@pytest.mark.parametrize("text", _MONTH["silent"])
def test_a_day_a_year_and_a_name_count_nothing(text: str) -> None:
    assert [] == _numbers(text)


def test_every_word_stands_in_an_example() -> None:
    texts = [f" {' '.join(tokenize(text).lower)} " for text in _MONTH["facts"]]
    words = [word for key in ("without_day", "opening", "verbs") for word in _MONTH[key]]
    words += load("times")["weekdays"] + load("times")["months"]
    assert [] == [word for word in words if not any(f" {word} " in text for text in texts)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In March 40 protesters left.", ["In", "March", "40", "protesters", "left", "."]),
        ("In May, 1500 cases came.", ["In", "May", ",", "1500", "cases", "came", "."]),
        ("On March 12 protesters left.", ["On", "March 12", "protesters", "left", "."]),
        ("12-Dec-2014: it burned.", ["12-Dec-2014", ":", "it", "burned", "."]),
        ("05-Jan-24", ["05-Jan-24"]),
        ("As at 12Dec2014 it stood.", ["As", "at", "12Dec2014", "it", "stood", "."]),
        ("On 11 / 16 / 1982 it burned.", ["On", "11 / 16 / 1982", "it", "burned", "."]),
        ("2014/12/16", ["2014/12/16"]),
        ("Some 30 may be lost.", ["Some", "30", "may", "be", "lost", "."]),
        ("It fell on 12 may, late.", ["It", "fell", "on", "12 may", ",", "late", "."]),
    ],
)
def test_dates_are_one_token_and_counts_another(text: str, words: list[str]) -> None:
    tokens = tokenize(text)
    assert words == tokens.words
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == words


_OPENINGS = ("In May", "On May", "In March", "By Friday", "On Sunday", "In Orvane", "In the end", "Then", "The Orvane")
_NUMBERS = ("7", "12", "40", "300", "1500", "2014")
_VERBS = ("were", "had", "may", "wounded", "old", "")
_NOUNS = ("people", "homes", "soldiers", "")


@pytest.mark.parametrize(("opening", "number"), list(product(_OPENINGS, _NUMBERS)))
def test_every_number_is_a_fact_or_a_named_skip(opening: str, number: str) -> None:
    """Whatever stands around it, a number is told of: as a figure, or as something that is none, by its name."""
    for verb, noun in product(_VERBS, _NOUNS):
        for text in (f"{opening} {number} {noun} {verb} lost.", f"{opening} {number} {verb} {noun} fled."):
            document = Document("example", " ".join(text.split()), "The Example")
            facts = extract_facts(document)
            skips = skips_of(document, facts)
            told = [fact.quote for fact in facts] + [skip.quote for skip in skips]
            assert any(number in words for words in told), document.text
            assert all(skip.reason for skip in skips)
