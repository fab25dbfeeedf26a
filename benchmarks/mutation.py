#!/usr/bin/env python3
"""How many small changes of the code the tests notice, in alignment, intervals and the grammar of numbers.

usage: python benchmarks/mutation.py [--which N]

mutmut makes every change that it knows of ("<" to "<=", "and" to "or", an argument left out); of each function the
N-th is tried, by the tests that reach the function. What is mutated and which tests are asked stands in pyproject.toml.
It takes the better part of an hour.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PACKAGE = "src/crosstally"
SURVIVED, UNTESTED = 0, 33  # exit codes of pytest, and of mutmut where no test reaches a function


def main() -> None:
    """Mutate a copy, so that the tree stays as it is."""
    arguments = argparse.ArgumentParser(description="How many changes of the code the tests notice.")
    arguments.add_argument("--which", type=int, default=3, metavar="N")
    which = arguments.parse_args().which
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        subprocess.run(["git", "clone", "--quiet", ROOT, copy], check=True)
        mutate = [sys.executable, "-m", "mutmut", "run", f"*__mutmut_{which}"]
        subprocess.run(mutate, cwd=copy, check=True, stdout=sys.stderr)
        sys.stdout.write(table(copy / "mutants" / PACKAGE))


def table(mutants: Path) -> str:
    """A row for each part of the code, from the files that mutmut keeps beside the mutants."""
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for meta in sorted(mutants.rglob("*.meta")):
        codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].values()
        where = meta.relative_to(mutants)
        for name in (where.parent.as_posix() if len(where.parts) > 2 else where.stem, "in all"):  # noqa: PLR2004 - room/part/file
            parts[name].update(_verdict(code) for code in codes if code is not None)
    rows = ["| part | mutants | noticed | not noticed | reached by no test |", "|---|---|---|---|---|"]
    for name in sorted((name for name in parts if parts[name]), key=lambda name: (name == "in all", name)):
        counts = parts[name]
        share = 100 * counts["noticed"] / counts.total()
        others = f"{counts['survived']} | {counts['untested']}"
        rows.append(f"| {name} | {counts.total()} | {counts['noticed']} ({share:.0f} %) | {others} |")
    return "\n".join(rows) + "\n"


def _verdict(code: int) -> str:
    return {SURVIVED: "survived", UNTESTED: "untested"}.get(code, "noticed")  # an error or a time-out is noticed, too


if __name__ == "__main__":
    main()
