"""The vocabularies of measures: every word of one stands in an example that it explains."""

from __future__ import annotations

from typing import Any

import pytest

from crosstally.facts.lexicon import load, load_folder
from crosstally.facts.needs import needs
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.roles.frames import frames_in
from crosstally.facts.words.hits import find_triggers
from crosstally.facts.words.measure import measures
from crosstally.facts.words.nouns import singular
from crosstally.facts.words.tokenize import tokenize
from crosstally.facts.words.triggers import triggers_of
from crosstally.rules.alignment.levels import SLOTS


@pytest.mark.parametrize("name", load_folder("measures"))
def test_every_word_of_a_measure_stands_in_an_example_and_explains_it(name: str) -> None:
    data = load_folder("measures")[name]
    irregular = data.get("forms", {})
    examples = [tokenize(text) for text in data["examples"]]
    found = {hit.trigger for tokens in examples for hit in find_triggers(tokens)}
    texts = [f" {' '.join(map(singular, tokens.lower))} " for tokens in examples]
    lacking = [
        (role, phrase)
        for role, phrases in data["words"].items()
        if role in {"object", "subject", "state", "topic", "deed"}
        for phrase in phrases
        if found.isdisjoint(triggers_of(phrase, role, measures()[name], irregular))
    ]
    lacking += [
        (role, noun)
        for role in ("noun", "zero")
        for noun in data["words"].get(role, ())
        if not any(f" {noun} " in text for text in texts)
    ]
    framing = {frame.phrase for tokens in examples for frame in frames_in(tokens, read_figures(tokens))}
    lacking += [("frame", phrase) for phrase in _frames(data) if phrase not in framing]
    assert [] == lacking


def _frames(data: dict[str, Any]) -> list[str]:
    """The frames of a measure that say so; those that say that it is not it stand in its silent sentences."""
    return [phrase for family in data.get("frame", ()) if not family.get("bars") for phrase in family["phrases"]]


def test_a_frame_that_bars_a_measure_stands_in_a_silent_sentence() -> None:
    lacking = []
    for name, data in load_folder("measures").items():
        silent = [tokenize(text) for text in data["silent"]["texts"]]
        found = {frame.phrase for tokens in silent for frame in frames_in(tokens, read_figures(tokens)) if frame.bars}
        barring = [phrase for family in data.get("frame", ()) if family.get("bars") for phrase in family["phrases"]]
        lacking += [(name, phrase) for phrase in barring if phrase not in found]
    assert [] == lacking


def test_irregular_verbs_are_verbs_of_a_frame_or_of_a_measure() -> None:
    phrases = [
        phrase
        for data in load_folder("measures").values()
        for family in data.get("frame", ())
        for phrase in family["phrases"]
    ]
    verbs = {one.rstrip("?~") for phrase in phrases for word in phrase.split() for one in word.split("|") if "~" in one}
    verbs |= {word for data in load_folder("measures").values() for word in _verbs(data)}
    assert set() == set(load("verbs")["forms"]) - verbs


def _verbs(data: dict[str, Any]) -> set[str]:
    """The words of a measure's verbs, each with what may stand in its place."""
    phrases = [phrase for role in ("object", "subject", "deed") for phrase in data["words"].get(role, ())]
    phrases += [phrase.partition(" + ")[0] for phrase in data["words"].get("outcome", ())]
    return {verb for phrase in phrases for word in phrase.split()[:2] for verb in word.split("|")}


@pytest.mark.parametrize("name", load_folder("measures"))
def test_the_verbs_with_forms_of_their_own_are_verbs_of_the_measure(name: str) -> None:
    data = load_folder("measures")[name]
    assert set() == set(data.get("forms", {})) - _verbs(data)


def test_what_a_measure_needs_before_it_accuses_are_slots_that_are_compared() -> None:
    assert [] == [
        (name, slot) for name in (*load_folder("measures"), "age", "count") for slot in needs(name) if slot not in SLOTS
    ]


@pytest.mark.parametrize(
    ("measure", "expected"), [("killed", {"place", "reference"}), ("age", {"anchor"}), ("profit", set())]
)
def test_a_measure_needs_what_it_declares_beside_what_every_figure_needs(measure: str, expected: set[str]) -> None:
    assert expected == set(needs(measure)) - set(load("needs")["every"])
