from __future__ import annotations

import pytest
from told import told

from crosstally.facts.slots.context import stem
from crosstally.rules.alignment.context import context_of, similarity, weights


@pytest.mark.parametrize(("word", "other"), [("killing", "killed"), ("bridges", "bridge"), ("Miller's", "Miller")])
def test_stems_meet(word: str, other: str) -> None:
    assert stem(other) == stem(word)


def test_the_quote_is_no_part_of_its_surroundings() -> None:
    context = context_of(told("a", "seven bridges", 7, text="The flood in Ostrow swept away seven bridges."))
    assert stem("flood") in context.terms
    assert stem("bridges") not in context.terms
    assert frozenset({"ostrow"}) == context.names


@pytest.mark.parametrize(
    ("text", "quote", "names"),
    [
        ("Ana Ruiz, 34, was driving.", "34", {"ana", "ruiz"}),
        ("The 34-year-old teacher Ana Ruiz drove.", "34-year-old", {"ana", "ruiz"}),
        ("A teacher, 34, was hit by Ana Ruiz.", "34", set()),
    ],
)
def test_names_beside_an_age(text: str, quote: str, names: set[str]) -> None:
    assert names == context_of(told("a", quote, 34, "age", text=text)).beside


@pytest.mark.parametrize(
    ("text", "quote", "is_definite"),
    [
        ("Both victims were flown out.", "Both victims", True),
        ("The other three were taken to hospital.", "three", True),
        ("It hurt 12 people, and all four of a family died.", "four", True),
        ("Four people were wounded.", "Four people", False),
    ],
)
def test_figures_that_go_back_to_one_named_before(text: str, quote: str, *, is_definite: bool) -> None:
    assert is_definite == context_of(told("a", quote, 3, text=text)).is_definite


def test_rare_words_make_alike() -> None:
    texts = ["It fell on the church.", "It fell on the chapel.", "It hit the church.", "It fell on the road."]
    contexts = [context_of(told("a", "It", 1, text=text)) for text in texts]
    weight = weights(contexts)
    assert similarity(contexts[0], contexts[2], weight) > similarity(contexts[0], contexts[3], weight) > 0
    assert similarity(contexts[0], contexts[0], weight) == pytest.approx(1)
