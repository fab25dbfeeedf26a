from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load, load_folder
from crosstally.facts.normal.normal import normal

SENTENCES = [
    text for data in load_folder("measures").values() for text in data["examples"] if any(map(str.islower, text))
]


def figures(text: str) -> list[tuple[str, float | None, float | None, str | None]]:
    """What is read of a text, but for whom it only names: capitals tell a name."""
    found = [fact for fact in extract_facts(Document("report", text, "report")) if fact.counted_by != "name"]
    return [(fact.measure, fact.interval.low, fact.interval.high, fact.counted) for fact in found]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Twelve people died.", "Twelve people died."),
        ("At least 1\u200b2 people", "At least 12 people"),
        ("Twen\u00adty-five people", "Twenty-five people"),
        ("O\ufb03cials said twenty-\ufb01ve", "Officials said twenty-five"),
        ("\u0661\u0662 people", "12 people"),
        ("\uff11\uff12 people", "12 people"),
        ("12 \u0440\u0435ople", "12 people"),
        ("\u0420\u043e\u0441\u0441\u0438\u044f lost 12", "\u0420\u043e\u0441\u0441\u0438\u044f lost 12"),
        ("1\u202f200\u00a0people", "1 200 people"),
        ("Orte\u0301ga", "Ort\u00e9ga"),
        ("It fell.\r\nIt rose.\rIt stood.", "It fell.\nIt rose.\nIt stood."),
        ("A 16-\nyear-old", "A 16-year-old"),
        ("twenty-\n  five people", "twenty-five people"),
        ("12 sol-\ndiers", "12 soldiers"),
        ("At least 12[3] people[a]", "At least 12 people"),
        ("12 people\u00b9 died", "12 people died"),
        ("12\u2020 died", "12 died"),
        ("40 km\u00b2 of land", "40 km\u00b2 of land"),
        ("the [old] mill", "the [old] mill"),
        ("Two aides _ both new _ left.", "Two aides \u2013 both new \u2013 left."),
        ("a_b and _c", "a_b and _c"),
        ("three U. S. citizens", "three U.S. citizens"),
        ("He lives in the U. Some left.", "He lives in the U. Some left."),
        ("a 16 -year-old girl", "a 16-year-old girl"),
        ("from 12 -18", "from 12 -18"),
        ("US$80 million (euro55 million)", "US$80 million (€55 million)"),
        ("the euro 20 years on", "the euro 20 years on"),
    ],
)
def test_a_text_is_read_as_it_is_seen(text: str, read: str) -> None:
    assert read == normal(text).text


@pytest.mark.parametrize(("capitals", "read"), load("capitals")["examples"].items())
def test_capitals_are_read_as_sentences(capitals: str, read: str) -> None:
    assert read == normal(capitals).text


@pytest.mark.parametrize("line", ["NATO", "KIA 3, WIA 9", "The UN and the EU met.", "12 KIA"])
def test_few_capitals_stay(line: str) -> None:
    assert line == normal(line).text


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in SENTENCES[::5]])
def test_a_figure_is_the_same_in_capitals(text: str) -> None:
    assert figures(text) == figures(text.upper())


@given(st.data())
def test_what_nobody_sees_changes_no_figure_and_spans_lead_to_the_original(data: st.DataObject) -> None:
    plain = data.draw(st.sampled_from(SENTENCES))
    hidden = st.sampled_from("\u200b\u00ad\u2060\ufeff")
    places = data.draw(st.lists(st.integers(0, len(plain)), max_size=4))
    text = plain
    for place in sorted(places, reverse=True):
        text = text[:place] + data.draw(hidden) + text[place:]
    facts = extract_facts(Document("report", text, "report"))
    assert figures(plain) == figures(text)
    for fact in facts:
        assert text[fact.start : fact.end] == fact.quote
        assert text[fact.sentence_start :].startswith(fact.sentence)


@given(st.text())
def test_every_text_has_a_normal_form_that_leads_back(text: str) -> None:
    found = normal(text)
    for place in range(len(found.text)):
        start, end = found.span(place, place + 1)
        assert 0 <= start < end <= len(text)


def test_line_ends_of_any_system_give_the_same_figures() -> None:
    text = "Twelve people died in Lisbon.\n\nThe fire\ninjured 30 others.\n"
    assert figures(text) == figures(text.replace("\n", "\r\n")) == figures(text.replace("\n", "\r"))
