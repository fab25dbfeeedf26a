from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import crosstally
from crosstally.cli import main
from crosstally.facts.source import batches
from crosstally.formats import formats
from crosstally.rules.rule import load_rules

Run = Callable[..., tuple[int, str, str]]
COMMAND = [sys.executable, "-m", "crosstally"]
REPORTS = {
    "alder.txt": "The fire at the harbour killed 12 people and injured 90 others, officials said.",
    "brook.txt": "The fire at the harbour killed at least 12 people and injured more than 100 others, rescuers said.",
}


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
    folder = tmp_path / "fire"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    return folder


# ---------------------------------------------------------------- what it says and how it ends


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


@pytest.mark.parametrize("suffix", ["csv", "parquet", "jsonl"])
def test_an_extracted_table_can_be_checked_and_validated(run: Run, reports: Path, tmp_path: Path, suffix: str) -> None:
    facts = tmp_path / f"facts.{suffix}"
    code, out, err = run("extract", reports, "--out", facts)
    assert (0, "", f"crosstally: 4 figures of 2 reports in {facts}\n") == (code, out, err)
    assert (0, "", f"crosstally: {facts}: valid\n") == run("validate", facts)
    assert run("check", reports) == run("check", facts)


def test_json_goes_where_it_is_sent(run: Run, reports: Path, tmp_path: Path) -> None:
    code, out, _ = run("check", reports, "--format", "json")
    assert (1, {"facts", "quantities", "findings"}) == (code, set(json.loads(out)))
    code, text, _ = run("check", reports, "--format", f"json={tmp_path}/a.json", "--format", f"text={tmp_path}/a.txt")
    assert (1, out) == (code, (tmp_path / "a.json").read_text())
    assert text == (tmp_path / "a.txt").read_text()
    assert text == run("check", reports)[1]


def test_a_skipped_document_is_reported(run: Run, reports: Path) -> None:
    (reports / "empty.txt").write_text("")
    assert f"crosstally: warning: {reports}/empty.txt: the document is empty, skipped\n" == run("check", reports)[2]


