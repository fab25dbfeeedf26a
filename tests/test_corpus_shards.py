from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import duckdb
import fsspec
import pandas as pd
import pytest
from distributed import Client, LocalCluster, WorkerPlugin
from fsspec.config import conf
from moto.server import ThreadedMotoServer
from pandas.testing import assert_frame_equal

import crosstally
from crosstally.errors import CrosstallyError, InputError
from crosstally.facts.document import Document
from crosstally.rules.events import events as events_module
from crosstally.rules.events.blocks import blocks
from crosstally.rules.tables.table import MODELS
from crosstally.run import corpus as corpus_run
from crosstally.run.corpus import Done, Index, Part, check_corpus
from crosstally.run.engines import Engine, load_engine
from crosstally.run.question import Question
from crosstally.run.scratch import Piece, fetch, keep
from crosstally.run.shards import find_shards

Row = dict[str, str]
TABLES = [name for name in MODELS if name != "decisions"]
PLACES = (
    "Vellmar",
    "Orrin",
    "Tasque",
    "Dornith",
    "Kelbray",
    "Sundhaven",
    "Marrow Point",
    "Ilverton",
    "Ostley",
    "Quarn",
)
THREADS = Engine(ThreadPoolExecutor, is_eager=True)

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # sockets of libraries, left to gc
]


