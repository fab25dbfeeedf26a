"""Runs that are killed (SIGKILL) on purpose: what becomes of their tables, and of what they had done.

For benchmarks/reliability.py. A run has all of crosstally in memory when it begins, so that it is killed at work.
"""
# ruff: noqa: INP001 - the script beside it imports it from its own folder

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import cycle
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import NamedTuple

from corpus import events, write_rows

from crosstally.cli import main as main_of_crosstally
from crosstally.output.tables.whole_folder import finish
from crosstally.run.cache import content

ROOT = Path(__file__).parent.parent
REPORTS = 20  # of a run that is killed and goes on
FINISHED = 0.25  # of those, the share that is let finish after a kill
LOADED = (
    "crosstally.api",
    "crosstally.output.html",
    "crosstally.output.tables.folder",
    "crosstally.rules.tables.table",
    "crosstally.run.cache",
    "crosstally.facts.tables.table",
)
STEPS = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "sqlite3.connect"})
SWITCH = ".crosstally-commit"  # to move it into place is the one step from which on the new tables count


class Steps(NamedTuple):
    """What a run does to a folder of tables, one thing after the other.

    Attributes:
        until: How many things, the switch among them.
        after: How many follow it.
        seconds: How long the run takes.
    """

    until: int
    after: int
    seconds: float


