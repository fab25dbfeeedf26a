"""The page on configuration names every setting, and what it shows can be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosstally.config import load_settings
from crosstally.errors import ConfigError
from crosstally.ownership import Trust
from crosstally.rules.policy.coding import policies

PAGE = (Path(__file__).parent.parent / "docs/configuration.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS)
def test_what_it_shows_is_read(tmp_path: Path, block: str) -> None:
    (tmp_path / "desk/rules").mkdir(parents=True)
    name = "pyproject.toml" if "tool.crosstally" in block else "crosstally.toml"
    (tmp_path / name).write_text(block, encoding="utf-8")
    assert tmp_path / name == load_settings(tmp_path, Trust(everything=True)).path


def test_every_setting_is_described(tmp_path: Path) -> None:
    (tmp_path / "crosstally.toml").write_text("colour = 3", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_settings(tmp_path)
    assert str(error.value.allowed).split(", ") == re.findall(r"^## ([a-z]+)$", PAGE, re.MULTILINE)
    assert [] == [policy for policy in policies() if f"`{policy}`" not in PAGE]
