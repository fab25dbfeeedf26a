from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import COMMAND, Run, started

import crosstally
from crosstally.cli import commands
from crosstally.formats import formats


def test_help_shows_an_example_for_each_command(run: Run) -> None:
    for command in commands.commands:
        code, out, _ = run(command, "--help")
        assert 0 == code
        assert f"\n    crosstally {command}" in out
        assert command in run("--help")[1]


def test_version(run: Run) -> None:
    assert (0, f"crosstally {crosstally.__version__}\n", "") == run("--version")


def test_the_help_names_every_format(run: Run) -> None:
    told = run("check", "--help")[1]
    assert {"json", "text"} <= set(formats())
    assert [] == [name for name in formats() if name not in told]


def test_quiet_says_nothing_of_what_was_done(run: Run, reports: Path, tmp_path: Path) -> None:
    assert (0, "", "") == run("extract", reports, "--out", tmp_path / "facts.csv", "--quiet")
    code, _, err = run("check", reports, "--out", tmp_path / "out", "-q")
    assert (1, "") == (code, err)
    (reports / "empty.txt").write_text("")
    assert "warning" in run("check", reports, "-q")[2]


@pytest.fixture
def desk(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with what nobody can read."""
    monkeypatch.chdir(reports.parent)
    Path("notes.png").write_text("x")
    Path("bad.jsonl").write_text('{"text"\n')
    Path("empty").mkdir()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "missing"], "missing: no such file or folder"),
        (["check"], "Missing argument 'INPUT...'"),
        (["check", "fire", "--fail-on", "fatal"], "'fatal' is not one of 'error', 'warning', 'info', 'never'"),
        (["check", "fire", "--format", "xml"], "unknown format 'xml' (allowed: acled, annotations, baseline, "),
        (["check", "fire", "--format", "html="], "'html=' names no file behind the ="),
        (["check", "fire", "--format", "text", "--format", "json"], "text and json cannot both go to standard output"),
        (["check", "fire", "--format", "json=nowhere/a.json"], "nowhere: no such folder"),
        (["check", "fire", "--out", "fire/alder.txt"], "fire/alder.txt: is not a folder"),
        (["check", "fire", "--outt", "x"], "No such option '--outt'"),
        (["check", "fire", "--jobs", "0"], "Invalid value for '--jobs': 0 is not in the range x>=1"),
        (["extract", "fire"], "Missing option '--out' (--out FILE: A .csv, .parquet or .jsonl file.)"),
        (["extract", "fire", "--out", "facts.xls"], "unknown table format '.xls' (allowed: .jsonl, .csv, .parquet)"),
        (["extract", "fire", "--out", "nowhere/facts.csv"], "nowhere: no such folder"),
        (["extract", "fire/alder.txt", "notes.png", "--out", "f.csv"], "notes.png: unknown file type '.png'"),
        (["validate", "missing.csv"], "missing.csv: no such file"),
        (["validate", "fire/alder.txt"], "fire/alder.txt: not a table (allowed: .csv, .tsv, .json"),
        (["rules", "XT110"], "unknown rule 'XT110' (allowed: XT"),
        (["rules", "count-disjoint"], "unknown rule 'count-disjoint' (allowed: counts-disjoint"),
        (["check", "empty"], "empty: the folder holds no documents"),
        (["chek"], "No such command 'chek'"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_a_run_that_fails_says_why_in_one_line(run: Run, tmp_path: Path, arguments: list[str], message: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    code, out, err = run(*arguments)
    assert (2, "") == (code, out)
    assert err.startswith("crosstally: error: ")
    assert 1 == err.count("\n")
    assert message in err
    assert before == sorted(tmp_path.rglob("*"))


@pytest.mark.usefixtures("desk")
def test_what_is_left_out_is_named_counted_and_refused_by_strict(run: Run) -> None:
    Path("fire/bad.jsonl").write_text('{"text"\n{"text": "The fire killed 3 people.", "colour": "red"}\n')
    code, out, err = run("check", "fire", "--format", "json")
    assert 1 == code
    assert [
        "crosstally: warning: fire/bad.jsonl:1: not JSON: Expecting ':' delimiter: line 2 column 1 (char 8); set aside",
        "crosstally: warning: fire/bad.jsonl: left out: colour",
        "crosstally: 2 warnings: what was left out or set aside is named above",
    ] == err.splitlines()
    strict, again, err = run("check", "fire", "--format", "json", "--strict")
    assert (2, out) == (strict, again)
    assert "crosstally: error: something was left out, and --strict allows nothing to be" == err.splitlines()[-1]


@pytest.mark.usefixtures("desk")
def test_columns_of_other_names_are_taken_as_they_are_called_or_mapped(run: Run) -> None:
    Path("rows.csv").write_text(
        "Date;Outlet;Full Text;Lede\n9 June 2025;Alder Gazette;The fire killed 3 people.;The fire killed 4 people.\n"
    )
    run("extract", "rows.csv", "--out", "a.jsonl")
    (row,) = map(json.loads, Path("a.jsonl").read_text().splitlines())
    assert ("Alder Gazette", "2025-06-09T00:00:00Z", 3) == (row["source"], row["published"], row["value"])
    run("extract", "rows.csv", "--out", "a.jsonl", "--map", "text=Lede", "--strict")
    (row,) = map(json.loads, Path("a.jsonl").read_text().splitlines())
    assert 4 == row["value"]
    assert "is no FIELD=COLUMN" in run("extract", "rows.csv", "--out", "a.jsonl", "--map", "txt=Lede")[2]


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    code, out, err = run()
    assert (2, "", run("--help")[1]) == (code, out, err)


def imported(*arguments: str | Path) -> set[str]:
    """The packages that a command imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "crosstally", *map(str, arguments)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.splitlines() if line.count("|") == 2}


def test_the_command_works_as_a_process(reports: Path) -> None:
    done = started("check", reports, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (1, "") == (done.returncode, done.stderr)
    assert "ERROR" in done.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["rules"], ["check", "--help"], ["check", "fire"]])
def test_what_a_command_does_not_need_is_not_imported(reports: Path, arguments: list[str]) -> None:
    given = [str(reports) if argument == "fire" else argument for argument in arguments]
    heavy = {"pandas", "pandera", "pyarrow", "numpy", "quantulum3"}
    assert set() == imported(*given) & heavy


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(
            f"---\npublished: 2031-05-01\n---\nThe fire at the harbour injured {100 + 20 * number} people.\n" * 40
        )
    process = subprocess.Popen(
        [*COMMAND, "check", str(folder), "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert b"" == process.stderr.read()
    process.stderr.close()
    assert 1 == process.wait()


def test_a_bug_does_not_look_like_findings(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("crosstally.api.examine", broken)
    code, out, err = run("check", reports)
    assert (2, "") == (code, out)
    assert "ZeroDivisionError" in err
    assert err.endswith("report it with the lines above\n")