def rows(count: int = 40) -> list[Row]:
    """Reports of events of four, spread over the corpus, each event in dispute; every seventh tells nothing."""
    told = []
    for n in range(count):
        event = n % (count // 4)
        place = PLACES[event % len(PLACES)]
        text = f"{place} - The storm in {place} killed {20 + event + n // 20} people and injured 40, officials said."
        text = text if n % 7 else "Nothing was counted."
        day = f"2026-03-{1 + n % 28:02}"
        told.append({"id": f"r{n}", "event": f"e{event}", "source": f"s{n % 5}", "published": day, "text": text})
    return told


def put(some: list[Row], folder: str, shards: int) -> str:
    """Write rows as so many shards, JSONL and Parquet by turns, that hold them in their order."""
    fs, path = fsspec.core.url_to_fs(folder)
    fs.makedirs(path, exist_ok=True)
    size = -(-len(some) // shards)
    for number, suffix in zip(range(shards), cycle(["jsonl", "parquet"]), strict=False):
        piece = some[number * size : (number + 1) * size]
        with fs.open(f"{path}/{number:02}.{suffix}", "wb") as stream:
            if suffix == "jsonl":
                stream.write("".join(f"{json.dumps(row)}\n" for row in piece).encode())
            else:
                stream.write(pd.DataFrame(piece).to_parquet(None))
    return folder


def tables_in(out: str, order: list[str]) -> dict[str, pd.DataFrame]:
    """The tables of parts; of facts, which stand event by event, the order of the documents."""
    found = {}
    for name in TABLES:
        fs, path = fsspec.core.url_to_fs(f"{out}/{name}")
        frames = [pd.read_parquet(fs.open(file)) for file in sorted(fs.glob(f"{path}/part-*.parquet"))]
        found[name] = pd.concat(frames, ignore_index=True)
    facts = found["facts"]
    found["facts"] = facts.iloc[facts["doc_id"].map(order.index).argsort(kind="stable")].reset_index(drop=True)
    return found


def assert_same(expected: pd.DataFrame, actual: pd.DataFrame) -> None:
    """Hold a table of parts against the whole one: Parquet gives None back for what pandas has as NA."""
    plain, other = (frame.astype(object).where(frame.notna(), None) for frame in (expected, actual))
    assert_frame_equal(plain, other)


def require_same(some: list[Row], out: str, events: str = "given") -> None:
    """Hold the parts against what one process finds."""
    one = crosstally.check(some, events=events)  # type: ignore[arg-type]
    parts = tables_in(out, [row["id"] for row in some])
    assert len({*one.quantities["event"]}) > 1
    assert len(one.facts)
    for name in TABLES:
        expected = getattr(one, name)
        assert_same(expected, parts[name])


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


def test_a_cluster_finds_the_events_that_one_process_finds(tmp_path: Path, cluster: LocalCluster) -> None:
    some = [{name: value for name, value in row.items() if name != "event"} for row in rows()]
    given, engine = put(some, str(tmp_path / "in"), 3), load_engine("dask", cluster.scheduler_address)
    check_corpus([given], str(tmp_path / "out"), engine=engine)
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

    monkeypatch.setattr(corpus_run, "fetch", noted)
    monkeypatch.setattr(corpus_run, "_AT_ONCE", 100)
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


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(2, threads_per_worker=1, dashboard_address=":0", silence_logs="CRITICAL") as made:
        yield made


def test_a_cluster_checks_as_this_process_does(cluster: LocalCluster) -> None:
    one, other = crosstally.check(rows()), crosstally.check(rows(), engine="dask", scheduler=cluster.scheduler_address)
    for name in MODELS:
        assert_frame_equal(getattr(one, name), getattr(other, name))


class EndsOnce(WorkerPlugin):
    """Ends the first worker that has worked on two shards, in the middle of a third."""

    def __init__(self, mark: str) -> None:
        self.mark, self.begun = mark, 0

    def transition(self, key: Any, start: str, finish: str, **_: object) -> None:  # noqa: ARG002
        if finish == "executing" and "keep" in str(key):
            self.begun += 1
            if self.begun == 3:
                try:
                    os.close(os.open(self.mark, os.O_CREAT | os.O_EXCL))
                except FileExistsError:
                    return
                os._exit(1)


def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path, cluster: LocalCluster) -> None:
    given, out, mark = put(rows(), str(tmp_path / "in"), 10), str(tmp_path / "out"), tmp_path / "mark"
    with Client(cluster) as client:
        client.register_plugin(EndsOnce(str(mark)), name="ends")
        crosstally.check_corpus(given, out=out, engine="dask", scheduler=cluster.scheduler_address)
        client.unregister_worker_plugin("ends")
    assert mark.is_file()
    require_same(rows(), out)


class Configured(WorkerPlugin):
    """Tells each worker where the store is, those too that begin later in the place of one that was killed."""

    def __init__(self, config: dict[str, dict[str, str]]) -> None:
        self.config = config

    def setup(self, worker: object) -> None:  # noqa: ARG002 - Dask gives it
        conf.update(self.config)


def test_an_object_store_holds_shards_and_tables(cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    server = ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    config = {"s3": {"endpoint_url": f"http://{host}:{port}", "key": "k", "secret": "s"}}
    with Client(cluster) as client:
        monkeypatch.setitem(conf, "s3", config["s3"])
        client.register_plugin(Configured(config), name="store")
        fsspec.filesystem("s3").mkdir("desk")
        given = put(rows(), "s3://desk/in", 3)
        check_corpus([given], "s3://desk/out", engine=load_engine("dask", cluster.scheduler_address), part=2000)
        client.unregister_worker_plugin("store")
    require_same(rows(), "s3://desk/out")
    server.stop()


def test_a_scheduler_that_does_not_answer_is_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crosstally.run.engines.dask._PATIENCE", "1s")
    with pytest.raises(CrosstallyError, match=r"^no Dask scheduler answers at tcp://127\.0\.0\.1:9 "):
        crosstally.check_corpus(put(rows(), str(tmp_path / "in"), 1), out=tmp_path / "out", engine="dask",
                                scheduler="tcp://127.0.0.1:9")  # fmt: skip
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("engine", "scheduler"), [("spark", None), ("local", "tcp://127.0.0.1:9")])
def test_an_engine_that_is_not_there_is_an_error(engine: str, scheduler: str | None) -> None:
    with pytest.raises(CrosstallyError, match=engine):
        load_engine(engine, scheduler)
