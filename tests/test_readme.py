"""The README's first code block holds two commands, and shows what the first of them prints."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCKS = re.findall(
    r"^```\w*\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)
COMMANDS = [line for line in BLOCKS[0].splitlines() if not line.startswith("#")]


def test_first_block_is_two_commands() -> None:
    assert 2 == len(COMMANDS)
    assert all(command.startswith("pip install ") for command in COMMANDS)


def test_first_command_prints_the_report_shown(tmp_path: Path) -> None:
    arguments = shlex.split(COMMANDS[0].partition("&& crosstally ")[2].replace("--out report", f"--out {tmp_path}"))
    run = subprocess.run(
        [sys.executable, "-m", "crosstally", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (1, BLOCKS[1]) == (run.returncode, run.stdout)
    assert {"facts.csv", "quantities.parquet"} <= {path.name for path in tmp_path.iterdir()}
