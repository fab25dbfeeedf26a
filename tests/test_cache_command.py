from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run


def test_the_cache_is_shown_filled_and_cleared(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    place = tmp_path / "home" / "crosstally"
    assert (0, f"{place}: 0 reports, 0.0 MB\n", "") == run("cache")
    without = run("check", reports, "--no-cache")
    assert not place.exists()
    assert [without, without] == [run("check", reports), run("check", reports)]
    assert run("cache")[1].startswith(f"{place}: 2 reports, ")
    assert (0, "", "") == run("cache", "clear")
    assert (0, f"{place}: 0 reports, 0.0 MB\n", "") == run("cache")
