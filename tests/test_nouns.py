from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.lexicon import load
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import counts_people, is_plural, singular
from crosstally.facts.words.tokenize import tokenize


def phrase(sentence: str, *, plural: bool = True) -> tuple[str, str] | None:
    """The phrase behind the number that begins a sentence, and its head."""
    tokens = tokenize(sentence)
    found = noun_phrase(tokens, 1, plural=plural)
    if found is None:
        return None
    return sentence[tokens.starts[found.first] : tokens.ends[found.stop - 1]], tokens.words[found.head]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("12 people were killed", ("people", "people")),
        ("12 young sailors from Orvane", ("young sailors", "sailors")),
        ("12 co-workers, police said", ("co-workers", "workers")),
        ("12 government and private buildings burned", ("government and private buildings", "buildings")),
        ("12 AK-47 rifles", ("AK-47 rifles", "rifles")),
        ("12 AK-47s were found", ("AK-47s", "AK-47s")),
        ("12 F-16 fighter jets came", ("F-16 fighter jets", "jets")),
        *((f"12 passengers {verb} there", ("passengers", "passengers")) for verb in load("nouns")["carriers_do"]),
        ("12 plane crashes", ("plane crashes", "crashes")),
        *((f"12 {land.upper()} and two Danish mills", None) for land in load("nouns")["lands"]),
        ("12 cars and boats", ("cars", "cars")),
        ("12 wounded soldiers left", ("wounded soldiers", "soldiers")),
        ("24 home runs", ("home runs", "runs")),
        ("12 other wounded soldiers left", ("other wounded soldiers", "soldiers")),
        ("12 other died", ("other", "other")),
        ("12 most badly hurt victims left", ("most badly hurt victims", "victims")),
        ("500 line the beach", None),
        ("500 protest in Orvane", None),
        ("12 crew in the boat", ("crew", "crew")),
        ("12 were killed", None),
        *((f"12 sisters-{tail} sang", (f"sisters-{tail}", "sisters")) for tail in load("nouns")["tails"]["phrases"]),
        ("12 blasts minutes apart", ("blasts", "blasts")),
        ("12 sports clubs apart from Tarn", ("sports clubs", "clubs")),
        ("12 last month", None),
        ("12 last wishes", ("last wishes", "wishes")),
        ("12 of them", None),
        ("12, police said", None),
        ("12", None),
    ],
)
def test_the_phrase_that_a_number_counts(sentence: str, expected: tuple[str, str] | None) -> None:
    assert expected == phrase(sentence)


def test_an_adjective_may_begin_with_a_preposition() -> None:
    assert ("off-duty police officers", "officers") == phrase("12 off-duty police officers died")


def test_one_thing_is_counted_in_the_singular() -> None:
    assert ("police officer", "officer") == phrase("one police officer died", plural=False)


@given(st.text(alphabet="aAs -,.'12", max_size=40))
def test_a_phrase_lies_in_its_sentence(rest: str) -> None:
    tokens = tokenize(f"12 {rest}")
    found = noun_phrase(tokens, 1, plural=True)
    assert found is None or 1 <= found.first <= found.head < found.stop <= len(tokens)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("villages", "village"),
        ("co-workers", "co-worker"),
        ("Families", "family"),
        ("gas", "gas"),
        ("crises", "crisis"),
        ("torpedoes", "torpedo"),
    ],
)
def test_singulars(plural: str, one: str) -> None:
    assert one == singular(plural)


@given(st.text(alphabet="abeiosuxyz-", min_size=1, max_size=12))
def test_a_singular_is_its_own_singular_unless_it_looks_plural(noun: str) -> None:
    one = singular(noun)
    assert singular(one) == one or is_plural(one)


@pytest.mark.parametrize("word", ["boats", "people", "police", "crises", "co-workers"])
def test_plurals(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize("word", ["boat", "glass", "virus", "news", "crisis", "us", "orvane's"])
def test_no_plurals(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("noun", "people"),
    [
        ("violinist", True),
        ("aid-worker", True),
        ("ex-soldier", True),
        ("boat", False),
        ("wrist", False),
        ("launcher", False),
        ("fireman", True),
        ("Ukrainian", True),
    ],
)
def test_who_counts_as_people(noun: str, people: bool) -> None:  # noqa: FBT001 - a column of the table
    assert people == counts_people(noun)
