"""Every format is described, and every command of its page runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from crosstally.cli import main
from crosstally.formats import formats

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_every_format_is_described() -> None:
    assert formats() == sorted(re.findall(r"^## (\w+)$", PAGE, re.MULTILINE))
    assert formats() == sorted(re.findall(r"^\| \[(\w+)\]\(#\1\)", PAGE, re.MULTILINE))
    assert {name for name in formats() if f"--format {name}" not in PAGE} == set()


@pytest.mark.parametrize("block", BLOCKS)
def test_every_command_runs(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for command in block.splitlines():
        with pytest.raises(SystemExit) as stop:
            main(shlex.split(command, comments=True)[1:])
        assert 0 == stop.value.code
        written = [tmp_path / name for name in re.findall(r"(?:=|--out )([\w./-]+)", command)]
        assert all(path.exists() for path in written)
        assert written or capsys.readouterr().out
