"""Texts made to be slow or to overflow; benchmarks/adversarial.py times them."""

from __future__ import annotations

import math

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.words.sentences import sentence_spans

PAGES = 20_000  # code points: a sentence of ten pages

MANY = "1234567890" * 400


def facts_of(text: str) -> list[str]:
    return [fact.quote for fact in extract_facts(Document("report", text, "Post"))]


@pytest.mark.parametrize(
    "unit",
    ["1, ", "12 dead and ", "5 to 6, ", "(5 ", "“5 died ", '"5" ', "5%", "5-", "twenty-one-", "x", "1234", "-", "\t"],
)
def test_what_goes_on_for_pages_is_cut(unit: str) -> None:
    text = "It " + unit * (PAGES // len(unit))
    spans = sentence_spans(text)
    assert max(stop - start for start, stop in spans) <= 2000
    assert "".join(text.split()) == "".join("".join(text[start:stop].split()) for start, stop in spans)


@pytest.mark.parametrize("unit", ["the guard and ", "the guard,\n\tthen ", "the-guard-", "the.guard,"])
def test_a_cut_leaves_words_whole(unit: str) -> None:
    text = unit * (PAGES // len(unit))
    pieces = [text[start:stop] for start, stop in sentence_spans(text)]
    assert len(pieces) > 1
    assert all(piece.endswith(("the", "guard", "and", "then", ",", "-", ".")) for piece in pieces)


def test_a_sentence_of_pages_keeps_its_figures() -> None:
    text = "The storm " + "killed 12 people in one town, " * 500 + "and left."
    assert ["12 people"] * 500 == [quote for quote in facts_of(text) if quote.startswith("12")]


@pytest.mark.parametrize("unit", ["5,", "5, ", "5 dead and ", "5;"])
def test_a_list_may_be_as_long_as_it_likes(unit: str) -> None:
    assert facts_of(f"There were {unit * 3000}and 7 fires.")[-1].startswith("7")


@pytest.mark.parametrize(
    "text",
    [
        f"The storm killed {MANY} people.",
        f"The storm killed five {'hundred ' * 300}people.",
        f"The storm killed 5 {'million ' * 300}people.",
        f"The storm killed 5 to {MANY} people.",
        f"The storm took ${MANY}m.",
    ],
)
def test_no_figure_is_too_large_for_a_number(text: str) -> None:
    for fact in extract_facts(Document("report", text, "Post")):
        ends = [end for end in (fact.interval.value, fact.interval.low, fact.interval.high) if end is not None]
        assert all(map(math.isfinite, ends))


@pytest.mark.parametrize("unit", ["-", "(", "“", " ", "\n", ".", "A. ", "a"])
def test_a_million_of_one_character_are_no_figure(unit: str) -> None:
    assert [] == facts_of(unit * (1_000_000 // len(unit)))
