#!/usr/bin/env python3
"""Measure anew whatever the documentation says that it has measured, and write it there.

usage: python benchmarks/all.py [--only WORD] [--list] [NAME=PATH...]

A page tells where a figure is from, and the next block or table is what the command prints:

    Measured by `python benchmarks/speed.py` (27 November 2026, 2 cores of x86_64, Python 3.13):

A name in capitals stands for data that is not in this repository, such as NEWSQUANT; what needs one that is not given
is left out, and named. --only takes the commands that have the word in them; --list measures nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "benchmarks/README.md", *sorted(ROOT.glob("docs/*.md"))]
MEASURED = re.compile(
    r"^Measured by `python (?P<command>[^`\n]+)` \([^)\n]*\):\n\n(?P<shown>```text\n.*?^```\n|(?:^\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
_NAME = re.compile(r"\b[A-Z]{3,}\b")


def main() -> None:
    """Every page, every command in it."""
    arguments = argparse.ArgumentParser(description="Measure what the documentation says, and write it there.")
    arguments.add_argument("--only", default="", metavar="WORD")
    arguments.add_argument("--list", action="store_true")
    arguments.add_argument("data", nargs="*", metavar="NAME=PATH")
    given = arguments.parse_args()
    data = dict(one.split("=", 1) for one in given.data)
    for page in PAGES:
        for found in MEASURED.finditer(page.read_text(encoding="utf-8")):
            command = found["command"]
            missing = [name for name in _NAME.findall(command) if name not in data]
            told = f"{page.relative_to(ROOT)}: {command}"
            if given.only not in command:
                continue
            if given.list or missing:
                sys.stdout.write(f"{told}{f'  (not measured: give {missing[0]}=PATH)' if missing else ''}\n")
                continue
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()
            _write(page, found[0], f"Measured by `python {command}` ({_when()}):\n\n{_block(_output(command, data))}")


def _output(command: str, data: Mapping[str, str]) -> str:
    words = shlex.split(_NAME.sub(lambda name: shlex.quote(data[name[0]]), command))
    environment = {**os.environ, "COLUMNS": "100"}
    run = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True, text=True
    )
    return run.stdout.strip("\n") + "\n"


def _block(output: str) -> str:
    """A table as it is, all else in a block of its own."""
    return output if output.startswith("|") else f"```text\n{output}```\n"


def _when() -> str:
    today = dt.datetime.now(dt.UTC).date()
    machine = f"{os.cpu_count()} cores of {platform.machine()}, Python {'.'.join(platform.python_version_tuple()[:2])}"
    return f"{today.day} {today:%B %Y}, {machine}"


def _write(page: Path, old: str, new: str) -> None:
    """Of a page that somebody may have changed while the command ran."""
    page.write_text(page.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


if __name__ == "__main__":
    main()
