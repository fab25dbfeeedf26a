from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from shards import TABLES, assert_same, put, require_same, rows, tables_in

import crosstally
from crosstally.errors import InputError
from crosstally.facts.document import Document
from crosstally.rules.events import events as events_module
from crosstally.rules.events.blocks import blocks
from crosstally.rules.tables.table import MODELS
from crosstally.run import corpus as corpus_run
from crosstally.run import corpus_index
from crosstally.run.corpus import Done, check_corpus
from crosstally.run.corpus_index import Index, Part
from crosstally.run.engines import Engine
from crosstally.run.question import Question
from crosstally.run.scratch import Piece, fetch, keep
from crosstally.run.shards import find_shards

THREADS = Engine(ThreadPoolExecutor, is_eager=True)

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # sockets of libraries, left to gc
]


@pytest.mark.parametrize(("shards", "part"), [(1, 2**22), (3, 2000), (8, 1)])
def test_any_number_of_shards_and_parts_gives_the_same_rows(tmp_path: Path, shards: int, part: int) -> None:
    given = put(rows(), str(tmp_path / "in"), shards)
    done = check_corpus([given], str(tmp_path / "out"), engine=THREADS, part=part)
    assert (40, 10) == (done.documents, done.events)
    assert {2**22: 1, 1: 10}.get(part, len(done.rows["facts"])) == len(done.rows["facts"])
    require_same(rows(), str(tmp_path / "out"))


@pytest.mark.parametrize(("dated", "shards", "size"), [(False, 3, 99), (False, 1, 12), (True, 3, 8), (True, 8, 8)])
def test_events_are_found_as_in_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, dated: bool, shards: int, size: int
) -> None:
    monkeypatch.setattr(events_module, "blocks", partial(blocks, size=size))
    left_out = {"event"} if dated else {"event", "published"}
    some = [{name: value for name, value in row.items() if name not in left_out} for row in rows()]
    check_corpus([put(some, str(tmp_path / "in"), shards)], str(tmp_path / "out"), engine=THREADS, part=1)
    require_same(some, str(tmp_path / "out"))


@pytest.mark.parametrize("kind", ["one event", "undated"])
def test_no_step_holds_more_than_a_block_where_all_is_of_one_event_or_undated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """A corpus that no day, place or event parts is read by workers, a few documents at a time."""
    held: list[int] = []

    def noted(pieces: Sequence[Piece]) -> list[tuple[Document, bytes]]:
        held.append(len(pieces))
        return fetch(pieces)

    for module in (corpus_run, corpus_index):
        monkeypatch.setattr(module, "fetch", noted)
        monkeypatch.setattr(module, "AT_ONCE", 100)
    monkeypatch.setattr(events_module, "blocks", partial(blocks, size=100))
    some = [{name: value for name, value in row.items() if name not in {"event", "published"}} for row in rows(240)]
    if kind == "one event":
        text = "Vellmar - The storm Orla in Vellmar killed {} people and wrecked the Halyard pier, officials said."
        some = [{**row, "text": text.format(20 + n % 3)} for n, row in enumerate(some)]
    done = check_corpus([put(some, str(tmp_path / "in"), 3)], str(tmp_path / "out"), engine=THREADS, part=2000)
    assert 100 >= max(held)
    assert 240 == done.documents
    assert (1 == done.events) == (kind == "one event")


def test_decisions_do_what_they_do_in_one_process(tmp_path: Path) -> None:
    decided = """
[[adjudication]]
event = "e1"
measure = "killed"
best = 21
by = "Ana Vell"
on = 2026-03-09
reason = "the register"

[[reading]]
source = "s4"
quote = "40"
sentence = "Quarn - The storm in Quarn killed 29 people and injured 40, officials said."
is = "no figure"
by = "Ana Vell"
on = 2026-03-09
reason = "horses"

[[adjudication]]
event = "e77"
measure = "killed"
best = 3
by = "Ana Vell"
on = 2026-03-09
reason = "no such event"
"""
    file = tmp_path / "decisions.toml"
    file.write_text(decided)
    said: list[str] = []
    given = put(rows(), str(tmp_path / "in"), 3)
    crosstally.check_corpus(given, out=tmp_path / "out", decisions=file, on_skip=said.append)
    one = crosstally.check(rows(), decisions=file)
    parts = tables_in(str(tmp_path / "out"), [row["id"] for row in rows()])
    for name in TABLES:
        assert_same(getattr(one, name), parts[name])
    done = pd.read_parquet(tmp_path / "out" / "decisions")
    assert {*one.decisions["event"].dropna()} == {*done["event"]}
    assert len(done)
    assert [True] == ["matches nothing any more" in line and "e77" in line for line in said]


