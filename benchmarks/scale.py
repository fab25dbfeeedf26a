#!/usr/bin/env python3
"""How memory and time grow with the input, what a second process gains, and what the cache saves.

usage: python benchmarks/scale.py [--mb 2] [--sizes 1 4 16]

Reports are made from the examples: sentences shuffled, names and numbers varied, so that no two are alike. Each line
of the table is one whole process, from start to end: its seconds, the most memory it held, and a hash of what it wrote.
Seconds are wall time: the machine should have nothing else to do.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from crosstally.facts.source.reading import read

EXAMPLES = Path(__file__).parents[1] / "examples"
NUMBER = re.compile(r"\b\d+\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")
SYLLABLES = ("dor", "fin", "gar", "hul", "kam", "lo", "mer", "nov", "pra", "quin", "ros", "sel", "tav", "vey", "wen")


@dataclass(frozen=True)
class Run:
    """One process: what it was, how long it took, what it held, what it wrote."""

    name: str
    seconds: float
    megabytes: float
    digest: str


def reports(size: int, seed: int = 7) -> Iterator[dict[str, str]]:
    """About `size` characters of reports, as rows of JSONL."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret
    sentences = [s for d in read(EXAMPLES) for s in re.findall(r"[^.!?]{20,}[.!?]+", d.text)]
    made = 0
    for number in range(size):  # one character each at the least
        lines = [_varied(chance.choice(sentences), chance) for _ in range(chance.randint(8, 24))]
        text = "".join(lines)
        yield {"id": f"report-{number}", "event": f"event-{number // 5}", "source": f"paper-{number % 5}", "text": text}
        made += len(text)
        if made >= size:
            return


def _varied(sentence: str, chance: random.Random) -> str:
    sentence = NUMBER.sub(lambda match: str(chance.randint(2, 10 ** len(match[0]))), sentence)
    return NAME.sub(lambda _: "".join(chance.choices(SYLLABLES, k=3)).capitalize(), sentence)


def write_rows(path: Path, size: int) -> int:
    """Write reports to a file and say how many."""
    with path.open("w", encoding="utf-8") as stream:
        return sum(stream.write(json.dumps(row) + "\n") > 0 for row in reports(size))


def measure(name: str, arguments: list[str], out: Path, cache: Path) -> Run:
    """Run a command to its end; the greatest resident set of it and its workers is the system's own figure."""
    command = [sys.executable, "-m", "crosstally", *arguments, "--out", str(out), "--quiet"]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, {**os.environ, "XDG_CACHE_HOME": str(cache)})
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        sys.exit(f"failed: {' '.join(command)}")
    unit = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
    return Run(name, seconds, usage.ru_maxrss * unit / 1e6, blake2b(out.read_bytes(), digest_size=4).hexdigest())


def measure_all(place: Path, megabytes: float, sizes: list[int]) -> Iterator[Run]:
    """Measure growth, a second process, and the cache."""
    rows = {size: place / f"{size}.jsonl" for size in sizes}
    cache = place / "cache"
    counts = {size: write_rows(path, round(size * megabytes * 1e6)) for size, path in rows.items()}
    for suffix in ("parquet", "csv"):
        for size, path in rows.items():
            given = ["extract", str(path), "--no-cache", "--jobs", "1"]
            name = f"{size}x, {size * megabytes:g} MB, {counts[size]} reports, to .{suffix}, 1 job"
            yield measure(name, given, place / f"facts.{suffix}", cache)
    largest = rows[max(sizes)]
    for jobs in ("1", "2"):
        given = ["extract", str(largest), "--no-cache", "--jobs", jobs]
        yield measure(f"{max(sizes)}x, {jobs} job(s)", given, place / "facts.parquet", cache)
    for state in ("filled", "used"):
        given = ["extract", str(largest), "--jobs", "1"]
        yield measure(f"{max(sizes)}x, 1 job, cache {state}", given, place / "facts.parquet", cache)


def main() -> None:
    """Parse the arguments, measure, write the table line by line."""
    arguments = argparse.ArgumentParser(description="How memory and time grow with the input.")
    arguments.add_argument("--mb", type=float, default=2, help="what 1x is, in MB of text (default: 2)")
    arguments.add_argument("--sizes", type=int, nargs="+", default=[1, 4, 16], help="how many times that (1 4 16)")
    chosen = arguments.parse_args()
    sys.stdout.write(f"{'':<52}{'seconds':>9}{'peak MB':>9}  written\n")
    with TemporaryDirectory() as folder:
        for run in measure_all(Path(folder), chosen.mb, chosen.sizes):
            sys.stdout.write(f"{run.name:<52}{run.seconds:>9.2f}{run.megabytes:>9.0f}  {run.digest}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
