from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import pytest

import crosstally
from crosstally import api
from crosstally.errors import ConfigError, InputError, SchemaError
from crosstally.facts.document import Document

HARBOUR = "The fire killed 12 people and injured 90 others, the harbour office said."
COAST = "The fire killed 12 people and injured more than 100 others, rescuers said."


def test_documents_mappings_and_texts_are_read_alike() -> None:
    tables = [
        api.extract(given)
        for given in (
            [Document("d", HARBOUR, "Post")],
            {"id": "d", "text": HARBOUR, "source": "Post"},
            iter([{"id": "d", "text": HARBOUR, "source": "Post", "title": None}]),
        )
    ]
    for table in tables:
        pd.testing.assert_frame_equal(tables[0], table)
    assert {"12 people": "killed"}.items() <= dict(zip(tables[0]["quote"], tables[0]["measure"], strict=True)).items()
    text_only = api.extract(HARBOUR)
    assert tables[0]["quote"].tolist() == text_only["quote"].tolist()
    assert {"document-1"} == set(text_only["doc_id"]) == set(text_only["source"])


def test_a_data_frame_of_texts_is_its_rows() -> None:
    post = {"text": HARBOUR, "source": "Post", "event": "fire", "published": "2031-05-01"}
    rows = [post, {"text": COAST, "source": "Radio", "event": "fire"}]
    frame = pd.DataFrame(rows)
    assert ["Post", "Radio"] == list(dict.fromkeys(api.extract(frame)["source"]))
    assert len(api.check(rows).facts) == len(api.check(frame).facts)


def test_rows_of_a_data_frame_may_lack_a_text_or_a_date() -> None:
    frame = pd.DataFrame(
        {"text": pd.array([HARBOUR, None], dtype="string"), "published": [pd.Timestamp("2031-05-01"), pd.NaT]}
    )
    assert api.extract(HARBOUR)["quote"].tolist() == api.extract(frame)["quote"].tolist()


def test_numbers_that_are_no_figures_are_a_data_frame() -> None:
    skipped = api.skipped({"id": "d", "text": f"On 3 May 2031, {HARBOUR}", "source": "Post"})
    assert ["doc_id", "source", "section", "start", "end", "quote", "reason"] == skipped.columns.tolist()
    assert [("d", "date")] == list(dict.fromkeys(zip(skipped["doc_id"], skipped["reason"], strict=True)))


def test_a_short_text_with_a_stroke_is_no_path() -> None:
    assert [12.0] == api.extract("Fire kills 12 at km/h bar.")["low"].tolist()


def test_events_are_given_or_found() -> None:
    with pytest.raises(ConfigError, match="events is 'x' \\(allowed: given or find\\)"):
        api.check(HARBOUR, events="x")  # type: ignore[arg-type]


def test_a_text_is_no_list_of_characters() -> None:
    assert 1 == api.extract(HARBOUR)["doc_id"].nunique()
    assert 2 == api.extract([HARBOUR, COAST])["doc_id"].nunique()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([{"text": "a"}, {"body": "b"}], r"document 2: no text column, but body"),
        ({"text": 5}, "document 1: text is 5"),
        (
            [{"id": "x", "text": "a"}, {"id": "x", "text": "b"}],
            "two documents are named 'x': document 1 and document 2",
        ),
        ("reports/fire", r"document 1 is a path, 'reports/fire' \(allowed: .*read\(path\) gives documents"),
        ([HARBOUR, "fire.txt"], "document 2 is a path"),
        (Path("fire"), "document 1 is a path"),
        ([None], "document 1 is None"),
        (None, "NoneType is given"),
        (pd.DataFrame({"body": ["a"]}), "document 1: no text column, but body"),
    ],
)
def test_what_is_no_document_is_refused(given: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        api.extract(given)  # type: ignore[arg-type]


def test_checking_documents_and_checking_their_facts_find_the_same() -> None:
    fire = {"event": "fire", "published": "2031-05-01"}
    rows = [{"source": "Post", "text": HARBOUR, **fire}, {"source": "Radio", "text": COAST, **fire},
            {"source": "Times", "text": COAST, "event": "another fire"}]  # fmt: skip
    of_documents = api.check(rows)
    of_facts = api.check(api.extract(rows))
    assert ["error"] == of_documents.findings["severity"].tolist()[:1]
    assert {"fire"} == set(of_documents.findings["event"][of_documents.findings["severity"] == "error"])
    for expected, actual in zip(of_documents, of_facts, strict=True):
        pd.testing.assert_frame_equal(expected, actual)


def test_a_broken_fact_table_is_refused() -> None:
    with pytest.raises(SchemaError, match="scope: found 'all'"):
        api.check(api.extract(HARBOUR).assign(scope="all"))


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(ConfigError, match="majority"):
        api.check(HARBOUR, policy="loudest")


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "coast.txt").write_text(COAST)
    (folder / "harbour.txt").write_text(HARBOUR)
    yield folder  # noqa: PT022 - a folder under tmp_path needs no clean-up


def test_examine_takes_fact_tables_and_documents_together(event: Path, tmp_path: Path) -> None:
    whole = api.examine(event)
    api.write(api.check(api.read(event / "coast.txt")), tmp_path / "coast")
    mixed = api.examine(tmp_path / "coast" / "facts.csv", event / "harbour.txt")
    assert [fact.fact_id for fact in whole.facts] == [fact.fact_id for fact in mixed.facts]
    assert [finding.message for finding in whole.findings] == [finding.message for finding in mixed.findings]


def test_examine_refuses_a_document_that_two_inputs_hold(event: Path, tmp_path: Path) -> None:
    api.write(api.check(api.read(event)), tmp_path / "out")
    facts = tmp_path / "out" / "facts.csv"
    with pytest.raises(InputError, match=r"already holds the facts of coast\.txt"):
        api.examine(facts, event / "coast.txt")
    with pytest.raises(InputError, match=r"facts of 'coast\.txt' are in .*facts\.csv too"):
        api.examine(facts, tmp_path / "out" / "facts.parquet")


def test_another_aligner_may_sort_the_figures() -> None:
    def apart(facts: Sequence[crosstally.Fact]) -> list[tuple[crosstally.Fact, ...]]:
        return [(fact,) for fact in facts]

    texts = ["Police said 12 people were killed.", "Officials said 15 people were killed."]
    assert ["disputed"] == list(crosstally.check(texts).quantities["status"])
    assert ["single", "single"] == list(crosstally.check(texts, align=apart).quantities["status"])
    table = crosstally.extract(texts)
    assert ["single", "single"] == list(crosstally.check(table, align=apart).quantities["status"])


def test_every_public_name_is_there() -> None:
    assert all(getattr(crosstally, name) for name in crosstally.__all__)