def test_other_file_systems_hold_shards_and_tables() -> None:
    given = put(rows(), "memory://desk/in", 3)
    check_corpus([f"{given}/*.parquet", f"{given}/*.jsonl"], "memory://desk/out", engine=THREADS)
    parquet_first = [row for i in (1, 0, 2) for row in rows()[i * 14 : (i + 1) * 14]]
    require_same(parquet_first, "memory://desk/out")


def test_the_manifest_names_every_part_and_duckdb_and_pandas_read_them(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = check_corpus([put(rows(), str(tmp_path / "in"), 2)], str(out), engine=THREADS, part=1)
    manifest = json.loads((out / "manifest.json").read_text())
    for name in MODELS:
        assert done.rows[name] == [part["rows"] for part in manifest["tables"][name]["parts"]]
        assert all((out / part["path"]).is_file() for part in manifest["tables"][name]["parts"])
        expected = manifest["tables"][name]["rows"]
        assert expected == len(pd.read_parquet(out / name))
        read = duckdb.sql(f"SELECT count(*) FROM read_parquet('{out / name}/*.parquet')")  # noqa: S608
        assert read is not None
        assert [(expected,)] == read.fetchall()
    assert sorted([*MODELS, "manifest.json"]) == sorted(path.name for path in out.iterdir())


def test_a_second_run_leaves_no_part_of_the_first(tmp_path: Path) -> None:
    given, out = put(rows(), str(tmp_path / "in"), 1), tmp_path / "out"
    check_corpus([given], str(out), engine=THREADS, part=1)
    check_corpus([given], str(out), engine=THREADS)
    assert ["part-000000.parquet"] == [path.name for path in (out / "facts").iterdir()]


def test_what_is_no_document_is_told_and_an_id_counts_once(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    row = json.dumps(rows()[1])
    (folder / "a.jsonl").write_text(f'{row}\nnot json\n{{"text": ""}}\n')
    (folder / "b.jsonl").write_text(f"{row}\n")
    (folder / "notes.txt").write_text("ours")
    told: list[str] = []
    done = check_corpus([str(folder)], str(tmp_path / "out"), engine=THREADS, on_skip=told.append)
    assert 1 == done.documents
    expected = [
        "left out 1 that",
        "a.jsonl:2: not JSON",
        "a.jsonl:3: the document is empty",
        "b.jsonl:1: two documents",
    ]
    assert len(expected) == len(told)
    assert [] == [(part, line) for part, line in zip(expected, told, strict=True) if part not in line]


@pytest.mark.parametrize("given", ["nowhere", "nowhere/*.jsonl", "none://x"])
def test_shards_that_are_not_there_are_an_error(tmp_path: Path, given: str) -> None:
    with pytest.raises(InputError):
        check_corpus([given], str(tmp_path / "out"), engine=THREADS)
    assert [] == list(tmp_path.iterdir())


def test_one_large_event_is_a_part_of_its_own_and_begins_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = rows()
    some += [{"id": f"x{n}", "event": "large", "text": f"Flood: {n + 9} people drowned."} for n in range(200)]
    kept = [keep(shard, str(tmp_path)) for shard in find_shards([put(some, str(tmp_path / "in"), 2)], print)]
    parts = list(Index.of(iter(kept), print).parts(6000))
    (large,) = [part for part in parts if "large" in dict(part.events)]
    assert ["large"] == [name for name, _ in large.events]
    assert all(part.size <= 6000 for part in parts if part is not large)
    begun: list[int] = []
    check_part = corpus_run.check_part

    def noted(question: Question, part: Part, out: str, number: int, configuration: str | None) -> Done:
        begun.append(part.size)
        return check_part(question, part, out, number, configuration)

    monkeypatch.setattr(corpus_run, "check_part", noted)
    monkeypatch.setattr(corpus_run, "load_engine", lambda: Engine(lambda _: ThreadPoolExecutor(1), is_eager=True))
    check_corpus([str(tmp_path / "in")], str(tmp_path / "out"), part=6000)
    assert sorted(begun, reverse=True) == begun
