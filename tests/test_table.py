from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told import document, told

from crosstally.errors import InputError, SchemaError
from crosstally.facts.document import Document
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Bound, Interval
from crosstally.facts.source.rows import is_fact_table
from crosstally.facts.tables.flat import fact_row
from crosstally.facts.tables.schema import FactTable
from crosstally.facts.tables.table import from_frame, read_facts, to_frame
from crosstally.facts.tables.typed import columns_of, kinds, read_table
from crosstally.output.tables.facts import write
from crosstally.output.tables.rows import facts_in_pieces

FORMATS = [".csv", ".parquet", ".jsonl"]
COLUMNS = (
    "fact_id doc_id source published title url issue section start end quote sentence sentence_start value low high"
    " low_open high_open bound trend unit dimension per counted subject measure counted_by group scope part_of"
    " parts share_of increment status certainty superseded about speaker place event_time as_of period definite"
    " anchor names context event quantity_id"
)


def without_text(fact: Fact) -> Fact:
    """What a table can hold of a fact: all but its document's text; the event given is the document's."""
    return replace(fact, document=replace(fact.document, text=""))


signs = st.characters(exclude_categories=["C", "Zl", "Zp"])  # what steers a terminal is marked when it is read
words = st.text(signs, min_size=1, max_size=12).filter(str.strip)
maybe = st.none() | words
numbers = st.floats(0, 1e12, allow_nan=False) | st.integers(0, 10**9).map(float)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted([draw(numbers), draw(numbers)])
    bound: Bound = draw(st.sampled_from(["exact", "at_least", "more_than", "at_most", "less_than", "range", "vague"]))
    return {
        "exact": Interval(low, low, low),
        "at_least": Interval(low, low, None, bound=bound),
        "more_than": Interval(low, low, None, low_open=True, bound=bound),
        "at_most": Interval(high, 0, high, bound=bound),
        "less_than": Interval(high + 1, 0, high + 1, high_open=True, bound=bound),
        "range": Interval(None, low, high, bound=bound),
        "vague": Interval(None, low, None, bound=bound),
    }[bound]


@st.composite
def reports(draw: st.DrawFn) -> list[Fact]:
    """Facts of one document, with awkward characters everywhere."""
    quote, before, after = draw(words), draw(st.text(signs, max_size=5)), draw(st.text(signs, max_size=5))
    sentence = f"{before}{quote}{after}".encode(errors="replace").decode()
    moment = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants them naive
    about = Document(
        draw(words), sentence, draw(words), draw(maybe), draw(st.none() | moment), draw(maybe), draw(maybe)
    )
    measures = draw(st.lists(words, min_size=1, max_size=3, unique=True))
    start = len(before.encode(errors="replace").decode())
    return [
        Fact(
            about, "body", start, start + len(quote), quote, sentence, draw(intervals()), "count", "count", measure,
            trend=draw(st.sampled_from(["up", "down", None])), per=draw(maybe), counted=draw(maybe),
            subject=draw(maybe), speaker=draw(maybe), place=draw(maybe),
            scope=draw(st.sampled_from(["total", "part"])), status=draw(st.sampled_from(["asserted", "denied"])),
        )
        for measure in measures
    ]  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no failure
@given(st.lists(reports(), min_size=1, max_size=6, unique_by=lambda facts: facts[0].document.doc_id))
def test_every_format_gives_back_the_facts(
    tmp_path_factory: pytest.TempPathFactory, by_document: list[list[Fact]]
) -> None:
    facts = [fact for facts in by_document for fact in facts]
    frame = to_frame(facts)
    assert [without_text(fact) for fact in facts] == from_frame(frame)
    folder = tmp_path_factory.mktemp("tables", numbered=True)
    for suffix in FORMATS:
        write([columns_of(frame)], folder / f"facts{suffix}")
        table, unreadable = read_table(folder / f"facts{suffix}", FactTable)
        assert [] == unreadable
        pd.testing.assert_frame_equal(frame, table)


def test_columns_of_the_contract_in_order() -> None:
    assert COLUMNS.split() == list(to_frame([]).columns)
    assert set(COLUMNS.split()) == set(fact_row(told("a", "12 people", 12)))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_table_without_facts_is_a_table(tmp_path: Path, suffix: str) -> None:
    write(facts_in_pieces([]), tmp_path / f"facts{suffix}")
    assert [] == read_facts(tmp_path / f"facts{suffix}")


