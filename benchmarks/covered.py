#!/usr/bin/env python3
"""How much of the code the tests run, room by room: lines and branches.

usage: python benchmarks/covered.py [PYTEST ARGUMENT...]

Runs the tests under coverage.py, in the processes that they start as well. It takes several times as long as the tests.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
PACKAGE = "src/crosstally/"
COUNTED = ("num_statements", "covered_lines", "num_branches", "covered_branches")


def main() -> None:
    """Run, combine, count."""
    with TemporaryDirectory() as folder:
        data, report = f"--data-file={folder}/data", Path(folder) / "report.json"
        _coverage("run", data, "-m", "pytest", "-q", "-p", "no:cacheprovider", *sys.argv[1:], may_fail=True)
        _coverage("combine", data, "--quiet", folder)
        _coverage("json", data, "--quiet", "-o", str(report))
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
    sys.stdout.write(table({name: file["summary"] for name, file in files.items()}))


def _coverage(*arguments: str, may_fail: bool = False) -> None:
    """Run coverage.py; a test that is too slow under it may fail, and has run its lines all the same."""
    subprocess.run([sys.executable, "-m", "coverage", *arguments], cwd=ROOT, check=not may_fail, stdout=sys.stderr)


def table(files: dict[str, dict[str, Any]]) -> str:
    """A row for each room, and one for all, from what coverage.py says of each file."""
    rooms: dict[str, Counter[str]] = defaultdict(Counter)
    for path, summary in files.items():
        if not path.startswith(PACKAGE):
            continue  # another copy, which is installed
        room, inner, _ = path.removeprefix(PACKAGE).partition("/")
        for name in (f"{room}/" if inner else "the front door", "in all"):
            rooms[name].update({counted: summary[counted] for counted in COUNTED})
    rows = ["| room | lines | run | branches | taken |", "|---|---|---|---|---|"]
    for name in sorted(rooms, key=lambda name: (name == "in all", name)):
        lines, run, branches, taken = (rooms[name][counted] for counted in COUNTED)
        rows.append(f"| {name} | {lines:,} | {_share(run, lines)} | {branches:,} | {_share(taken, branches)} |")
    return "\n".join(rows) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


if __name__ == "__main__":
    main()
