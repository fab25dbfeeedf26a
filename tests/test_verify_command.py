from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Run


@pytest.fixture
def kept(run: Run, reports: Path, tmp_path: Path) -> Path:
    (reports / "crlf.md").write_bytes(
        b"---\ntitle: Three dead\n---\nIn San Jos\xc3\xa9,\r\nthe fire killed 3 people.\r\n"
    )
    run("check", reports, "--out", tmp_path / "tables", "--keep-text")
    return tmp_path / "tables"


def test_every_quote_stands_in_the_kept_text(run: Run, kept: Path) -> None:
    code, out, err = run("verify", kept)
    assert (0, "") == (code, out)
    assert "quotes held against the kept texts, 0 differ" in err


def test_a_text_or_a_table_that_was_changed_is_told(run: Run, kept: Path) -> None:
    rows = [json.loads(line) for line in (kept / "texts.jsonl").read_text().splitlines()]
    rows[0]["text"] = rows[0]["text"].replace("12", "13")
    (kept / "texts.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows[:-1]))
    code, out, _ = run("verify", kept)
    assert 1 == code
    assert "but the kept text says '13" in out
    assert "but its text was not kept" in out


def test_without_kept_texts_there_is_nothing_to_hold_quotes_against(run: Run, reports: Path, tmp_path: Path) -> None:
    run("check", reports, "--out", tmp_path / "tables")
    code, _, err = run("verify", tmp_path / "tables")
    assert 2 == code
    assert "texts.jsonl: no kept texts (allowed: a folder that check --out DIR --keep-text wrote)" in err
    assert "there is no folder to keep it in" in run("check", reports, "--keep-text")[2]
