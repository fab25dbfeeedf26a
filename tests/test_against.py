"""Reports held against a fact table that somebody keeps."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from told import interval, told

from crosstally.cli import commands
from crosstally.facts.fact import Fact
from crosstally.formats import formats
from crosstally.rules.engine import check_facts
from crosstally.rules.finding import Finding
from crosstally.rules.history.against import held_against

KILLED = told("Alder", "12 people", 12, event="fire")


def drifted(before: list[Fact], after: list[Fact]) -> list[Finding]:
    return [f for f in held_against(check_facts(after), before, Path("facts.csv")).findings if f.rule == "DRIFT"]


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (replace(KILLED, interval=interval(14)), "Alder.txt: killed 12 → 14"),
        (replace(KILLED, interval=interval(12, "at_least")), "Alder.txt: killed 12 → at least 12"),
        (replace(KILLED, interval=replace(KILLED.interval, high=14.0)), "Alder.txt: killed 12, high 12 → 14"),
        (replace(KILLED, place="Kyiv"), "Alder.txt: killed 12, place none → Kyiv"),
        (replace(KILLED, interval=interval(14), scope="part"), "Alder.txt: killed 12 → 14, scope total → part"),
    ],
)
def test_a_change_is_said_in_one_line(now: Fact, message: str) -> None:
    assert [message] == [finding.message for finding in drifted([KILLED], [now])]


def test_what_is_gone_stands_where_it_can_be_found() -> None:
    there = replace(KILLED, document=replace(KILLED.document, path="reports/Alder.txt"))
    injured, brook = told("Alder", "9 people", 9, "injured"), told("Brook", "9 people", 9, "injured")
    gone = drifted([KILLED, injured, brook], [there])
    assert ["Alder.txt: injured 9 is gone", "Brook.txt: injured 9 is gone"] == [finding.message for finding in gone]
    assert ["reports/Alder.txt", "facts.csv"] == [finding.facts[0].document.path for finding in gone]
    assert ["fire", "event"] == [finding.event for finding in gone]


def test_fingerprints_are_unique_and_survive_edits_elsewhere() -> None:
    twice = [replace(KILLED, start=start, end=start + 9) for start in (0, 60)]
    moved = [replace(KILLED, start=start, end=start + 9) for start in (7, 90)]
    first, second = ([finding.finding_id for finding in drifted([], facts)] for facts in (twice, moved))
    assert first == second
    assert 2 == len(set(first))


# ---------------------------------------------------------------- on the command line


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two events in a folder, and their facts in tables of all kinds."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "fire/alder.txt": "The fire at the harbour killed 12 people and injured 90 others.",
        "fire/brook.txt": "The fire at the harbour killed 12 people.",
        "crash/cedar.txt": "The bus crash killed 3 people.",
    }.items():
        (tmp_path / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "reports" / name).write_text(text)
    return tmp_path / "reports"


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(commands, [*arguments], standalone_mode=False)
    assert result.exception is None
    return result


def edit(desk: Path) -> None:
    """One figure changes, one is new; a report goes, and its event with it."""
    (desk / "fire/alder.txt").write_text("The fire at the harbour killed at least 14 people and injured 90 others.")
    (desk / "fire/brook.txt").write_text("The fire at the harbour killed 12 people and injured 90 others.")
    (desk / "crash/cedar.txt").unlink()


@pytest.mark.parametrize("suffix", ["csv", "parquet", "jsonl"])
def test_a_table_guards_a_folder(desk: Path, suffix: str) -> None:
    run("extract", "reports", "--out", f"facts.{suffix}")
    assert 0 == run("check", "reports", "--against", f"facts.{suffix}").return_value
    edit(desk)
    result = run("check", "reports", "--against", f"facts.{suffix}")
    assert 1 == result.return_value
    expected = [
        "ERROR fire/alder.txt: killed 12 → at least 14",
        "ERROR fire/brook.txt: injured 90 is new",
        "ERROR crash/cedar.txt: killed 3 is gone",
    ]
    assert expected == [line.partition("  [DRIFT ")[0] for line in result.stdout.splitlines() if "[DRIFT" in line]
    assert "fire: 2 reports from 2 sources, 4 figures: 1 disputed, 1 agreed, 2 drifted from the table" in result.stdout


def test_a_table_that_check_wrote_guards_as_well(desk: Path) -> None:
    run("check", "reports", "--out", "tables")
    assert 0 == run("check", "reports", "--against", "tables/facts.csv").return_value
    edit(desk)
    assert 1 == run("check", "reports", "--against", "tables/facts.csv").return_value


def test_fail_on_and_a_baseline_hold_for_drift_too(desk: Path) -> None:
    run("extract", "reports", "--out", "facts.csv")
    edit(desk)
    drift = ("check", "reports", "--against", "facts.csv")
    assert 0 == run(*drift, "--fail-on", "never", "--format", "baseline=known.json").return_value
    assert 0 == run(*drift, "--baseline", "known.json").return_value


@pytest.mark.parametrize("name", formats())
def test_every_format_takes_what_drifted(desk: Path, name: str) -> None:
    run("extract", "reports", "--out", "facts.csv")
    edit(desk)
    assert 1 == run("check", "reports", "--against", "facts.csv", "--format", f"{name}=found").return_value
    is_gone_told = "crash/cedar.txt" in Path("found").read_text(encoding="utf-8")
    assert is_gone_told == (
        name not in {"annotations", "acled", "emdat", "hxl", "montandon", "ucdp"}
    )  # which tell of figures that are there


def test_the_tables_say_what_the_reports_say(desk: Path) -> None:
    run("extract", "reports", "--out", "facts.csv")
    edit(desk)
    run("check", "reports", "--against", "facts.csv", "--out", "tables")
    assert 0 == run("validate", "tables/facts.csv", "tables/quantities.csv", "tables/findings.csv").return_value
    assert "DRIFT" not in Path("tables/findings.csv").read_text(encoding="utf-8")


def test_json_names_the_fact_of_the_table_that_is_gone(desk: Path) -> None:
    run("extract", "reports", "--out", "facts.jsonl")
    edit(desk)
    found = json.loads(run("check", "reports", "--against", "facts.jsonl", "--format", "json").stdout)
    kept = [json.loads(line) for line in Path("facts.jsonl").read_text(encoding="utf-8").splitlines()]
    (cedar,) = (fact["fact_id"] for fact in kept if fact["doc_id"] == "crash/cedar.txt")
    assert [cedar] in [finding["fact_ids"] for finding in found["findings"]]
