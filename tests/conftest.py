"""Options of the test run, and what many tests start from."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Run
from hypothesis import settings

from crosstally.cli import main

DATED = "---\npublished: 2024-05-01\n---\n"  # undated, the higher toll may be the later one
REPORTS = {
    "alder.txt": f"{DATED}The fire at the harbour killed 12 people and injured 90 others, officials said.",
    "brook.txt": f"{DATED}The fire at the harbour killed at least 12 people and injured more than 100 others, he said.",
}

# A busy machine is no failure, and a run says the same twice; `pytest --hypothesis-profile search` looks for more.
settings.register_profile("crosstally", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("crosstally")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite what tests expect: tests/corpus, README.md")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither read nor fill the cache of whoever runs them, nor do their settings hold."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        yield


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """The command, in this process: exit code, standard output, standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, out, err

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports that disagree on the injured."""
    folder = tmp_path / "fire"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def heard() -> Iterator[None]:
    """Processes started now hear SIGINT, even where it is ignored, as under nohup: what is caught is not inherited."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
