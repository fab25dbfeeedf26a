"""The benchmark of accuracy: what it takes for equal, and the sentences it brings."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture(name="accuracy")
def accuracy_module(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("accuracy")


@pytest.fixture(name="reading")
def reading_class(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("readers").Reading


@pytest.mark.parametrize(
    ("written", "ends"),
    [("15.0", (15,)), ("-4", (-4,)), ("252.0-287.0", (252, 287)), ("-4-2", (-4, 2)), ("1E-05", (1e-5,))],
)
def test_ends(accuracy: Any, written: str, ends: tuple[float, ...]) -> None:
    assert ends == accuracy.ends(written)


@pytest.mark.parametrize("values", [(30.0, 40.0), (30.0000001, 40.0)])
def test_same_range(accuracy: Any, reading: Any, values: tuple[float, ...]) -> None:
    assert accuracy.same_value({"value": "30-40", "normalized_unit": "nurse"}, reading(values))


@pytest.mark.parametrize("values", [(), (30.0,), (40.0, 30.0), (30.0, 40.1)])
def test_other_range(accuracy: Any, reading: Any, values: tuple[float, ...]) -> None:
    assert not accuracy.same_value({"value": "30-40", "normalized_unit": "nurse"}, reading(values))


@pytest.mark.parametrize(
    ("wanted", "unit", "counted"),
    [
        ("kilometre", "Kilometer", ""),
        ("celsius", "degree Celsius", ""),
        ("year of age", "year", ""),
        ("nurse", "", "nurse"),
        ("people", "", "person"),
        ("-", "", ""),
    ],
)
def test_same_unit(accuracy: Any, reading: Any, wanted: str, unit: str, counted: str) -> None:
    assert accuracy.same_unit({"value": "3", "normalized_unit": wanted}, reading((3.0,), unit, counted))


@pytest.mark.parametrize(
    ("wanted", "unit", "counted"), [("mile", "kilometre", ""), ("nurse", "", ""), ("nurse", "day", "nurse")]
)
def test_other_unit(accuracy: Any, reading: Any, wanted: str, unit: str, counted: str) -> None:
    assert not accuracy.same_unit({"value": "3", "normalized_unit": wanted}, reading((3.0,), unit, counted))


def test_change_and_concept(accuracy: Any, reading: Any) -> None:
    gold = {"value": "3", "normalized_unit": "-", "change": "up", "referred_concepts": "key rate"}
    assert accuracy.same_change(gold, reading((3.0,), changes=frozenset({"=", "up"})))
    assert not accuracy.same_change(gold, reading((3.0,)))
    assert accuracy.same_concept(gold, reading((3.0,), concept="central bank, rate"))
    assert not accuracy.same_concept(gold, reading((3.0,)))
    assert accuracy.same_concept(gold | {"referred_concepts": "-"}, reading((3.0,), concept=""))
    assert not accuracy.same_concept(gold | {"referred_concepts": "-"}, reading((3.0,)))


def test_each_reading_is_taken_once(accuracy: Any) -> None:
    assert accuracy.hits([[0], [0]]) == 1
    assert accuracy.hits([[0, 1], [0]]) == 2
    assert accuracy.hits([[], [1]]) == 1


def test_sentences_are_in_the_form_of_newsquant() -> None:
    sentences = json.loads((BENCHMARKS / "sentences.json").read_text(encoding="utf-8"))
    marks = [(sentence["text"], quantity) for sentence in sentences for quantity in sentence["quantities"]]
    assert len({sentence["text"] for sentence in sentences}) == len(sentences)
    assert any(not sentence["quantities"] for sentence in sentences)
    assert {"=", "~", "<", ">", "up", "down"} == {quantity["change"] for _, quantity in marks}
    for text, quantity in marks:
        known = {"-", "he"} | {word.strip(".,;'").lower() for word in text.split()}
        for word in quantity["referred_concepts"].lower().split():
            assert word in known or f"{word}'s" in text.lower(), f"{word}: {text}"
