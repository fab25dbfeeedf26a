from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from command_line import Run, started


def test_a_dispute_is_shown_and_fails_the_run(run: Run, reports: Path) -> None:
    code, out, err = run("check", reports)
    assert (1, "") == (code, err)
    assert "ERROR" in out
    assert "injured 90" in out
    assert "more than 100" in out


@pytest.mark.parametrize(
    ("fail_on", "kept", "code"),
    [
        ("error", ["alder.txt", "brook.txt"], 1),
        ("warning", ["alder.txt", "brook.txt"], 1),
        ("never", ["alder.txt", "brook.txt"], 0),
        ("error", ["alder.txt"], 0),
        ("warning", ["alder.txt"], 0),
    ],
)
def test_fail_on_decides_the_exit_code(run: Run, reports: Path, fail_on: str, kept: list[str], code: int) -> None:
    assert code == run("check", *(reports / name for name in kept), "--fail-on", fail_on)[0]


def test_what_only_tells_fails_a_run_that_asks_for_it(run: Run, tmp_path: Path) -> None:
    for day, killed in ((5, 12), (6, 15)):
        text = f"---\npublished: 2031-04-0{day}\n---\nThe fire at the harbour killed {killed} people, officials said."
        (tmp_path / f"{day}.txt").write_text(text)
    assert [1, 0] == [run("check", tmp_path, "--fail-on", severity)[0] for severity in ("info", "warning")]


def test_out_writes_the_tables(run: Run, reports: Path, tmp_path: Path) -> None:
    code, _, err = run("check", reports, "--out", tmp_path / "out")
    assert (1, f"crosstally: tables and report.html in {tmp_path}/out\n") == (code, err)
    assert {"facts.csv", "facts.parquet", "quantities.csv", "findings.parquet", "report.html"} < {
        path.name for path in (tmp_path / "out").iterdir()
    }
    assert "valid" in run("validate", *sorted((tmp_path / "out").glob("*.csv")))[2]


def test_json_goes_where_it_is_sent(run: Run, reports: Path, tmp_path: Path) -> None:
    code, out, _ = run("check", reports, "--format", "json")
    assert (1, {"facts", "quantities", "findings", "codings", "decisions", "held_apart"}) == (
        code,
        set(json.loads(out)),
    )
    code, text, _ = run("check", reports, "--format", f"json={tmp_path}/a.json", "--format", f"text={tmp_path}/a.txt")
    assert (1, out) == (code, (tmp_path / "a.json").read_text())
    assert text == (tmp_path / "a.txt").read_text()
    assert text == run("check", reports)[1]


def test_a_skipped_document_is_reported(run: Run, reports: Path) -> None:
    (reports / "empty.txt").write_text("")
    message = f"crosstally: warning: {reports}/empty.txt: the document is empty; set aside\n"
    assert message == run("check", reports, "--quiet")[2]


def test_the_same_input_gives_the_same_bytes(reports: Path, tmp_path: Path) -> None:
    outputs = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        done = started("check", reports, "--out", out, "--format", "json", env={**os.environ, "PYTHONHASHSEED": seed})
        outputs.append((done.stdout, {path.name: path.read_bytes() for path in out.iterdir()}))
    assert outputs[0] == outputs[1]


def test_since_tells_what_changed_from_run_to_run(run: Run, reports: Path, tmp_path: Path) -> None:
    again = ("check", reports, "--out", tmp_path / "tables", "--since", tmp_path / "tables", "--fail-on", "never")
    assert "Since the last run" not in run(*again)[1]
    assert run(*again)[1].startswith("Since the last run: nothing\n\n")
    (reports / "brook.txt").write_text("The fire at the harbour injured 90 people, the ministry said.")
    _, out, _ = run(*again)
    assert "  settled          injured: 90 against over 100 → 90" in out
    assert "Since the last run" in (tmp_path / "tables" / "report.html").read_text(encoding="utf-8")


def test_since_takes_only_a_run(run: Run, reports: Path, tmp_path: Path) -> None:
    code, out, err = run("check", reports, "--since", tmp_path / "tables")
    assert (2, "") == (code, out)
    assert "no table of facts (allowed: a folder that check --out wrote)" in err
