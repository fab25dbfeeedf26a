"""The command line, as tests call it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
"""The fixture `run`: takes arguments, gives exit code, standard output, standard error."""

COMMAND = [sys.executable, "-m", "crosstally"]
HANGS = 1200
"""Seconds after which a run hangs, however busy the machine is."""


def started(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]
