from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crosstally.cli import commands
from crosstally.errors import InputError
from crosstally.rules.history.baseline import read_baseline

DAY = "published: 2031-05-01"
REPORTS = {
    "alder.txt": f"---\nsource: Alder\n{DAY}\n---\nThe fire at the port killed 12 people and injured 90, police say.",
    "brook.txt": f"---\nsource: Brook\n{DAY}\n---\nA blaze in port killed 12 and injured 140, rescuers said.",
}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two reports that disagree on the injured, and a baseline that knows it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fire").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "fire" / name).write_text(text)
    assert run("baseline", "fire", "--out", "known.json").exit_code == 0
    return tmp_path / "fire"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, [*arguments], standalone_mode=False)


def check(*arguments: str) -> tuple[int, str, str]:
    result = run("check", "fire", "--baseline", "known.json", *arguments)
    assert result.exception is None
    return result.return_value, result.stdout, result.stderr


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_what_is_known_passes() -> None:
    assert 1 == run("check", "fire").return_value
    code, out, err = check()
    assert 0 == code
    assert "ERROR" not in out
    assert "crosstally: 1 known finding of known.json passed over\n" == err


@pytest.mark.parametrize("name", ["json", "github", "gitlab"])
def test_no_format_shows_what_is_known(name: str) -> None:
    assert "counts-disjoint" not in check("--format", name)[1]


def test_sarif_suppresses_what_is_known(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    rewrite(desk / "brook.txt", "killed 12", "killed 31")
    results = json.loads(check("--format", "sarif")[1])["runs"][0]["results"]
    expected = [("new", False), ("unchanged", True)]
    assert expected == [(result["baselineState"], "suppressions" in result) for result in results]
    assert "known in the baseline" == results[1]["suppressions"][0]["justification"]
    monkeypatch.setenv("GITHUB_ACTIONS", "true")  # where each suppressed result would become an alert
    (result,) = json.loads(check("--format", "sarif")[1])["runs"][0]["results"]
    assert not {"baselineState", "suppressions"} & set(result)


def test_the_tables_keep_what_is_known(desk: Path) -> None:
    check("--out", "tables")
    assert "counts-disjoint" in (desk.parent / "tables/findings.csv").read_text()


def test_what_is_new_fails(desk: Path) -> None:
    rewrite(desk / "brook.txt", "killed 12", "killed 31")
    code, out, _ = check()
    assert 1 == code
    assert "ERROR killed: 12 (Alder) against 31 (Brook)" in out
    assert "ERROR injured" not in out


def test_a_known_dispute_that_changes_is_new(desk: Path) -> None:
    rewrite(desk / "brook.txt", "140", "150")
    assert 1 == check()[0]


def test_edits_elsewhere_renamed_files_and_their_order_change_nothing(desk: Path) -> None:
    rewrite(desk / "alder.txt", "The fire", "It was a cold and windy night.\n\nThe fire")
    (desk / "alder.txt").rename(desk / "zebra.txt")
    assert 0 == check()[0]


def test_what_is_mended_is_told_and_drops_out(desk: Path) -> None:
    rewrite(desk / "brook.txt", "140", "90")
    code, _, err = check()
    assert 0 == code
    assert "1 finding of known.json is mended: crosstally baseline drops it" in err
    run("baseline", "fire", "--out", "known.json")
    assert [] == json.loads((desk.parent / "known.json").read_text())


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"rule": "XT101"}]', "[" * 100_000, '["\\ud800"]'])
def test_what_is_no_baseline_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.json").write_text(text)
    with pytest.raises(InputError, match=r"bad\.json: .*crosstally baseline writes"):
        read_baseline(tmp_path / "bad.json")


def test_a_missing_baseline_is_told_before_the_work() -> None:
    assert isinstance(run("check", "fire", "--baseline", "missing.json").exception, InputError)