def test_validate_lists_every_failing_row_and_column(run: Run, reports: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.csv"
    run("extract", reports, "--out", facts)
    rows = list(csv.DictReader(io.StringIO(facts.read_text())))
    rows[0] |= {"low": "twelve", "scope": "all"}
    rows[2] |= {"unit": "", "start": "-1"}
    with facts.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    code, out, err = run("validate", facts)
    failing = [(line.split(": ")[1], line.split(": ")[2]) for line in out.splitlines()]
    assert {("row 1", "low"), ("row 1", "scope"), ("row 3", "unit"), ("row 3", "start")} <= set(failing)
    assert f"{facts}: row 1: low: found 'twelve' (allowed: a finite number)" in out.splitlines()
    assert (1, f"crosstally: {facts}: {len(failing)} failures\n") == (code, err)
    code, out, err = run("check", facts)
    assert (2, "") == (code, out)
    assert f"crosstally: error: {facts}: facts break their schema ({len(failing)} failures):" in err


def test_validate_holds_the_tables_of_a_run_against_each_other(run: Run, reports: Path, tmp_path: Path) -> None:
    run("check", reports, "--out", tmp_path / "out")
    tables = [tmp_path / "out" / f"{name}.csv" for name in ("facts", "quantities", "findings")]
    text = tables[2].read_text()
    tables[2].write_text(text[:-2] + ("0" if text[-2] != "0" else "1") + "\n")
    assert 0 == run("validate", tables[2])[0]
    code, out, _ = run("validate", *tables)
    assert 1 == code
    assert "fact_ids: found" in out
    assert "(allowed: fact_ids of the table of facts)" in out


def test_rules_are_listed_and_explained(run: Run) -> None:
    code, out, err = run("rules")
    assert (0, "") == (code, err)
    assert [rule.code for rule in load_rules()] == [line.split()[0] for line in out.splitlines()]
    for spelled in ("XT101", "xt101", "counts-disjoint"):
        assert run("rules", spelled)[1].startswith("## XT101 counts-disjoint (error)")


def test_help_shows_an_example_for_each_command(run: Run) -> None:
    for command in ("extract", "check", "baseline", "validate", "rules", "cache"):
        code, out, _ = run(command, "--help")
        assert 0 == code
        assert f"\n    crosstally {command}" in out
        assert command in run("--help")[1]


def test_version(run: Run) -> None:
    assert (0, f"crosstally {crosstally.__version__}\n", "") == run("--version")


def test_formats_are_found() -> None:
    assert {"json", "text"} <= set(formats())


def test_quiet_says_nothing_of_what_was_done(run: Run, reports: Path, tmp_path: Path) -> None:
    assert (0, "", "") == run("extract", reports, "--out", tmp_path / "facts.csv", "--quiet")
    code, _, err = run("check", reports, "--out", tmp_path / "out", "-q")
    assert (1, "") == (code, err)
    (reports / "empty.txt").write_text("")
    assert "warning" in run("check", reports, "-q")[2]


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


# ---------------------------------------------------------------- bad usage, bad input


@pytest.fixture
def desk(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with what nobody can read."""
    monkeypatch.chdir(reports.parent)
    Path("notes.docx").write_text("x")
    Path("bad.jsonl").write_text('{"text": "12 people died."}\n{"text"\n')
    Path("empty").mkdir()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "missing"], "missing: no such file or folder"),
        (["check"], "Missing argument 'INPUT...'"),
        (["check", "fire", "--fail-on", "fatal"], "'fatal' is not one of 'error', 'warning', 'info', 'never'"),
        (["check", "fire", "--format", "xml"], "unknown format 'xml' (allowed: baseline, github, "),
        (["check", "fire", "--format", "text", "--format", "json"], "text and json cannot both go to standard output"),
        (["check", "fire", "--format", "json=nowhere/a.json"], "nowhere: no such folder"),
        (["check", "fire", "--out", "nowhere/out"], "nowhere: no such folder"),
        (["check", "fire", "--out", "fire/alder.txt"], "fire/alder.txt: is not a folder"),
        (["check", "fire", "--outt", "x"], "No such option '--outt'"),
        (["check", "fire", "--jobs", "0"], "Invalid value for '--jobs': 0 is not in the range x>=1"),
        (["extract", "fire"], "Missing option '--out'"),
        (["extract", "fire", "--out", "facts.xls"], "unknown table format '.xls' (allowed: .jsonl, .csv, .parquet)"),
        (["extract", "fire", "--out", "nowhere/facts.csv"], "nowhere: no such folder"),
        (["extract", "fire/alder.txt", "notes.docx", "--out", "f.csv"], "notes.docx: unknown file type '.docx'"),
        (["validate", "missing.csv"], "missing.csv: no such file"),
        (["validate", "fire/alder.txt"], "fire/alder.txt: not a table (allowed: .jsonl, .csv, .parquet)"),
        (["rules", "XT110"], "unknown rule 'XT110' (allowed: XT"),
        (["rules", "count-disjoint"], "unknown rule 'count-disjoint' (allowed: counts-disjoint"),
        (["check", "bad.jsonl"], "bad.jsonl:2: not JSON"),
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


# ---------------------------------------------------------------- true processes


def started(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


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


def test_standard_input(reports: Path, tmp_path: Path) -> None:
    text = (reports / "alder.txt").read_text()
    done = started("extract", "-", "--out", tmp_path / "facts.jsonl", input=text)
    assert (0, "") == (done.returncode, done.stdout)
    rows = [json.loads(line) for line in (tmp_path / "facts.jsonl").read_text().splitlines()]
    assert {"stdin"} == {row["doc_id"] for row in rows}


def test_the_same_input_gives_the_same_bytes(reports: Path, tmp_path: Path) -> None:
    outputs = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        done = started("check", reports, "--out", out, "--format", "json", env={**os.environ, "PYTHONHASHSEED": seed})
        outputs.append((done.stdout, {path.name: path.read_bytes() for path in out.iterdir()}))
    assert outputs[0] == outputs[1]


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"The fire at the harbour injured {100 + 20 * number} people.\n" * 40)
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
    assert b"skipped" in process.stderr.readline()  # now it waits for more input
    process.send_signal(signal.SIGINT)
    assert b"" == process.stderr.read().strip()
    assert 130 == process.wait()
    process.stdin.close()
    process.stderr.close()
    assert [] == list(tmp_path.iterdir())


# ---------------------------------------------------------------- many reports


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """More reports than fit in a batch, and more than a worker is worth."""
    monkeypatch.setattr(batches, "BATCH", 2000)
    monkeypatch.setattr(batches, "SMALL", 8000)
    path = tmp_path / "reports.jsonl"
    with path.open("w") as stream:
        for n in range(60):
            text = f"The fire killed {n + 2} people, officials said."
            stream.write(json.dumps({"id": f"r{n}", "event": f"e{n // 3}", "source": f"s{n % 3}", "text": text}) + "\n")
    return path


@pytest.mark.parametrize("suffix", ["csv", "parquet", "jsonl"])
def test_any_number_of_jobs_writes_the_same_bytes(run: Run, corpus: Path, tmp_path: Path, suffix: str) -> None:
    written = set()
    for jobs in (1, 2, 3):
        out = tmp_path / f"{jobs}.{suffix}"
        expected = f"crosstally: 60 figures of 60 reports in {out}\n"
        assert (0, "", expected) == run("extract", corpus, "--out", out, "--jobs", jobs, "--no-cache")
        written.add(out.read_bytes())
    assert 1 == len(written)


def test_any_number_of_jobs_finds_the_same(run: Run, corpus: Path) -> None:
    one, two = (run("check", corpus, "--format", "json", "--jobs", jobs, "--no-cache") for jobs in (1, 2))
    assert 1 == one[0]
    assert one == two


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize("whom", ["the process", "its group, as a terminal does"])
def test_an_interrupt_ends_the_workers_and_leaves_nothing(tmp_path: Path, whom: str) -> None:
    out = tmp_path / "facts.csv"
    process = subprocess.Popen(
        [*COMMAND, "extract", "-", "--out", str(out), "--jobs", "2", "--no-cache"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stderr is not None
    row = json.dumps({"text": "The fire killed 12 people. " * 200}).encode() + b"\n"
    process.stdin.write(row * 400)  # more than workers are worth, and more is to come
    process.stdin.write(b'{"text": ""}\n')
    process.stdin.flush()
    assert b"skipped" in process.stderr.readline()
    (os.killpg if "group" in whom else os.kill)(process.pid, signal.SIGINT)
    assert b"" == process.stderr.read().strip()  # and the workers, who have it too, are gone
    assert 130 == process.wait()
    process.stdin.close()
    process.stderr.close()
    assert [] == list(tmp_path.iterdir())


def test_a_bug_does_not_look_like_findings(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("crosstally.api.examine", broken)
    code, out, err = run("check", reports)
    assert (2, "") == (code, out)
    assert "ZeroDivisionError" in err
    assert err.endswith("report it with the lines above\n")
