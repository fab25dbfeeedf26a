"""Frames: what stands around a figure, how far a gap goes, and in which context a frame holds."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.roles.frame import frames_of
from crosstally.facts.roles.frames import framed
from crosstally.facts.words.measure import measures
from crosstally.facts.words.tokenize import tokenize


def says(sentence: str) -> list[str | None]:
    tokens = tokenize(sentence)
    return [one.measure.name if one.measure else None for one in framed(tokens, read_figures(tokens))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The brewer bought its rival for $17 million.", ["deal_price"]),
        ("The mill was sold by the brewer for about $17 million.", ["deal_price"]),
        ("The brewer bought the mill for a record $17 million.", ["deal_price"]),
        ("The bus, carrying 41 pupils, sank.", ["aboard"]),
        ("The share slumped below $32.", ["share_price"]),
        ("Payrolls rose by 1,500 in May.", ["jobs_added"]),
        ("The brewer bought its rival. It has $17 million.", [None]),
        ("The brewer bought a mill when its rival was for $17 million.", [None]),
        ("The brewer offered $54 a share.", [None]),
    ],
)
def test_a_frame_holds_around_its_figure_within_a_clause(sentence: str, expected: list[str | None]) -> None:
    assert expected == says(sentence)


def test_a_gap_does_not_go_past_another_figure_of_the_kind() -> None:
    assert ["deal_price", None] == says("The brewer bought the mill for $3 million and its debts of $2 million.")


def test_the_opening_of_a_report_tells_what_it_is_of() -> None:
    opening, sentence = "The election was held on Sunday.", "Ms Adler got 21 percent."
    [alone] = extract_facts(Document("a", sentence, "s"))
    [told] = extract_facts(Document("a", f"{opening} {sentence}", "s"))
    assert ("percent", "vote_share") == (alone.measure, told.measure)


@pytest.mark.parametrize(("day", "expected"), [("On 3 March", "count"), ("On a march", "attending")])
def test_the_month_of_march_is_no_march(day: str, expected: str) -> None:
    [fact] = extract_facts(Document("a", f"{day}, it rained. The piper drew 500 people.", "s"))
    assert expected == fact.measure


def test_a_weak_frame_gives_way_to_what_is_said_of_its_figure() -> None:
    [killed] = extract_facts(Document("a", "All 16 on board were killed.", "s"))
    [aboard] = extract_facts(Document("a", "There were 16 people on board.", "s"))
    assert ("killed", "aboard") == (killed.measure, aboard.measure)


def test_a_bar_takes_away_what_other_words_say() -> None:
    [fact] = extract_facts(Document("a", "She won by a margin of 900 votes.", "s"))
    assert "count" == fact.measure


def test_a_written_frame_stands_for_each_of_its_forms() -> None:
    frames = list(frames_of("lose~|win~ the? # + seat|vote", measures()["seats"], {"context": ["party"]}))
    assert [2, 1] == [len(frame.before) for frame in frames]
    verbs = frozenset({"lose", "loses", "losing", "lost", "win", "wins", "winning", "won"})
    assert verbs == frames[0].before[0]
    assert (frozenset({"seat", "vote"}), frozenset({"party"})) == (frames[0].nouns, frames[0].context)
