from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import COMMAND, Run, started


@pytest.mark.parametrize("suffix", ["csv", "parquet", "jsonl"])
def test_an_extracted_table_can_be_checked_and_validated(run: Run, reports: Path, tmp_path: Path, suffix: str) -> None:
    facts = tmp_path / f"facts.{suffix}"
    code, out, err = run("extract", reports, "--out", facts)
    assert (0, "", f"crosstally: 4 figures of 2 reports in {facts}\n") == (code, out, err)
    assert (0, "", f"crosstally: {facts}: valid\n") == run("validate", facts)
    assert run("check", reports) == run("check", facts)


def test_standard_input(reports: Path, tmp_path: Path) -> None:
    text = (reports / "alder.txt").read_text()
    done = started("extract", "-", "--out", tmp_path / "facts.jsonl", input=text)
    assert (0, "") == (done.returncode, done.stdout)
    rows = [json.loads(line) for line in (tmp_path / "facts.jsonl").read_text().splitlines()]
    assert {"stdin"} == {row["doc_id"] for row in rows}


@pytest.mark.usefixtures("heard")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_an_interrupted_run_leaves_nothing_half_written(tmp_path: Path) -> None:
    out = tmp_path / "facts.csv"
    process = subprocess.Popen(
        [*COMMAND, "extract", "-", "--out", str(out)], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write(b'{"text": ""}\n')
    process.stdin.flush()
    assert b"set aside" in process.stderr.readline()  # now it waits for more input
    process.send_signal(signal.SIGINT)
    assert b"" == process.stderr.read().strip()
    assert 130 == process.wait()
    process.stdin.close()
    process.stderr.close()
    assert [] == list(tmp_path.iterdir())


def test_every_number_that_is_no_figure_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fire.txt").write_text("Twelve people died on 14 March 2013 on Highway 35.", encoding="utf-8")
    code, _, err = run("extract", tmp_path / "fire.txt", "--out", tmp_path / "facts.csv", "--skips", tmp_path / "s.csv")
    assert (0, "2 numbers that are no figure") == (code, err.partition(": ")[2].partition(" in ")[0])
    rows = (tmp_path / "s.csv").read_text(encoding="utf-8").splitlines()
    assert "doc_id,source,section,start,end,quote,reason" == rows[0]
    assert [("14 March 2013", "date"), ("35", "label")] == [tuple(row.split(",")[-2:]) for row in rows[1:]]


def test_a_report_in_another_language_is_told_and_set_aside(run: Run, reports: Path) -> None:
    (reports / "feu.txt").write_text("Un incendie a fait 12 morts dans le port, selon les pompiers.", encoding="utf-8")
    code, out, err = run("check", reports)
    assert (1, True) == (code, "feu.txt: its language is not English (French); set aside" in err)
    assert "2 reports" in out
