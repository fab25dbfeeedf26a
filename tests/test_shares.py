"""Shares that are told without "percent" are read in percent."""

from __future__ import annotations

import pytest

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize


def shares(sentence: str) -> list[tuple[str, float]]:
    """The shares of a sentence: as written, and in percent, to two places."""
    tokens = tokenize(sentence)
    return [
        (sentence[tokens.starts[figure.first] : tokens.ends[figure.stop - 1]], round(figure.interval.value or 0, 2))
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
        ("Many growers, or one in five, left.", "one in five", 20),
        ("One in 2,500 babies is born deaf.", "One in 2,500", 0.04),
        ("About one in 400 pumps fails.", "About one in 400", 0.25),
        ("One in 10 children is hungry.", "One in 10", 10),
        ("Three out of four men stayed at home.", "Three out of four", 75),
        ("One in ten homes was sold.", "One in ten", 10),
        ("The stock lost half its value.", "half", 50),
        ("Only one in four of them voted.", "one in four", 25),
        ("They are one in seven portable computers sold.", "one in seven", 14.29),
        ("Today nine in ten come from Orvane.", "nine in ten", 90),
        ("He made four in ten of those sold.", "four in ten", 40),
        ("One sailor in five dies young.", "One sailor in five", 20),
        ("It grew by more than a fifth to 12 million.", "more than a fifth", 20),
        ("It is about a third less likely to burn.", "about a third", 33.33),
        ("Three-quarters are women.", "Three-quarters", 75),
        ("It was cut by half.", "half", 50),
        ("He must serve at least one sixth—or 10 months.", "at least one sixth", 16.67),
        ("The cuts hit one in every 10 regular workers.", "one in every 10", 10),
        ("Half said no.", "Half", 50),
        ("About half were women.", "About half", 50),
        ("The odds of a win are 1 in 24.9, she said.", "1 in 24.9", 4.02),
        ("The chance of that is one in 4,000.", "one in 4,000", 0.03),
        ("It had a 1 in 40 chance of rain.", "1 in 40", 2.5),
    ],
)
def test_a_share_in_words_is_in_percent(sentence: str, quote: str, percent: float) -> None:
    assert [(quote, percent)] == shares(sentence)


@pytest.mark.parametrize("word", load("shares")["touched"]["words"])
def test_what_befell_a_share_stands_before_it(word: str) -> None:
    assert [("3 in 10", 30)] == shares(load("shares")["touched"]["example"].format(word))
    assert [] == shares(load("shares")["touched"]["silent"].format(word))


@pytest.mark.parametrize("word", load("shares")["tied"]["words"])
def test_a_part_tied_to_a_share_is_one(word: str) -> None:
    assert [("one-third", 33.33)] == shares(load("shares")["tied"]["example"].format(word))


@pytest.mark.parametrize("word", load("shares")["comparatives"]["words"])
def test_a_part_before_a_comparative_is_a_share(word: str) -> None:
    assert [("a third", 33.33)] == shares(load("shares")["comparatives"]["example"].format(word))


@pytest.mark.parametrize(
    "sentence",
    [
        "The blast killed two in three villages.",
        "The blast killed one in seven portable huts.",
        "The half was dull.",
        "The risk fell by 1 in 2009.",
        "He has one in 24.9 acres of park.",
        "He came a third later in June.",
        "Three were killed in 10 days.",
        "They built one in 2014.",
        "Half an hour later it rained.",
        "It is half a mile away.",
        "The ring weighs 1/16 of a US pound.",
        "It was hit by three in four separate raids.",
        "The value is 0.5.",
        "It was a three-quarters moon.",
        "He gave 9 out of 14 answers.",
        "He gave it three out of five stars.",
    ],
)
def test_what_is_no_share_is_none(sentence: str) -> None:
    assert [] == shares(sentence)
