#!/usr/bin/env python3
"""Bytes looked for of which something does not hold that must: by coverage, target after target, for a while each.

usage: python benchmarks/fuzz.py [TARGET...] [--seconds 60] [--seed 1] [--keep FOLDER]

Needs atheris (pip install '.[fuzz]'). Begins with the bytes in tests/fuzz/TARGET, which the tests try too: bytes that
were a failure once belong there. Prints a line a target: how many were tried, and how many failed; the bytes that
failed are written to the folder of --keep, and those that reached code no others had to its folder "reached", where the
next run goes on. Ends with 1 when there are any.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fuzz_targets import TARGETS

CORPUS = Path(__file__).parents[1] / "tests" / "fuzz"
LONGEST = 2000  # bytes
SLOW = 20  # seconds for one, after which it counts as failed
_RAN = re.compile(r"stat::number_of_executed_units:\s*(\d+)")

_ONE = """
import sys
import atheris
with atheris.instrument_imports(include=["crosstally"]):
    import fuzz_targets
    from crosstally.facts.numbers.units import look_up
look_up("N/m")  # quantulum3 loads for seconds when it is first asked
target = fuzz_targets.TARGETS[sys.argv.pop(1)]
atheris.Setup(sys.argv, lambda data: None if target(data) else -1)
atheris.Fuzz()
"""


def fuzz(name: str, seconds: int, seed: int, keep: Path) -> tuple[int, int, float]:
    """How many bytes were tried on a target, how many of them failed, and for how long, in seconds."""
    start = time.monotonic()
    reached = keep / "reached" / name
    reached.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words"
        words.write_text("".join(f'"{word}"\n' for word in vocabulary()), encoding="ascii")
        command = [sys.executable, "-c", _ONE, name, str(reached), str(CORPUS / name), f"-dict={words}"]
        options = [f"-max_total_time={seconds}", f"-seed={seed}", f"-max_len={LONGEST}", f"-timeout={SLOW}"]
        options += ["-print_final_stats=1", f"-artifact_prefix={keep}/{name}-", "-rss_limit_mb=4096"]
        done = subprocess.run([*command, *options], cwd=Path(__file__).parent, capture_output=True, check=False)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode:
        sys.stderr.write(f"{name}: {said.partition('Uncaught Python exception')[2] or said}"[-4000:] + "\n")
    ran = _RAN.search(said)
    return int(ran[1]) if ran else 0, int(done.returncode != 0), time.monotonic() - start


def vocabulary() -> list[str]:
    """Words that a fuzzer would not find by chance: those of the reports that are tried, and of the formats."""
    text = b" ".join(path.read_bytes() for path in CORPUS.rglob("*") if path.is_file())
    return sorted({word.decode() for word in re.findall(rb"[A-Za-z<>/.\[\]=:{}-]{2,20}", text)})


def main() -> None:
    """Parse the arguments, fuzz, write the table line by line."""
    arguments = argparse.ArgumentParser(description="Look for bytes of which something does not hold.")
    arguments.add_argument("targets", nargs="*", metavar="TARGET", help=f"of: {', '.join(TARGETS)} (default: all)")
    arguments.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    arguments.add_argument("--seed", type=int, default=1, help="of all that is random (default: 1)")
    arguments.add_argument("--keep", type=Path, default=Path("fuzz-failures"), help="where bytes that fail are written")
    chosen = arguments.parse_args()
    chosen.keep.mkdir(exist_ok=True)
    sys.stdout.write("| target | tried | seconds | failed |\n| --- | --- | --- | --- |\n")
    failed = False
    for name in chosen.targets or TARGETS:
        tried, failures, seconds = fuzz(name, chosen.seconds, chosen.seed, chosen.keep.resolve())
        failed = failed or bool(failures)
        sys.stdout.write(f"| {name} | {tried:,} | {seconds:.0f} | {failures} |\n")
        sys.stdout.flush()
    sys.exit(failed)


if __name__ == "__main__":
    main()
