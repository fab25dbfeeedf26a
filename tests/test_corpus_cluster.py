from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from distributed import Client, LocalCluster, WorkerPlugin
from fsspec.config import conf
from moto.server import ThreadedMotoServer
from pandas.testing import assert_frame_equal
from shards import put, require_same, rows

import crosstally
from crosstally.errors import CrosstallyError
from crosstally.rules.tables.table import MODELS
from crosstally.run.corpus import check_corpus
from crosstally.run.engines import load_engine

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # sockets of libraries, left to gc
]


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(2, threads_per_worker=1, dashboard_address=":0", silence_logs="CRITICAL") as made:
        yield made


def test_a_cluster_finds_the_events_that_one_process_finds(tmp_path: Path, cluster: LocalCluster) -> None:
    some = [{name: value for name, value in row.items() if name != "event"} for row in rows()]
    given, engine = put(some, str(tmp_path / "in"), 3), load_engine("dask", cluster.scheduler_address)
    check_corpus([given], str(tmp_path / "out"), engine=engine)
    require_same(some, str(tmp_path / "out"))


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
