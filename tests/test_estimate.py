from __future__ import annotations

import gzip
import json
from pathlib import Path

import pandas as pd
import pytest

from crosstally.run import estimate as module
from crosstally.run.estimate import estimate

ROWS = [{"id": str(n), "text": f'The storm killed {n + 2} people,\n"as of" today.'} for n in range(500)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    pd.DataFrame(ROWS).to_csv(tmp_path / "rows.csv", index=False)
    pd.DataFrame(ROWS).to_parquet(tmp_path / "rows.parquet")
    (tmp_path / "texts").mkdir()
    for n in range(3):
        (tmp_path / "texts" / f"{n}.txt").write_text("The storm killed 12 people.")
    return tmp_path


@pytest.mark.parametrize(
    ("given", "expected"),
    [(["rows.jsonl"], 500), (["rows.csv"], 500), (["rows.parquet"], 500), (["texts"], 3), (["texts", "rows.csv"], 503)],
)
def test_reports_are_counted(corpus: Path, given: list[str], expected: int) -> None:
    assert expected == estimate(corpus / name for name in given)


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv"])
def test_long_files_are_told_from_a_sample(corpus: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(module, "_SAMPLE", 5000)
    assert estimate([corpus / name]) == pytest.approx(500, rel=0.1)


def test_what_cannot_be_told_is_none(corpus: Path) -> None:
    (corpus / "rows.jsonl.gz").write_bytes(gzip.compress((corpus / "rows.jsonl").read_bytes()))
    assert [None, None, None] == [estimate([given]) for given in ("-", corpus / "rows.jsonl.gz", corpus / "missing")]


def test_an_empty_file_holds_no_reports(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").touch()
    assert 0 == estimate([tmp_path / "rows.csv"])
