from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.numbers.scan import sentences_with_figures
from crosstally.facts.numbers.zero import read_zeros
from crosstally.facts.words.hits import find_triggers
from crosstally.facts.words.sentences import sentence_spans
from crosstally.facts.words.tokenize import tokenize


def may_hold_figure(text: str) -> bool:
    return bool(sentences_with_figures(text, sentence_spans(text)))


@pytest.mark.parametrize("word", sorted(number_words()))
def test_every_number_word_is_seen(word: str) -> None:
    for form in (word, word.capitalize(), word.upper()):
        assert may_hold_figure(f"They saw {form} boats.")


@pytest.mark.parametrize("text", ["It fell 4%.", "½ a mile", "No one died.", "a few boats", "Nobody died."])
def test_other_figures_are_seen(text: str) -> None:
    assert may_hold_figure(text)


@pytest.mark.parametrize("text", ["", "The boat sank off the old town.", "Someone often listened.", "tenants"])
def test_plain_text_is_passed_over(text: str) -> None:
    assert not may_hold_figure(text)


def test_only_sentences_with_figures_are_named() -> None:
    text = "The boat sank. Twelve people died. It rained. At 4 it sank. It was 2014. Two"
    assert [1, 3, 4, 5] == sentences_with_figures(text, sentence_spans(text))


_WORDS = [
    "a",
    "few",
    "Both",
    "ten",
    "no",
    "half",
    "zero",
    "died",
    "one",
    ".",
    "the",
    "more than",
    "dozen",
    "Boats",
    "million",
    "Tenfold",
    "½",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_what_is_passed_over_holds_no_figure(text: str) -> None:
    tokens = tokenize(text)
    if read_figures(tokens) or read_zeros(tokens, find_triggers(tokens)):
        assert may_hold_figure(text)


def test_an_article_behind_a_hedge_is_seen() -> None:
    assert may_hold_figure("It lasted more than a week.")
