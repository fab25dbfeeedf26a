"""Numbers that somebody gave, who is named right behind them."""

from __future__ import annotations

import pytest

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import counted_noun
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize

_DATA = load("foretold")


@pytest.mark.parametrize(("text", "noun"), [*_DATA["examples"].items(), *_DATA["silent"].items()])
def test_who_gave_a_number_is_not_what_it_counts(text: str, noun: str) -> None:
    tokens = tokenize(text)
    [figure] = read_figures(tokens)
    assert (noun or None) == counted_noun(tokens, figure)


@pytest.mark.parametrize("word", [word for kind in ("held", "foretold", "said") for word in _DATA[kind]])
def test_every_word_stands_in_an_example(word: str) -> None:
    assert any(word in tokenize(text).lower for text in _DATA["examples"])
