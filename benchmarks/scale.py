#!/usr/bin/env python3
"""How memory and time grow with the input, what a second process gains, and what the cache saves.

usage: python benchmarks/scale.py [extract] [check] [events] [--mb 2] [--sizes 1 4 16] [--reports 5000]

Reports are made from the examples: sentences shuffled, names and numbers varied, so that no two are alike. Each line
of the table is one whole process, from start to end: its seconds, its processor time, the most memory it held, and a
hash of what it wrote. Seconds are wall time: the machine should have nothing else to do. Processor time stands more of
that; workers are not in it, so that with two jobs it is what one process does for both.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import CHANGED, Row, events, reports, write_rows

NO_CACHE = ["--no-cache"]
EVENTS = (3, 300, 3000)  # reports of one event


@dataclass(frozen=True)
class Run:
    """One process: what it was, how long it took, what it held, what it wrote."""

    name: str
    seconds: float
    processor: float
    megabytes: float
    digest: str


class Place:
    """A folder with the inputs, the cache and what is written."""

    def __init__(self, folder: Path) -> None:
        """Take an empty folder."""
        self.folder = folder

    def measure(self, name: str, command: str, rows: Path, options: list[str], suffix: str = "parquet") -> Run:
        """Run a command to its end; the greatest resident set of it and its workers is the system's own figure."""
        out = self.folder / f"out.{suffix}"
        target = ["--out", str(out)] if command == "extract" else ["--format", f"sarif={out}", "--format", "text"]
        arguments = [sys.executable, "-m", "crosstally", command, str(rows), *options, *target, "--quiet"]
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache")}
        start = time.perf_counter()
        silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        process = os.posix_spawn(arguments[0], arguments, environment, file_actions=silent)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) not in {0, 1}:
            sys.exit(f"failed: {' '.join(arguments)}")
        unit = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
        digest = blake2b(out.read_bytes(), digest_size=4).hexdigest()
        return Run(name, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6, digest)

    def extract(self, megabytes: float, sizes: list[int]) -> Iterator[Run]:
        """Measure growth, a second process, and the cache."""
        rows = {size: self.folder / f"{size}.jsonl" for size in sizes}
        counts = {size: write_rows(path, reports(round(size * megabytes * 1e6))) for size, path in rows.items()}
        for suffix in ("parquet", "csv"):
            for size, path in rows.items():
                name = f"extract {size}x, {size * megabytes:g} MB, {counts[size]} reports, to .{suffix}, 1 job"
                yield self.measure(name, "extract", path, [*NO_CACHE, "--jobs", "1"], suffix)
        largest = rows[max(sizes)]
        for jobs in ("1", "2"):
            name = f"extract {max(sizes)}x, {jobs} job(s)"
            yield self.measure(name, "extract", largest, [*NO_CACHE, "--jobs", jobs])
        for state in ("filled", "used"):
            yield self.measure(f"extract {max(sizes)}x, 1 job, cache {state}", "extract", largest, ["--jobs", "1"])

    def check(self, count: int) -> Iterator[Run]:
        """Measure growth with events given and with events to be found, a second process, and one report more."""
        rows = self.folder / "events.jsonl"
        for n in (count // 10, count // 3, count):
            write_rows(rows, events(n))
            yield self.measure(f"check {n} reports, 1 job", "check", rows, [*NO_CACHE, "--jobs", "1"])
        yield self.measure(f"check {count} reports, 2 jobs", "check", rows, [*NO_CACHE, "--jobs", "2"])
        yield self.measure(f"check {count} reports, 1 job, cache filled", "check", rows, ["--jobs", "1"])
        write_rows(rows, chain(events(count), [ONE_MORE]))
        yield self.measure("check, cache used, one report more", "check", rows, ["--jobs", "1"])
        for n in (count // 10, count // 3, count):
            write_rows(rows, map(without_event, events(n)))
            yield self.measure(f"check {n} reports, events to be found", "check", rows, [*NO_CACHE, "--jobs", "1"])

    def events(self, count: int) -> Iterator[Run]:
        """Measure what a report costs as reports, and those of one event, become more: at best, always the same.

        The name gives processor time a report, without that of a run over one, beside that of the first line.
        """
        rows = self.folder / "sized.jsonl"
        write_rows(rows, [ONE_MORE])
        start = self.measure("a run over one report", "check", rows, [*NO_CACHE, "--jobs", "1"])
        yield start
        first = 0.0
        for kind, changed in (("agreeing", 0.0), ("disputing", CHANGED)):
            for size in EVENTS:
                for n in (count // 10, count):
                    if n < size:
                        continue
                    write_rows(rows, events(n, size=size, changed=changed))
                    run = self.measure("", "check", rows, [*NO_CACHE, "--jobs", "1"])
                    each = (run.processor - start.processor) / n
                    first = first or each
                    name = f"{n} reports, {kind}, {size} an event: {each * 1e3:.1f} ms each, x{each / first:.2f}"
                    yield replace(run, name=name)


ONE_MORE: Row = {
    "id": "one-more",
    "event": "event-0",
    "source": "paper-6",
    "text": "Police arrested 76 people on Monday.",
}


def without_event(row: Row) -> Row:
    """Leave out which event a report tells of."""
    return {name: value for name, value in row.items() if name != "event"}


def main() -> None:
    """Parse the arguments, measure, write the table line by line."""
    arguments = argparse.ArgumentParser(description="How memory and time grow with the input.")
    arguments.add_argument("what", nargs="*", metavar="COMMAND", help="extract, check, events or all (default)")
    arguments.add_argument("--mb", type=float, default=2, help="what 1x is, in MB of text (default: 2)")
    arguments.add_argument("--sizes", type=int, nargs="+", default=[1, 4, 16], help="how many times that (1 4 16)")
    arguments.add_argument("--reports", type=int, default=5000, help="the most reports that are checked (5000)")
    chosen = arguments.parse_args()
    sys.stdout.write(f"{'':<64}{'seconds':>9}{'processor':>11}{'peak MB':>9}  written\n")
    with TemporaryDirectory() as folder:
        place = Place(Path(folder))
        parts: dict[str, Callable[[], Iterator[Run]]] = {
            "extract": lambda: place.extract(chosen.mb, chosen.sizes),
            "check": lambda: place.check(chosen.reports),
            "events": lambda: place.events(chosen.reports),
        }
        for run in chain.from_iterable(parts[name]() for name in chosen.what or parts):
            figures = f"{run.seconds:>9.2f}{run.processor:>11.2f}{run.megabytes:>9.0f}"
            sys.stdout.write(f"{run.name:<64}{figures}  {run.digest}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
