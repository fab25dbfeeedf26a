"""Every format is described; tests/test_docs.py runs the commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosstally.cli import main
from crosstally.formats import formats

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/formats.md").read_text(encoding="utf-8")


def test_every_format_is_described() -> None:
    assert formats() == sorted(re.findall(r"^## (\w+)$", PAGE, re.MULTILINE))
    assert formats() == sorted(re.findall(r"^\| \[(\w+)\]\(#\1\)", PAGE, re.MULTILINE))
    assert {name for name in formats() if f"--format {name}" not in PAGE} == set()


def test_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    assert set(formats()) <= set(re.findall(r"\w+", capsys.readouterr().out))
