"""Whole events, from the files of the reports to the findings, against golden Markdown files."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden import GoldenEvent, render

from crosstally.facts.extract import extract_facts
from crosstally.facts.source.reading import read
from crosstally.rules.engine import check_facts

EVENTS = sorted((Path(__file__).parent / "corpus").glob("*.md"))


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_event(path: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    event = GoldenEvent.parse(path.read_text(encoding="utf-8"))
    event.unpack(tmp_path / path.stem)
    documents = list(read(tmp_path / path.stem))
    report = check_facts([fact for document in documents for fact in extract_facts(document)], documents)

    actual = render(report)
    if pytestconfig.getoption("--update"):
        path.write_text(f"{event.written}\n{actual}", encoding="utf-8")
    else:
        assert event.expected == actual
