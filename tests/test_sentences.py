from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.lexicon import load
from crosstally.facts.words.furniture import is_furniture, link_lists
from crosstally.facts.words.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@given(st.text(alphabet=st.sampled_from("aB1 .!?…\n\r\t\"”')([,;-"), max_size=120) | st.text())
def test_spans_are_ordered_disjoint_and_hold_all_but_white_space(text: str) -> None:
    done = 0
    for start, end in sentence_spans(text):
        assert not text[done:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        done = end
    assert not text[done:].strip()


@pytest.mark.parametrize("abbreviation", load("abbreviations")["before_names"])
def test_an_abbreviation_ends_no_sentence(abbreviation: str) -> None:
    text = f"They met {abbreviation}. Orvane at noon."
    assert [text] == sentences(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve died. Forty were hurt.", ["Twelve died.", "Forty were hurt."]),
        ("Did 12 die? Yes! 40 too.", ["Did 12 die?", "Yes!", "40 too."]),
        ("It rose 1.5 percent. It fell 2.", ["It rose 1.5 percent.", "It fell 2."]),
        ("“Twelve died.” He left.", ["“Twelve died.”", "He left."]),
        ("J. R. Orvane died. He was 40.", ["J. R. Orvane died.", "He was 40."]),
        ("The U.S. Navy sent 12 ships.", ["The U.S. Navy sent 12 ships."]),
        ("So did I. Twelve left.", ["So did I.", "Twelve left."]),
        ("Twelve dead in fire\n\nA fire broke out.", ["Twelve dead in fire", "A fire broke out."]),
        ("Twelve dead in fire\nA fire broke out.", ["Twelve dead in fire", "A fire broke out."]),
        ("A fire broke out in\nthe old town.", ["A fire broke out in\nthe old town."]),
        ("Posts: 212\nvane_61: so it is.", ["Posts: 212", "vane_61: so it is."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert expected == sentences(text)


def test_blanks_behind_a_line_end_nothing_and_join_nothing() -> None:
    lines = ["The flood hurt 204 people in the town of Orvane (of whom 12 are critical)", "- Houses lost: 14"]
    assert lines == sentences("\n".join(lines))
    assert lines == sentences("  \n".join(lines))


def test_a_line_of_wrapped_prose_goes_on_in_the_next() -> None:
    text = "Twelve people died when a ferry sank off the coast of the isle of\nOrvane, the coast guard said."
    assert [text] == sentences(text)


def test_furniture_is_told_from_the_report() -> None:
    assert is_furniture("Copyright 2025 The Orvane Ledger")
    assert not is_furniture("Twelve people died.")


def test_a_line_of_furniture_and_an_entry_end_what_goes_before() -> None:
    text = "Page 1 of 3\nvell: Saw 12 lorries there\nrusk: So did I\nPosts: 212\nbut 14 of them left"
    assert [
        "Page 1 of 3",
        "vell: Saw 12 lorries there",
        "rusk: So did I",
        "Posts: 212",
        "but 14 of them left",
    ] == [text[begin:end] for begin, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men died.Witnesses said so.", ["Two men died.", "Witnesses said so."]),
        ('"Two men died."Police said so.', ['"Two men died."', "Police said so."]),
        ("Sgt.Vell of St.Orvane met Bo at Vanda.com here.", ["Sgt.Vell of St.Orvane met Bo at Vanda.com here."]),
    ],
)
def test_a_sentence_may_end_without_a_space(text: str, expected: list[str]) -> None:
    assert expected == sentences(text)


def test_links_end_where_prose_goes_on() -> None:
    text = "Three men died.\n\nRelated:\n- Ferry sinks, killing 40 in 2019\n- 7 best beaches\n\nA fourth died later.\n"
    ((begin, end),) = link_lists(text)
    assert text[begin:end].split("\n") == ["", "- Ferry sinks, killing 40 in 2019", "- 7 best beaches"]
    assert [begin <= at < end for at in (text.index("Three"), text.index("7"), text.index("A fourth"))] == [
        False,
        True,
        False,
    ]


def test_a_byline_is_no_part_of_the_headline_above_it() -> None:
    head = "Ferry with sixty aboard sinks off Orvane as divers search the bay"
    assert [head, "By Ana Vell, Foreign Editor", "Four died."] == sentences(
        f"{head}\nBy Ana Vell, Foreign Editor\nFour died."
    )
    wrapped = (
        "The boat had left the harbour with sixty aboard and was seen last\nBy Old Pier, where divers searched all day."
    )
    assert 1 == len(sentences(wrapped))
