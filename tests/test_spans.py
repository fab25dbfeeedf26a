"""What a stretch of time is the length of: examples are read as the vocabulary says, and silent texts as nothing."""

from __future__ import annotations

import re

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load

_SPANS = load("spans")


def anchors(text: str) -> list[str | None]:
    """The anchors of the times of a text."""
    facts = extract_facts(Document("report", text, "The Ledger"))
    return [fact.anchor for fact in facts if fact.measure == "duration"]


@pytest.mark.parametrize(("text", "expected"), _SPANS["examples"].items())
def test_a_time_is_the_length_of_what_the_text_says(text: str, expected: str) -> None:
    assert [expected] == anchors(text)


@pytest.mark.parametrize("text", _SPANS["silent"]["texts"])
def test_other_times_are_the_length_of_nothing_known(text: str) -> None:
    assert {None} == set(anchors(text))


@pytest.mark.parametrize(("noun", "kind"), [(noun, kind) for kind, nouns in _SPANS["kind"].items() for noun in nouns])
def test_every_noun_names_what_lasts(noun: str, kind: str) -> None:
    assert [kind] == anchors(f"In Sel the {noun} lasted 15 days.")


@pytest.mark.parametrize(("noun", "who"), [(noun, who) for who, nouns in _SPANS["helper"].items() for noun in nouns])
def test_every_noun_names_who_comes(noun: str, who: str) -> None:
    assert [" ".join(sorted(("arrival", who)))] == anchors(f"In Sel the {noun} arrived 15 minutes later.")


@pytest.mark.parametrize("side", ["before", "behind"])
def test_every_phrase_beside_a_time_stands_in_an_example(side: str) -> None:
    told = " ".join(_SPANS["examples"]).lower()
    assert [] == [words for listed in _SPANS[side].values() for words in listed if words not in told]


@pytest.mark.parametrize("name", ["lasts", "again", "takes", "waits", "comes", "away", "hedge", "part"])
def test_every_word_stands_in_an_example(name: str) -> None:
    told = " ".join([*_SPANS["examples"], *_SPANS["silent"]["texts"]]).lower()
    assert [] == [word for word in _SPANS[name]["words"] if not re.search(rf"\b{word}\b", told)]
