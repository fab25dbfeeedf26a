#!/usr/bin/env python3
"""What an installation weighs: the packages that it brings, by size, and those that `crosstally check` loads.

usage: python benchmarks/weight.py [--extra all]

Installs this tree into an environment of its own, so it needs an index to install from. MB are millions of bytes of
the files that the packages list, compiled ones among them. *Loaded* is told of a check of one example that prints text,
and of one that writes the tables.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
SHOWN = 9
SIZES = """
import json
from importlib.metadata import distributions
sizes = {}
for one in distributions():
    files = [one.locate_file(file) for file in one.files or ()]
    tops = {file.parts[0].removesuffix(".py") for file in one.files or () if not file.parts[0].endswith(".dist-info")}
    sizes[one.name] = sum(file.stat().st_size for file in files if file.is_file()), sorted(tops)
print(json.dumps(sizes))
"""
LOADED = """
import contextlib, io, json, sys
from crosstally.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(["check", "--no-cache", sys.argv[1], *sys.argv[2:]])
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def main() -> None:
    """Install, weigh, run."""
    arguments = argparse.ArgumentParser(description="What an installation weighs.")
    arguments.add_argument("--extra", default="")
    extra = arguments.parse_args().extra
    with TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        before = json.loads(_said(python, SIZES))  # what every environment has
        what = f"{ROOT}[{extra}]" if extra else str(ROOT)
        subprocess.run([python, "-m", "pip", "install", "--quiet", what], check=True, stdout=sys.stderr)
        sizes: dict[str, tuple[int, list[str]]] = json.loads(_said(python, SIZES))
        example = str(ROOT / "examples/kyiv-strikes")
        text = set(json.loads(_said(python, LOADED, example)))
        tables = set(json.loads(_said(python, LOADED, example, "--out", f"{folder}/tables")))
    brought = {name: sizes[name] for name in sizes if name not in before}
    sys.stdout.write(_table(brought, text, tables))


def _said(python: Path, code: str, *arguments: str) -> str:
    return subprocess.run([python, "-c", code, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def _table(sizes: dict[str, tuple[int, list[str]]], text: set[str], tables: set[str]) -> str:
    rows = ["| package | MB | loaded for text | loaded for tables |", "|---|---|---|---|"]
    by_size = sorted(sizes, key=lambda name: -sizes[name][0])
    shown = [name for name in by_size if name in {*by_size[:SHOWN], "quantulum3", "crosstally"}]
    for name in shown:
        size, tops = sizes[name]
        loads = ["yes" if loaded & set(tops) else "no" for loaded in (text, tables)]
        rows.append(f"| {name} | {size / 1e6:.1f} | {loads[0]} | {loads[1]} |")
    others = [sizes[name][0] for name in by_size if name not in shown]
    rows.append(f"| {len(others)} others | {sum(others) / 1e6:.1f} | | |")
    rows.append(f"| in all | {sum(size for size, _ in sizes.values()) / 1e6:.1f} | | |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