def test_types_are_those_of_the_schema() -> None:
    frame = to_frame([told("a", "at least 12 people", Interval(12, 12, None, bound="at_least"), day="2031-04-05")])
    assert [True, "Float64", "Int64", "boolean", "datetime64[us, UTC]"] == [
        isinstance(frame["quote"].dtype, pd.StringDtype),
        *(str(frame[name].dtype) for name in ("high", "start", "low_open", "published")),
    ]
    assert frame["high"].isna().all()
    assert set(kinds(FactTable)) == set(frame.columns)


def test_the_event_given_to_a_document_survives_an_extraction() -> None:
    about = document("a", "In the accident, 12 people were killed.", event="quake")
    (fact,) = from_frame(to_frame([told("a", "12 people", 12, document=about)]))
    assert ("quake", None, None) == (fact.document.event, fact.event, fact.quantity_id)


def test_facts_of_one_document_share_it() -> None:
    about = document("a", "In the accident, 12 people were killed.")
    one, two = from_frame(to_frame([told("a", "12 people", 12, measure, document=about, text=about.text)
                                    for measure in ("killed", "injured")]))  # fmt: skip
    assert one.document is two.document


def test_a_quote_that_its_document_does_not_say_is_refused() -> None:
    about = document("a", "Elsewhere.")
    with pytest.raises(
        SchemaError, match=r"row 1: quote: found '12 people' where a.txt says .* \(allowed: text\[start"
    ):
        to_frame([told("a", "12 people", 12, document=about)])


def test_frames_of_other_types_are_read_by_what_they_hold(tmp_path: Path) -> None:
    fact = told("a", "12 people", 12, day="2031-04-05")
    path = tmp_path / "facts.parquet"
    write(facts_in_pieces([fact]), path)
    for frame in (pd.read_parquet(path), to_frame([fact]).astype(object), to_frame([fact])[COLUMNS.split()[::-1]]):
        assert [without_text(fact)] == from_frame(frame)
    write(facts_in_pieces([fact]), path.with_suffix(".csv"))
    assert [without_text(fact)] == from_frame(pd.read_csv(path.with_suffix(".csv")))


def test_a_table_is_told_from_documents_by_its_columns(tmp_path: Path) -> None:
    for suffix in FORMATS:
        write(facts_in_pieces([told("a", "12 people", 12)]), tmp_path / f"facts{suffix}")
        assert is_fact_table(tmp_path / f"facts{suffix}")
    (tmp_path / "rows.csv").write_text("id,text\n1,x\n")
    assert not is_fact_table(tmp_path / "rows.csv")


def edited(tmp_path: Path, **cells: Any) -> Path:
    """A JSONL fact table with one row, in which somebody changed cells."""
    path = tmp_path / "facts.jsonl"
    write(facts_in_pieces([told("a", "12 people", 12)]), path)
    path.write_text(json.dumps(json.loads(path.read_text()) | cells) + "\n")
    return path


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"low": "twelve"}, "row 1: low: found 'twelve' (allowed: a finite number)"),
        ({"low": "inf"}, "row 1: low: found 'inf' (allowed: a finite number)"),
        ({"high": "1_2"}, "row 1: high: found '1_2' (allowed: a finite number)"),
        ({"value": True}, "row 1: value: found True (allowed: a finite number)"),
        ({"start": 1.5}, "row 1: start: found 1.5 (allowed: a whole number)"),
        ({"low_open": "yes"}, "row 1: low_open: found 'yes' (allowed: true or false)"),
        ({"published": "soon"}, "row 1: published: found 'soon' (allowed: an ISO 8601 date or time)"),
        ({"speaker": 5}, "row 1: speaker: found 5 (allowed: a string)"),
        ({"speaker": "\ud800"}, "row 1: speaker: found '\\ud800' (allowed: a string)"),
    ],
)
def test_a_cell_of_a_wrong_type_is_one_failure(tmp_path: Path, cells: dict[str, Any], message: str) -> None:
    with pytest.raises(SchemaError) as caught:
        read_facts(edited(tmp_path, **cells))
    assert f"{tmp_path}/facts.jsonl: facts break their schema (1 failure):\n  {message}" == str(caught.value)


