"""How a run ends, told to whoever called the command."""

from __future__ import annotations

NOTHING_FOUND = 0
FINDINGS = 1
FAILED = 2
INTERRUPTED = 130
