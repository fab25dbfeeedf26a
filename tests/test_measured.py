"""Figures in the documentation are what a command printed: benchmarks/all.py finds it and writes the answer."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "benchmarks/README.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def everything() -> Any:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    return importlib.import_module("all")


def block_of(everything: Any, command: str) -> str:
    return str(next(found["shown"] for found in everything.MEASURED.finditer(PAGE) if found["command"] == command))


def test_each_page_with_figures_has_commands_that_exist(everything: Any) -> None:
    for page in everything.PAGES:
        text = page.read_text(encoding="utf-8")
        commands = [found["command"] for found in everything.MEASURED.finditer(text)]
        assert text.count("Measured by `") == len(commands), page
        assert [] == [command for command in commands if not (ROOT / command.split()[0]).is_file()]


def test_the_table_of_the_readme_is_what_was_measured(everything: Any) -> None:
    for command, opening in (
        ("benchmarks/accuracy.py", "our own"),
        ("benchmarks/accuracy.py NEWSQUANT", "NewsQuant dev"),
    ):
        measured = re.findall(
            r"^(\S+) +\d+ +\S+ +\S+ +(\S+) +(\S+) +(\S+)", block_of(everything, command), re.MULTILINE
        )
        rows = README.partition(f"| {opening} | ")[2].splitlines()[:3]
        told = [[cell.strip() for cell in row.strip("| ").split("|")] for row in rows]
        assert [[cell.replace("–", "-") for cell in one] for one in measured] == told


def test_the_readme_says_how_fast_it_was(everything: Any) -> None:
    ratio = re.search(r"^quantulum3 .* ([\d.]+)x as fast", block_of(everything, "benchmarks/speed.py"), re.MULTILINE)
    told = re.search(r"about\s+(\d+) times as fast as quantulum3", README)
    assert ratio
    assert told
    assert round(float(ratio[1])) == int(told[1])


def test_what_a_command_printed_replaces_what_stood_there(everything: Any) -> None:
    page = "Measured by `python benchmarks/speed.py` (long ago):\n\n```text\nold\n```\n\nMore.\n"
    found = everything.MEASURED.search(page)
    assert ("benchmarks/speed.py", "```text\nold\n```\n") == (found["command"], found["shown"])
    assert "| a |\n" == everything.MEASURED.search(page.replace("```text\nold\n```", "| a |"))["shown"]
