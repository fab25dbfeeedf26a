"""Words that are spelled in two ways are brought to one."""

from __future__ import annotations

import pytest

from crosstally.facts.lexicon import load
from crosstally.facts.words.spelling import in_one_spelling
from crosstally.rules.alignment.kinds import Relation, kind_of, relate_kinds

_SPELLING = load("spelling")


@pytest.mark.parametrize(("british", "american"), [*_SPELLING["examples"].items(), *_SPELLING["words"].items()])
def test_british_words_are_spelled_as_americans_do(british: str, american: str) -> None:
    assert american == in_one_spelling(british)


@pytest.mark.parametrize("word", [*_SPELLING["silent"]["words"], *_SPELLING["examples"].values()])
def test_other_words_stay_as_they_are(word: str) -> None:
    assert word == in_one_spelling(word)


def test_every_ending_is_of_a_word_in_both_spellings() -> None:
    stems = [f"abc{ending}" for ending in _SPELLING["endings"]]
    assert [f"abc{ending}" for ending in _SPELLING["endings"].values()] == list(map(in_one_spelling, stems))


def test_one_thing_in_two_spellings_is_one_kind() -> None:
    assert Relation.SAME == relate_kinds(kind_of("organisation"), kind_of("organization"))
