#!/usr/bin/env python3
"""Write docs/rules.md from the rules themselves: ``python scripts/rules_page.py``."""

from __future__ import annotations

from pathlib import Path

from crosstally.rules.page import render_pages
from crosstally.rules.rule import load_rules

if __name__ == "__main__":
    page = Path(__file__).parent.parent / "docs" / "rules.md"
    page.write_text(render_pages(load_rules()), encoding="utf-8")