def kills(folder: Path, number: int, seed: int) -> tuple[Counter[str], int]:
    """What became of a folder of tables whose writers were killed, each on the other of two sets of reports.

    A third of them is killed at a moment of chance; a third at a step up to the switch, and a third at one behind it,
    each step in turn, those next to the switch first. Every other one of the last is begun anew, and killed while it
    finishes what the first began.

    Returns:
        How the folders ended, and how many steps a run has.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    sources = [ROOT / "examples" / name for name in ("kyiv-strikes", "loja-earthquake")]
    whole: dict[Path, str] = {}
    steps: dict[Path, Steps] = {}
    for source in (*sources, *sources):  # the second time each replaces tables, as all runs after it
        steps[source] = _steps(source, folder)
        whole[source] = _state(folder)
    turns = {source: (cycle(reversed(range(one.until))), cycle(range(one.after))) for source, one in steps.items()}
    ended: Counter[str] = Counter()
    for at in range(number):
        before = _state(folder)
        source = next(one for one in sources if whole[one] != before)
        until, after = turns[source]
        match at % 3:
            case 0:
                phase, running = "by chance", _check(source, folder)
                _kill(running, chance.uniform(0, 1.1) * steps[source].seconds)
            case 1:
                phase, running = "before", _check(source, folder, last=next(until))
                running.join()
            case _:
                phase, running = "after", _check(source, folder, last=steps[source].until + next(after))
                running.join()
                if at % 2:
                    _check(source, folder, last=chance.randrange(1, steps[source].after)).join()
        finish(folder)
        now, left = _state(folder), [*folder.glob(".crosstally-*")]
        right = {"by chance": {before, whole[source]}, "before": {before}, "after": {whole[source]}}[phase]
        was_killed = phase == "by chance" or running.exitcode == -signal.SIGKILL
        is_whole = now in right and not left and was_killed
        ended["mixed or lost" if not is_whole else "as before" if now == before else "as after"] += 1
        _tell(ended)
    return ended, max(one.until + one.after for one in steps.values())


def resumed(folder: Path, number: int, seed: int) -> Counter[str]:
    """What became of runs that were killed again and again, and begun anew with what they had kept."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    rows = folder / "rows.jsonl"
    write_rows(rows, events(REPORTS))
    ended: Counter[str] = Counter()
    for command in ("extract", "check"):
        whole, length = _uninterrupted(command, rows, folder / f"{command}-whole")
        place, held = folder / command, 0
        for _ in range(number // 2):
            running = _kept(command, rows, place)
            is_killed = _kill(running, chance.uniform(0.05, 1.1) * length)
            now = content(place / "cache" / "crosstally").documents
            ended["killed" if is_killed else "ended before"] += 1
            ended["lost"] += now < held
            held = now
            if chance.random() < FINISHED or not is_killed:
                _kept(command, rows, place).join()
                ended["finished"] += 1
                ended["other bytes"] += _written(place) != whole
                ended["lost"] += content(place / "cache" / "crosstally").documents != REPORTS
                shutil.rmtree(place)
                held = 0
            _tell(ended)
    return ended


def _tell(ended: Counter[str]) -> None:
    """How far it is: for whoever waits, and for what is known when it is stopped."""
    sys.stderr.write(f"{dict(ended)}\n")


def _uninterrupted(command: str, rows: Path, place: Path) -> tuple[str, float]:
    start = time.monotonic()
    _kept(command, rows, place).join()
    return _written(place), time.monotonic() - start


def _kept(command: str, rows: Path, place: Path) -> ForkProcess:
    """A run that keeps what it does in a cache of its own."""
    place.mkdir(exist_ok=True)
    out = place / ("facts.csv" if command == "extract" else "tables")
    arguments = [command, str(rows), "--out", str(out), "--jobs", "1", "-q"]
    return _started(arguments, XDG_CACHE_HOME=str(place / "cache"))


def _written(place: Path) -> str:
    """All that a run has written, and left lying, but for its cache."""
    files = sorted(
        path for path in place.rglob("*") if path.is_file() and "cache" not in path.parts[len(place.parts) :]
    )
    return hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()


def _kill(running: ForkProcess, seconds: float) -> bool:
    """End a run after a while, however far it is; whether it had not ended by then."""
    running.join(seconds)
    running.kill()
    running.join()
    return running.exitcode == -signal.SIGKILL


def _steps(source: Path, folder: Path) -> Steps:
    """What a run does that nobody kills."""
    ours, theirs = get_context("fork").Pipe(duplex=False)
    start = time.monotonic()
    running = _check(source, folder, told=theirs)
    theirs.close()
    names: list[str] = []
    with suppress(EOFError):
        while True:
            names.append(ours.recv())
    running.join()
    switch = next(place for place, name in enumerate(names, 1) if name == f"os.rename {SWITCH}")
    return Steps(switch, len(names) - switch, time.monotonic() - start)


def _check(source: Path, folder: Path, last: int | None = None, told: Connection | None = None) -> ForkProcess:
    """A run over reports that writes to a folder.

    Args:
        source: The reports.
        folder: Where to.
        last: How many things it does to the folder before it is killed; None: it is not.
        told: Where it tells what it does.
    """
    arguments = ["check", str(source), "--out", str(folder), "--jobs", "1", "--no-cache"]
    return _started(arguments, _Watched(folder, last, told))


@dataclass
class _Watched:
    """Hears of all that Python does to the files of a folder, and may kill its own process before one of it."""

    folder: Path
    last: int | None
    told: Connection | None
    seen: int = 0

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if event not in STEPS or not str(args[0]).startswith(str(self.folder)):
            return
        if self.seen == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        self.seen += 1
        if self.told is not None:
            self.told.send(f"{event} {Path(str(args[0])).name}")


def _started(arguments: list[str], watched: _Watched | None = None, **environment: str) -> ForkProcess:
    """A command in a process of its own that has all it needs in memory when it begins: so it is killed at work."""
    for module in LOADED:
        import_module(module)
    running = get_context("fork").Process(target=_run, args=(arguments, watched, environment))
    running.start()
    return running


def _run(arguments: list[str], watched: _Watched | None, environment: dict[str, str]) -> None:
    os.environ.update(environment)
    if watched is not None:
        sys.addaudithook(watched)
    silent = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silent, stream)
    main_of_crosstally(arguments)


def _state(folder: Path) -> str:
    files = sorted(path for path in folder.glob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()
