#!/usr/bin/env python3
"""Write packaging/man/: a manual page of each command, from its help. The wheel brings them, so `man crosstally` works.

usage: python scripts/manual.py
"""

from __future__ import annotations

import shutil
from pathlib import Path

from click_man.core import write_man_pages

import crosstally
from crosstally.cli import commands

PAGES = Path(__file__).parents[1] / "packaging/man"


def main() -> None:
    """Write all pages anew, so that none of a command that is gone stays."""
    shutil.rmtree(PAGES, ignore_errors=True)
    PAGES.mkdir(parents=True)
    version = crosstally.__version__
    write_man_pages("crosstally", commands, version=version, target_dir=str(PAGES), date=f"crosstally {version}")


if __name__ == "__main__":
    main()
