"""A run that is killed loses nothing that was done: the next one goes on behind it, and ends as if it had been one."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from command_line import COMMAND, HANGS

from crosstally.facts.document import Document
from crosstally.run import batches
from crosstally.run.batches import extract_packed
from crosstally.run.cache import Cache, content
from crosstally.run.work import BATCH, Task, in_batches

posix = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")


def documents(number: int = 30) -> Iterator[Document]:
    for at in range(number):
        yield Document(f"{at}.txt", f"The storm killed {at + 2} people, officials said.", "Post")


class Killed(BaseException):
    """Ends a run where it stands."""


@pytest.mark.parametrize("at", [0, 1, 17, 29])
def test_what_was_read_before_the_end_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    read: list[str] = []
    is_whole = False

    def reading(document: Document) -> tuple[list[object], list[str]]:
        if len(read) == at and not is_whole:
            raise Killed
        read.append(document.doc_id)
        return [], []

    monkeypatch.setattr(batches, "read_facts", reading)
    with closing(Cache(tmp_path)) as cache, pytest.raises(Killed):
        list(extract_packed(documents(), cache=cache))
    is_whole = True
    with closing(Cache(tmp_path)) as cache:
        assert 30 == len(list(extract_packed(documents(), cache=cache)))
    assert [document.doc_id for document in documents()] == read


def test_what_a_worker_has_done_is_kept_before_its_turn(tmp_path: Path) -> None:
    kept: list[int] = []

    def keep(new: Sequence[tuple[int, bytes]]) -> None:
        kept.extend(dict(new))
        for item in dict(new):
            (tmp_path / str(item)).touch()

    do = partial(_first_when_kept, [tmp_path / str(item) for item in (1, 2, 3)])
    with closing(in_batches(range(12), Task(do, lambda _: BATCH, lambda some: [None] * len(some), keep), 2)) as found:
        assert (0, b"0") == next(found)
        assert {1, 2, 3} <= {*kept}
        assert [*range(1, 12)] == [item for item, _ in found]
    assert [*range(12)] == sorted(kept)


def _first_when_kept(others: Sequence[Path], items: Sequence[int]) -> list[bytes]:
    """Works on the first for as long as others are not kept; not for ever, where they never are."""
    for _ in range(100 * HANGS if 0 in items else 0):
        if all(other.exists() for other in others):
            break
        time.sleep(0.01)
    return [str(item).encode() for item in items]


with pytest.MonkeyPatch.context() as patch:
    patch.syspath_prepend(Path(__file__).parents[1] / "benchmarks")
    corpus = importlib.import_module("corpus")


@posix
@pytest.mark.parametrize(
    ("arguments", "result"),
    [
        (["extract", "--out", "facts.csv", "--jobs", "2"], lambda folder: [folder / "facts.csv"]),
        (["check", "--out", "out", "--jobs", "1"], lambda folder: sorted((folder / "out").iterdir())),
    ],
    ids=["extract", "check"],
)
def test_killed_again_and_again_it_ends_as_if_it_had_been_one_run(
    tmp_path: Path, arguments: list[str], result: Callable[[Path], list[Path]]
) -> None:
    given = tmp_path / "rows.jsonl"
    corpus.write_rows(given, corpus.events(60))
    once, again = tmp_path / "once", tmp_path / "again"
    command = [*COMMAND, arguments[0], str(given), *arguments[1:], "-q"]
    start = time.monotonic()
    _run(command, once).wait()
    length = time.monotonic() - start
    held = [0]
    for share in (0.5, 0.8):
        running = _run(command, again)
        time.sleep(length * share)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        held.append(content(again / "cache" / "crosstally").documents)
    assert sorted(held) == held, "what was done is never undone"
    assert _run(command, again).wait() in {0, 1}
    assert content(again / "cache" / "crosstally").documents == content(once / "cache" / "crosstally").documents
    assert [path.name for path in result(once)] == [path.name for path in result(again)]
    assert [path.read_bytes() for path in result(once)] == [path.read_bytes() for path in result(again)]
    assert [] == [
        path for path in again.rglob("*") if "unfinished" in path.name or path.name.startswith(".crosstally-")
    ]


def _run(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    folder.mkdir(exist_ok=True)
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
