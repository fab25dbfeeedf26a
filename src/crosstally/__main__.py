"""``python -m crosstally``."""

from __future__ import annotations

from crosstally.cli import main

main()
