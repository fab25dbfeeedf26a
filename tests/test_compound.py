"""Measures in two units: every unit of the vocabulary stands in an example, and each example is read as it says."""

from __future__ import annotations

import pytest

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize


@pytest.mark.parametrize(("text", "expected"), load("compound")["examples"].items())
def test_a_measure_in_two_units_is_one_in_the_smaller(text: str, expected: list[object]) -> None:
    (figure,) = [figure for figure in read_figures(tokenize(text)) if figure.unit is not None]
    assert expected == [figure.interval.value, figure.unit and figure.unit.name]


@pytest.mark.parametrize("text", load("compound")["silent"]["texts"])
def test_what_is_no_measure_in_two_units_stays_apart(text: str) -> None:
    assert 2 == len(read_figures(tokenize(text)))


def test_every_unit_stands_in_an_example() -> None:
    units = {unit for _, unit in load("compound")["examples"].values()}
    assert set(load("compound")["smaller"].values()) == units


@pytest.mark.parametrize(("text", "pounds"), load("compound")["stones"]["examples"].items())
def test_stones_are_told_in_pounds(text: str, pounds: float) -> None:
    [figure] = read_figures(tokenize(text))
    assert (pounds, "pound-mass") == (figure.interval.value, figure.unit and figure.unit.name)


@pytest.mark.parametrize("text", load("compound")["stones"]["silent"])
def test_stones_that_are_no_weight_are_no_pounds(text: str) -> None:
    assert not any(figure.unit and figure.unit.name == "pound-mass" for figure in read_figures(tokenize(text)))
