from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.words.vocabulary import any_of, in_any_case

_WORDS = st.lists(st.text("abc. ", min_size=1, max_size=5), min_size=1, max_size=8)


@given(_WORDS, st.text("abc. ", max_size=6))
def test_a_pattern_matches_its_words_and_nothing_else(words: list[str], text: str) -> None:
    pattern = re.compile(any_of(words))
    assert (text in words) == (pattern.fullmatch(text) is not None)
    assert all(pattern.fullmatch(word) for word in words)


@given(_WORDS)
def test_the_longest_word_is_taken(words: list[str]) -> None:
    longest = max(words, key=len)
    found = re.match(any_of(words), longest)
    assert found is not None
    assert longest == found[0]


def test_words_are_written_in_small_letters_with_a_capital_and_in_capitals() -> None:
    assert {"no one", "No one", "NO ONE"} == in_any_case(["no one"])
