from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.ranks import read_ranks
from crosstally.facts.words.nouns import singular
from crosstally.facts.words.tokenize import tokenize

_LISTS = ("always", "ranked", "spans", "be", "making", "placed", "among")


def facts(text: str) -> list[Fact]:
    return extract_facts(Document("report", text, "The Ledger"))


@pytest.mark.parametrize(("text", "rank"), load("ranks")["examples"].items())
def test_a_rank_is_read_as_its_file_says(text: str, rank: int) -> None:
    assert [rank] == [fact.interval.value for fact in facts(text) if fact.measure == "rank"]


@pytest.mark.parametrize("text", load("ranks")["silent"]["texts"])
def test_an_ordinal_that_only_tells_one_from_another_is_no_rank(text: str) -> None:
    assert [] == read_ranks(tokenize(text))


def test_every_ordinal_is_read_in_an_example() -> None:
    assert set(load("ranks")["words"].values()) <= set(load("ranks")["examples"].values())


def test_a_rank_is_quoted_with_what_it_is_a_rank_of() -> None:
    assert [("fifth successful raid", "raid")] == [
        (fact.quote, fact.counted) for fact in facts("This is the fifth successful raid since May.")
    ]


def test_two_ranks_are_held_against_nobody() -> None:
    assert "anchor" in load("needs")["measures"]["rank"]


@pytest.mark.parametrize("kind", _LISTS)
def test_every_word_of_a_list_stands_in_an_example(kind: str) -> None:
    said = {
        one for text in load("ranks")["examples"] for word in tokenize(text).lower for one in (word, singular(word))
    }
    assert set() == set(load("ranks")[kind]) - said
