"""No text whatever ends a run: what cannot be read is set aside, and it is told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from told import told

from crosstally.api import check, extract
from crosstally.errors import IntervalError, SetAside
from crosstally.facts import sound
from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval
from crosstally.facts.sound import fault_of, read_facts
from crosstally.facts.tables.failures import find_failures
from crosstally.facts.tables.flat import fact_row
from crosstally.facts.tables.schema import FactTable
from crosstally.facts.tables.typed import frame_of

WORDS = re.split(
    " ",
    "killed injured people policeman several dozens of about 0 12 1,200 -5 percent below zero Celsius degrees 58° at "
    "least more than up to nearly last year Monday 2019 the a and said officials . , ; ( ) £ $ kg % of whom including "
    "half no one none nobody women children children's 1/2 3.5m bn 7th 10-12 - – “ ” ' died was were fell to rose from "
    "by per day in hospital missing tens hundreds thousands million ½ ٣ １２ \n \r\n \t \u200b \u00ad \x1b[2J \u202e",
)
HOSTILE = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
)


@settings(max_examples=12)
@given(st.lists(HOSTILE, min_size=1, max_size=3), st.sampled_from(["0001-01-01", "2031-05-06", "9999-12-31", None]))
@pytest.mark.filterwarnings("ignore::crosstally.errors.SetAside")
def test_no_text_whatever_makes_a_run_end_otherwise(texts: list[str], day: str | None) -> None:
    documents: list[dict[str, Any]] = [
        {"text": text.encode(errors="replace").decode(), "source": f"s{at}", "published": day}
        for at, text in enumerate(texts)
    ]
    frame = extract(documents)
    assert not find_failures(FactTable, frame)
    tables = check([{**document, "event": "e"} for document in documents])
    assert len(frame) == len(tables.facts)


@pytest.mark.parametrize(
    "text",
    [
        "Several policeman were injured.",
        "Temperatures fell below zero Celsius overnight.",
        "about 0 percent",
        "the thermometer is 58° below zero",
    ],
)
@pytest.mark.filterwarnings("ignore::crosstally.errors.SetAside")
def test_what_once_ended_a_run_of_ten_thousand_rows_ends_none(text: str) -> None:
    assert not find_failures(FactTable, extract([text, "The fire killed 3 people."]))
    assert 3 in set(check([text, "The fire killed 3 people."]).facts["value"].dropna())


@pytest.mark.filterwarnings("ignore::crosstally.errors.SetAside")
def test_last_year_in_a_report_of_year_one() -> None:
    row = {"text": "Last year, floods killed 12 people.", "published": "0001-02-03"}
    assert not find_failures(FactTable, extract([row]))


def test_a_document_that_trips_its_reading_is_set_aside_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def trips(document: Document) -> list[Fact]:
        if "trip" in document.text:
            raise RecursionError("too deep")
        return [told("Wire", "3 people", 3, document=document, text=document.text)]

    monkeypatch.setattr(sound, "extract_facts", trips)
    with pytest.warns(SetAside, match=r"document-1: cannot be read: RecursionError: too deep \(test_sound\.py:\d+\)"):
        frame = extract(["trip", "The fire killed 3 people."])
    assert ["document-2"] == list(frame["doc_id"])


def test_a_fact_that_breaks_the_schema_is_named_by_document_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("a.txt", "The fire killed 3 people.", "Wire")
    good = told("Wire", "3 people", 3, document=document, text=document.text)
    odd = replace(good, measure="injured", unit="mile")
    monkeypatch.setattr(sound, "extract_facts", lambda _document: [good, good, odd])
    facts, faults = read_facts(document)
    assert [good] == facts
    assert [
        "a.txt: '3 people' in 'The fire killed 3 people.' set aside: the same figure twice",
        "a.txt: '3 people' in 'The fire killed 3 people.' set aside: mile measures no count",
    ] == faults


NUMBERS = st.one_of(st.none(), st.sampled_from([0.0, -1.0, 3.0, 4.0, float("inf"), float("nan")]))
BOUNDS = ["exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague"]


def built(*ends: Any) -> Interval:
    """An interval; what is none is not tried."""
    try:
        return Interval(*ends)
    except IntervalError:
        reject()


@settings(max_examples=120)
@given(
    st.builds(built, NUMBERS, NUMBERS, NUMBERS, st.booleans(), st.booleans(), st.sampled_from(BOUNDS)),
    st.dictionaries(
        st.sampled_from(["unit", "dimension", "counted", "place", "event_time", "as_of", "quote", "start", "end"]),
        st.sampled_from(
            ["count", "mile", "length", " ", "2031", "0000-1", "2031-05-06/2031-05-07", "3 people", 0, 17, 25]
        ),
        max_size=2,
    ),
)
def test_what_is_kept_keeps_the_schema_of_the_table(figure: Interval, changes: dict[str, Any]) -> None:
    document = Document("a.txt", "The fire killed 3 people.", "Wire")
    fact = told("Wire", "3 people", 3, document=document, text=document.text)
    typed: dict[str, Any] = {
        name: value for name, value in changes.items() if isinstance(value, type(getattr(fact, name) or ""))
    }
    fact = replace(fact, interval=figure, **typed)
    if fault_of(fact) is None:
        assert not find_failures(FactTable, frame_of(FactTable, [fact_row(fact)]))
