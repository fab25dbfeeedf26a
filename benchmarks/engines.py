#!/usr/bin/env python3
"""A corpus in shards by each engine: time, memory, and whether the tables are those of one process, row for row.

usage: python benchmarks/engines.py [--reports 5000] [--jobs 2] [--shards 7 20]
       python benchmarks/engines.py --growth 5000 30000 100000 [--find] [--undated] [--event 5] [--jobs 2]
                                     [--engine local dask]

Each line is one run of the command line, workers and all: seconds of the clock, seconds of processors, the most memory
that one of its processes held. One run has a worker killed in the middle. Linux only, for it waits for processes that
others left behind. With --growth, corpora of more and more reports are checked by each engine, in shards of 1,000: what
a report costs should stay the same. --find leaves out which event a report tells of, --undated also when it was
published; --event is how many tell of one. Tables of many reports are held against each other by a hash of their rows.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import pandas as pd
import pyarrow.parquet as pq
from corpus import Row, events, write_rows

TABLES = ("facts", "quantities", "findings", "codings", "held_apart")
_SHARD = 1000  # reports
_ADOPT = 36  # PR_SET_CHILD_SUBREAPER
_KILLED_AFTER = 4  # files of shards


@dataclass(frozen=True)
class Cost:
    """What a run took."""

    seconds: float
    processor: float
    megabytes: float


def measure(arguments: list[str], watched: Path | None = None) -> Cost:
    """Run the command line until it and all that it started have ended.

    Args:
        arguments: Of the command line.
        watched: Where to kill a worker: a folder in which a few files of shards show that work is in the middle.
    """
    start = time.perf_counter()
    command = [sys.executable, "-m", "crosstally", *arguments, "--quiet", "--fail-on", "never"]
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=silent)
    if watched:
        _kill_a_worker(process, watched)
    processor, most = 0.0, 0
    while True:
        try:
            ended, status, usage = os.wait4(-1, 0)
        except ChildProcessError:
            break
        if ended == process and os.waitstatus_to_exitcode(status):
            sys.exit(f"failed: {' '.join(command)}")
        processor += usage.ru_utime + usage.ru_stime
        most = max(most, usage.ru_maxrss)
    return Cost(time.perf_counter() - start, processor, most / 1024)


def _kill_a_worker(process: int, watched: Path) -> None:
    workers: list[int] = []
    while len([*watched.glob(".scratch-*/*")]) < _KILLED_AFTER or not workers:
        if (watched / "manifest.json").exists():
            sys.exit("done before a worker could be killed: give more --reports")
        time.sleep(0.02)
        workers = _workers(process)  # the system may name none for a while, where it is busy
    os.kill(workers[-1], signal.SIGKILL)


def _workers(process: int) -> list[int]:
    """The workers that Dask started, on any of its threads; where setproctitle is installed, they name themselves."""
    lists = [path.read_text(encoding="ascii").split() for path in Path(f"/proc/{process}/task").glob("*/children")]
    children = {int(child) for some in lists for child in some}
    named = {child: Path(f"/proc/{child}/cmdline").read_bytes() for child in children}
    return sorted(child for child, name in named.items() if b"spawn_main" in name or b"dask worker" in name)


def read(folder: Path, order: dict[str, int], *, parts: bool) -> dict[str, pd.DataFrame]:
    """The tables of a run, the facts in the order of the documents."""
    tables = {name: pd.read_parquet(folder / (name if parts else f"{name}.parquet")) for name in TABLES}
    facts = tables["facts"]
    at = facts["doc_id"].map(order).argsort(kind="stable")
    return tables | {"facts": facts.iloc[at].reset_index(drop=True)}


def shards(rows: list[Row], folder: Path, number: int) -> Path:
    """So many shards of rows in a folder."""
    folder.mkdir()
    size = -(-len(rows) // number)
    for i in range(number):
        write_rows(folder / f"{i:03}.jsonl", rows[i * size : (i + 1) * size])
    return folder


def runs(rows: list[Row], place: Path, jobs: int, numbers: list[int]) -> Iterator[tuple[str, Cost, str]]:
    """Each run: its name, its cost, and whether its tables are the first's."""
    order = {row["id"]: i for i, row in enumerate(rows)}
    write_rows(place / "one.jsonl", rows)
    given = ["check", str(place / "one.jsonl"), "--out", str(place / "one"), "--no-cache", "--jobs", "1"]
    yield "check, 1 process, one file", measure(given), ""
    one = read(place / "one", order, parts=False)
    for number in numbers:
        folder = str(shards(rows, place / f"in-{number}", number))
        for name, workers, killed in (
            ("local", jobs, False),
            ("dask", 1, False),
            ("dask", jobs, False),
            ("dask", jobs, True),
        ):
            if workers != jobs and number != numbers[-1]:
                continue
            out = place / f"{name}-{workers}-{number}-{killed}"
            given = ["corpus", folder, "--out", str(out), "--engine", name, "--jobs", str(workers)]
            cost = measure(given, out if killed else None)
            several = read(out, order, parts=True)
            same = all(one[table].equals(several[table]) for table in TABLES)
            told = f"corpus, {name}, {workers} workers, {number} shards{', one worker killed' * killed}"
            yield told, cost, "same rows" if same else "OTHER ROWS"


