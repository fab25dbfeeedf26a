"""The README's first code block holds two commands, and the second shows what the first of them prints."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

README = Path(__file__).parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
FIRST, SHOWN, *_ = re.findall(r"^```\w+\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
COMMANDS = [line for line in FIRST.splitlines() if not line.startswith("#")]


def test_first_block_is_two_commands() -> None:
    assert [True, True] == [command.startswith("pip install ") for command in COMMANDS]


def test_first_command_prints_what_is_shown(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    arguments = shlex.split(COMMANDS[0].partition("&& crosstally ")[2].replace("--out report", f"--out {tmp_path}"))
    run = subprocess.run(
        [sys.executable, "-m", "crosstally", *arguments],
        cwd=README.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert 1 == run.returncode
    assert {"facts.csv", "quantities.parquet", "findings.csv"} <= {path.name for path in tmp_path.iterdir()}
    if pytestconfig.getoption("--update"):
        README.write_text(TEXT.replace(f"```text\n{SHOWN}", f"```text\n{run.stdout}", 1), encoding="utf-8")
    else:
        assert run.stdout == SHOWN
