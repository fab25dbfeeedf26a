#!/usr/bin/env python3
"""How fast figures are read, beside quantulum3, a naive regular expression and, where installed, Recognizers-Text.

usage: python benchmarks/speed.py [INPUT...] [--kb 32] [--runs 5]
       python benchmarks/speed.py --cold [--runs 5]

All read the same documents in the same process, on one core: a run of each in turn, several times over. Time is process
time, warm; of the runs the median counts. INPUT is whatever ``crosstally check`` reads; by default, the examples.
With --cold, whole processes are timed instead, from start to end, beside what others need before they have read a word.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from readers import quantulum_parse, recognizer_parts

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.source.reading import read

Reader = Callable[[Document], int]

LEAST_SECONDS = 0.2  # what one timing takes at the least: short texts are read several times over
EXAMPLES = Path(__file__).parents[1] / "examples"
FIRST_EXAMPLE = "kyiv-strikes"
ONE_SENTENCE = "from quantulum3 import parser; parser.parse('At least 12 people were killed.')"
NAIVE = re.compile(
    r"""
    (?:\b(?P<hedge>at\ (?:least|most)|(?:more|less|fewer)\ than|over|under|up\ to|about|around|nearly|almost|some)\ )?
    (?P<sign>[$£€])?
    \b(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?
      |one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)\b
    (?:\ ?(?P<magnitude>hundred|thousand|million|billion|trillion)\b)?
    (?:(?P<percent>\ ?%|\ per\ ?cent)|[ -](?P<noun>[a-z]+))?
    """,
    re.VERBOSE,
)


def naive(document: Document) -> int:
    """Read with one regular expression: hedge, sign, value, magnitude, the next word."""
    return len([match.groupdict() for match in NAIVE.finditer(document.text)])


def crosstally(document: Document) -> int:
    """Read with crosstally, the whole path from text to typed facts."""
    return len(extract_facts(document))


def competitors() -> dict[str, Reader]:
    """Load everything there is to compare; the first is the measure of the others."""
    parse = quantulum_parse()
    found: dict[str, Reader] = {
        "crosstally": crosstally,
        "naive regular expression": naive,
        "quantulum3": lambda document: len(parse(document.text)),
    }
    try:
        parts = recognizer_parts()
    except ImportError:
        sys.stderr.write("Recognizers-Text is not installed: left out\n")
    else:
        found["Recognizers-Text"] = lambda document: sum(len(part(document.text, "en-us")) for part in parts)
    return found


def sample(inputs: list[str], kilobytes: int) -> list[Document]:
    """Take documents up to a size, evenly from all there are."""
    documents = list(read(*inputs))
    total = sum(size(document) for document in documents)
    step = max(1, round(total / (kilobytes * 1000)))
    return documents[::step]


def size(document: Document) -> int:
    """Count the bytes of a document's text."""
    return len(document.text.encode())


def timings(read_one: Reader, documents: list[Document]) -> Iterator[float]:
    """Yield seconds of process time for one reading of all documents, for ever."""
    while True:
        loops = 0
        start = now = time.process_time()
        while now - start < LEAST_SECONDS:
            for document in documents:
                read_one(document)
            loops += 1
            now = time.process_time()
        yield (now - start) / loops


def table(documents: list[Document], runs: int) -> str:
    """Measure, and lay out one line for each reader."""
    kilobytes = sum(size(document) for document in documents) / 1000
    competing = competitors()
    figures = {name: sum(map(reader, documents)) for name, reader in competing.items()}  # warms them up, too
    clocks = {name: timings(reader, documents) for name, reader in competing.items()}
    rounds = [{name: next(clock) for name, clock in clocks.items()} for _ in range(runs)]
    seconds = {name: statistics.median(timed[name] for timed in rounds) for name in competing}
    ours = seconds["crosstally"]
    lines = [
        f"{len(documents)} documents, {kilobytes:.1f} KB, median of {runs} interleaved runs, process time on one core",
        "",
        f"{'reader':<26}{'figures/KB':>11}{'MB/s':>9}{'µs/figure':>11}{'crosstally is':>18}",
    ]
    for name, spent in seconds.items():
        times = spent / ours
        ratio = "" if name == "crosstally" else f"{times:.{1 if times >= 1 else 3}f}x as fast"
        each = 1e6 * spent / max(1, figures[name])
        lines.append(
            f"{name:<26}{figures[name] / kilobytes:>11.1f}{kilobytes / 1000 / spent:>9.3f}{each:>11.0f}{ratio:>18}"
        )
    return "\n".join(lines)


def cold_table(runs: int) -> str:
    """Time whole processes, one of each in turn, several times over; the last two are the measure of the others.

    All are compiled already, as what an installer puts in place is.
    """
    ours = [sys.executable, "-m", "crosstally"]
    example = str(EXAMPLES / FIRST_EXAMPLE)
    with TemporaryDirectory() as folder:
        commands = {
            "crosstally --help": [*ours, "--help"],
            "crosstally rules": [*ours, "rules"],
            f"crosstally check {FIRST_EXAMPLE}": [*ours, "check", example],
            f"crosstally check {FIRST_EXAMPLE} --out": [*ours, "check", example, "--out", str(Path(folder, "out"))],
            "import pandas, pandera, pyarrow": [sys.executable, "-c", "import pandas, pandera, pyarrow"],
            "quantulum3, one sentence": [sys.executable, "-c", ONE_SENTENCE],
        }
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))
        clocks = {name: partial(seconds_of, command, environment) for name, command in commands.items()}
        for clock in clocks.values():
            clock()  # as an installer, it leaves bytecode behind
        rounds = [{name: clock() for name, clock in clocks.items()} for _ in range(runs)]
    seconds = {name: statistics.median(timed[name] for timed in rounds) for name in commands}
    tables, quantulum = list(seconds.values())[-2:]
    lines = [
        f"whole processes, median of {runs} interleaved runs",
        "",
        f"{'process':<40}{'seconds':>9}{'of the imports':>16}{'of quantulum3':>15}",
    ]
    lines += [f"{name:<40}{s:>9.2f}{s / tables:>16.2f}{s / quantulum:>15.2f}" for name, s in seconds.items()]
    return "\n".join(lines)


def seconds_of(command: list[str], environment: Mapping[str, str]) -> float:
    """Run a process to its end; exit code 1 says that there is a dispute."""
    start = time.perf_counter()
    code = subprocess.run(command, capture_output=True, check=False, env=environment).returncode
    if code not in {0, 1}:
        sys.exit(f"exit code {code}: {' '.join(command)}")
    return time.perf_counter() - start


def main() -> None:
    """Parse the arguments, measure, write the table."""
    arguments = argparse.ArgumentParser(description="How fast figures are read, beside other readers.")
    arguments.add_argument("inputs", nargs="*", default=[str(EXAMPLES)], metavar="INPUT", help="default: the examples")
    arguments.add_argument("--kb", type=int, default=32, help="read about this many KB of them (default: 32)")
    arguments.add_argument("--runs", type=int, default=5, help="how often each is measured (default: 5)")
    arguments.add_argument("--cold", action="store_true", help="time whole processes instead, from start to end")
    chosen = arguments.parse_args()
    lines = cold_table(chosen.runs) if chosen.cold else table(sample(chosen.inputs, chosen.kb), chosen.runs)
    sys.stdout.write(lines + "\n")


if __name__ == "__main__":
    main()