@pytest.mark.parametrize(
    "cells", [{"low": "12"}, {"low": 12}, {"start": "17.0"}, {"low_open": "FALSE"}, {"published": ""}, {"added": 1}]
)
def test_other_spellings_of_a_value_are_read(tmp_path: Path, cells: dict[str, Any]) -> None:
    assert [told("a", "12 people", 12).fact_id] == [fact.fact_id for fact in read_facts(edited(tmp_path, **cells))]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("facts.txt", "x", "not a table (allowed: .csv, .tsv, .json, .jsonl, .ndjson, .parquet)"),
        ("facts.csv", "", "the table is empty"),
        ("facts.jsonl", "{", "facts.jsonl:1: not JSON"),
        ("missing.csv", None, "no such file"),
        ("missing.parquet", None, "missing.parquet: no such file"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(tmp_path: Path, name: str, data: str | None, message: str) -> None:
    if data is not None:
        (tmp_path / name).write_text(data)
    with pytest.raises(InputError) as caught:
        read_facts(tmp_path / name)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_times_keep_their_microseconds() -> None:
    moment = datetime(2031, 4, 5, 6, 7, 8, 9, tzinfo=UTC)
    about = replace(document("a", "In the accident, 12 people were killed."), published=moment)
    (fact,) = from_frame(to_frame([told("a", "12 people", 12, document=about)]))
    assert timedelta() == (fact.document.published or datetime.min.replace(tzinfo=UTC)) - moment


# ---------------------------------------------------------------- long tables


@pytest.fixture
def short_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of four rows."""
    monkeypatch.setattr("crosstally.output.tables.rows.ROWS", 4)
    monkeypatch.setattr("crosstally.output.tables.parquet.ROWS", 4)


@pytest.mark.usefixtures("short_pieces")
@pytest.mark.parametrize(("rows", "pieces"), [(0, [0]), (3, [3]), (4, [4]), (9, [4, 4, 1])])
def test_a_long_table_comes_in_pieces(rows: int, pieces: list[int]) -> None:
    facts = [told(f"s{n}", "12 people", 12) for n in range(rows)]
    found = list(facts_in_pieces(iter(facts)))
    assert pieces == [len(columns["fact_id"]) for columns in found]
    whole = {name: [value for columns in found for value in columns[name]] for name in found[0]}
    assert columns_of(to_frame(facts)) == whole


@pytest.mark.usefixtures("short_pieces")
@pytest.mark.parametrize("suffix", FORMATS)
def test_pieces_and_the_whole_give_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    facts = [told(f"s{n}", "12 people", 12, speaker="police" if n % 3 else None) for n in range(10)]
    write(facts_in_pieces(facts), tmp_path / f"pieces{suffix}")
    write([columns_of(to_frame(facts))], tmp_path / f"whole{suffix}")
    assert (tmp_path / f"whole{suffix}").read_bytes() == (tmp_path / f"pieces{suffix}").read_bytes()
    assert [fact.fact_id for fact in facts] == [fact.fact_id for fact in read_facts(tmp_path / f"pieces{suffix}")]


@pytest.mark.usefixtures("short_pieces")
def test_failures_of_a_long_table_name_its_rows() -> None:
    facts = [told(f"s{n}", "12 people", 12, scope="whole" if n == 6 else "total") for n in range(9)]
    with pytest.raises(SchemaError, match="row 7: scope: found 'whole'"):
        list(facts_in_pieces(facts))


@pytest.mark.usefixtures("short_pieces")
def test_a_fact_that_stands_in_two_pieces_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    facts = [told(f"s{n % 7}", "12 people", 12) for n in range(9)]
    with pytest.raises(SchemaError) as caught:
        write(facts_in_pieces(facts), tmp_path / "facts.csv")
    assert [facts[7].fact_id, facts[8].fact_id] == [line.split("'")[1] for line in str(caught.value).splitlines()[1:]]
    assert "row 8: fact_id" in str(caught.value)
    assert [] == list(tmp_path.iterdir())
