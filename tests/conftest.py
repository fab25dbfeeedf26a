"""Options of the test run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest


settings.register_profile("crosstally", deadline=None)  # a busy machine is no failure
settings.load_profile("crosstally")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite what tests expect: tests/corpus, README.md")