def growth(
    sizes: list[int], reports: Callable[[int], Iterator[Row]], engines: list[str], place: Path, jobs: int
) -> Iterator[tuple[str, Cost, str]]:
    """Corpora of these sizes by each engine: the name of a run, its cost, what a report costs, the hash of the rows."""
    for size in sizes:
        folder = place / f"in-{size}"
        folder.mkdir()
        rows = reports(size)
        for number in range(-(-size // _SHARD)):
            write_rows(folder / f"{number:05}.jsonl", islice(rows, _SHARD))
        for name in engines:
            out = place / f"{name}-{size}"
            cost = measure(["corpus", str(folder), "--out", str(out), "--engine", name, "--jobs", str(jobs)])
            each = f"{cost.processor / size * 1e3:.1f} ms each, rows {_hash(out):016x}"
            yield f"corpus, {name}, {jobs} workers, {size} reports", cost, each
            rmtree(out)
        rmtree(folder)


def _hash(folder: Path) -> int:
    """The rows of all tables, in whatever order and parts they stand."""
    total = 0
    for name in TABLES:
        for path in (folder / name).glob("part-*.parquet"):
            frame = pq.ParquetFile(path).read().to_pandas().astype(str)
            total += int(pd.util.hash_pandas_object(frame, index=False).sum())
    return total % 2**64


def main() -> None:
    """Parse the arguments, measure, write the table line by line."""
    arguments = argparse.ArgumentParser(description="A corpus in shards by each engine.")
    arguments.add_argument("--reports", type=int, default=5000, help="how many (5000)")
    arguments.add_argument("--jobs", type=int, default=2, help="how many workers (2)")
    arguments.add_argument("--shards", type=int, nargs="+", default=[7, 20], help="how many shards (7 20)")
    arguments.add_argument("--growth", type=int, nargs="+", help="check corpora of so many reports instead")
    arguments.add_argument("--find", action="store_true", help="with --growth: events are to be found")
    arguments.add_argument("--undated", action="store_true", help="with --growth: the same, of no date")
    arguments.add_argument("--event", type=int, default=5, help="with --growth: reports of one event (5)")
    arguments.add_argument("--engine", nargs="+", default=["local", "dask"], help="with --growth: by which (both)")
    chosen = arguments.parse_args()
    left_out = {"event"} if chosen.find or chosen.undated else set[str]()
    left_out |= {"published"} if chosen.undated else set()

    def reports(count: int) -> Iterator[Row]:
        for row in events(count, size=chosen.event):
            yield {name: value for name, value in row.items() if name not in left_out}

    ctypes.CDLL(None).prctl(_ADOPT, 1)
    sys.stdout.write(f"{'':<64}{'seconds':>9}{'processor':>11}{'peak MB':>9}\n")
    with TemporaryDirectory() as folder:
        measured = (
            growth(chosen.growth, reports, chosen.engine, Path(folder), chosen.jobs)
            if chosen.growth
            else runs(list(events(chosen.reports)), Path(folder), chosen.jobs, chosen.shards)
        )
        for name, cost, same in measured:
            figures = f"{cost.seconds:>9.1f}{cost.processor:>11.1f}{cost.megabytes:>9.0f}"
            sys.stdout.write(f"{name:<64}{figures}  {same}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
