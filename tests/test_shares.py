"""Shares that are told without "percent" are read in percent."""

from __future__ import annotations

import pytest

from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize


def shares(sentence: str) -> list[tuple[str, float | None]]:
    """The shares of a sentence: as written, and in percent."""
    tokens = tokenize(sentence)
    return [
        (sentence[tokens.starts[figure.first] : tokens.ends[figure.stop - 1]], figure.interval.value)
        for figure in read_figures(tokens)
        if figure.unit is not None and figure.unit.name == "percentage"
    ]


@pytest.mark.parametrize(
    ("sentence", "quote", "percent"),
    [
        ("Half the roof fell in.", "Half", 50),
        ("Half of those questioned agreed.", "Half", 50),
        ("Nearly half of the town is dark.", "Nearly half", 50),
        ("Three quarters of voters stayed at home.", "Three quarters", 75),
        ("He owns 1/4 of the firm.", "1/4", 25),
        ("It fell by a quarter of its size.", "a quarter", 25),
        ("One grower in five has left.", "One grower in five", 20),
        ("More than seven in ten voted.", "More than seven in ten", 70),
        ("Two in five are poor.", "Two in five", 40),
        ("One in 10 children is hungry.", "One in 10", 10),
        ("Three out of four men stayed at home.", "Three out of four", 75),
        ("One in ten homes was sold.", "One in ten", 10),
        ("The stock lost half its value.", "half", 50),
        ("Only one in four of them voted.", "one in four", 25),
    ],
)
def test_a_share_in_words_is_in_percent(sentence: str, quote: str, percent: float) -> None:
    assert [(quote, percent)] == shares(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The blast killed two in three villages.",
        "Three were killed in 10 days.",
        "They built one in 2014.",
        "Half an hour later it rained.",
        "It is half a mile away.",
        "The ring weighs 1/16 of a US pound.",
        "It was hit by three in four separate raids.",
        "The value is 0.5.",
        "It needs a two-thirds majority.",
        "He gave 9 out of 14 answers.",
    ],
)
def test_what_is_no_share_is_none(sentence: str) -> None:
    assert [] == shares(sentence)
