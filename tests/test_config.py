from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from crosstally import ownership
from crosstally.cli import main
from crosstally.config import load_settings
from crosstally.errors import ConfigError
from crosstally.rules.rule import load_rules

if TYPE_CHECKING:
    from pathlib import Path

RULE = '''"""A toll is unlucky.

**When it is silent.** Nobody says 13.
"""

from crosstally.rules.rule import Example

SEVERITY = "warning"
EXAMPLES = (Example({"a": "The fire killed 13 people."}, "13"), Example({"a": "The fire killed 12 people."}, None))


def check(quantity):
    if quantity.best == 13:
        yield "13", quantity.facts
'''
DATED = "---\npublished: 2031-05-01\n---\n"  # undated, the higher toll may be the later one
REPORTS = {
    "alder.txt": f"{DATED}The fire at the harbour killed 13 people and injured 90 others, officials said.",
    "brook.txt": f"{DATED}The fire at the harbour killed at least 13 people and injured more than 100, rescuers said.",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "fire").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "fire" / name).write_text(text, encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return stop.value.code, *capfd.readouterr()


@pytest.mark.usefixtures("desk")
def test_without_a_file_the_defaults_hold() -> None:
    settings = load_settings()
    assert ("majority", tuple(load_rules()), None) == (settings.policy, settings.rules, settings.path)


def test_the_nearest_file_holds_in_the_folders_below(desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[tool.crosstally]\npolicy = "latest"\n', encoding="utf-8")
    assert "latest" == load_settings(desk / "fire").policy
    (desk / "fire" / "crosstally.toml").write_text('policy = "lowest"\n', encoding="utf-8")
    assert "lowest" == load_settings(desk / "fire").policy


def test_a_pyproject_of_other_tools_says_nothing(desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[tool.other]\npolicy = "latest"\n', encoding="utf-8")
    assert "majority" == load_settings().policy


def test_severities_are_chosen_by_code_or_name(desk: Path) -> None:
    (desk / "crosstally.toml").write_text('[severity]\nxt101 = "warning"\nsingle-source = "off"\n', encoding="utf-8")
    chosen = {rule.code: rule.severity for rule in load_settings().rules}
    assert "warning" == chosen["XT101"]
    assert "XT501" not in chosen


def test_a_chosen_severity_decides_the_exit_code(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert 1 == run(capfd, "check", "fire")[0]
    (desk / "crosstally.toml").write_text('[severity]\nXT101 = "info"\n', encoding="utf-8")
    assert 0 == run(capfd, "check", "fire")[0]
    first = run(capfd, "rules")[1].partition("\n")[0]
    assert ["XT101", "counts-disjoint", "info"] == first.split()[:3]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '\npolicy = "newest"\n',
            "crosstally.toml:2: policy is 'newest' (allowed: majority, latest, lowest, highest, acled, emdat, ucdp)",
        ),
        (
            "colour = 3\n",
            "crosstally.toml:1: unknown setting 'colour' (allowed: policy, rules, severity, tolerance, limits, waiv",
        ),
        ('[severity]\nXT999 = "off"\n', "crosstally.toml:2: unknown rule 'XT999' (allowed: XT101, "),
        ("[severity]\nXT101 = 3\n", "crosstally.toml:2: severity of XT101 is 3 (allowed: error, warning, info, off)"),
        ('severity = "error"\n', "crosstally.toml:1: severity is 'error' (allowed: a table of rules)"),
        ('rules = "own"\n', "crosstally.toml:1: rules is 'own' (allowed: a list of folders)"),
        ('rules = ["owm"]\n', "crosstally.toml:1: no such folder: owm"),
        ("policy = latest\n", "crosstally.toml:1: not TOML: "),
    ],
)
def test_an_error_names_file_and_line(desk: Path, text: str, message: str, capfd: pytest.CaptureFixture[str]) -> None:
    (desk / "crosstally.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_settings()
    assert message in str(error.value)
    code, out, err = run(capfd, "check", "fire")
    assert (2, "") == (code, out)
    assert message in err


# ---------------------------------------------------------------- rules of one's own


def own_rule(desk: Path, text: str, name: str = "own13_unlucky.py") -> None:
    (desk / "crosstally.toml").write_text('rules = ["own"]\n', encoding="utf-8")
    (desk / "own" / name).write_text(text, encoding="utf-8")


def test_adding_a_rule_touches_one_file(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    own_rule(desk, RULE)
    assert "WARNING 13  [OWN13 unlucky" in run(capfd, "check", "fire", "--trust")[1]
    assert "OWN13  unlucky" in run(capfd, "rules", "--trust")[1]
    assert "A toll is unlucky." in run(capfd, "rules", "OWN13", "--trust")[1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (RULE.replace("== 13:", "== 13"), "own14_broken.py:13: the rule cannot be imported: SyntaxError: expected ':'"),
        (
            RULE.replace("from cross", "from grass"),
            "own14_broken.py:6: the rule cannot be imported: ModuleNotFoundError",
        ),
        (RULE.replace("SEVERITY", "SEVERE"), "own14_broken.py: the rule has no SEVERITY"),
        (RULE.replace('"warning"', '"grave"'), "own14_broken.py: SEVERITY is 'grave' (allowed: error, warning, info)"),
    ],
)
def test_a_rule_that_is_none_stops_the_run_and_is_named(
    desk: Path, text: str, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    own_rule(desk, text, "own14_broken.py")
    code, out, err = run(capfd, "check", "fire", "--trust")
    assert (2, "") == (code, out)
    assert message in err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            RULE.replace("quantity.best ==", "quantity.bist =="),
            "own14_broken.py:13: rule OWN14 (broken) failed on killed of event 'fire': AttributeError: ",
        ),
        (
            RULE.replace("quantity.facts", "()"),
            "own14_broken.py: rule OWN14 (broken) yielded ('13', ()) on killed of event 'fire' (allowed: a pair of",
        ),
        (
            RULE.replace('yield "13", quantity.facts', 'yield "13"'),
            "rule OWN14 (broken) yielded '13' on killed of event",
        ),
    ],
)
def test_a_rule_that_fails_is_set_aside_and_named(
    desk: Path, text: str, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    own_rule(desk, text, "own14_broken.py")
    code, out, err = run(capfd, "check", "fire", "--trust", "--fail-on", "never")
    assert 0 == code
    assert "1 agreed" in out
    assert message in err
    assert 2 == run(capfd, "check", "fire", "--trust", "--fail-on", "never", "--strict")[0]


# ---------------------------------------------------------------- whose rules run

MARK = "\n\nfrom pathlib import Path\nPath('ran').touch()\n"


def test_rules_that_a_project_names_run_only_when_vouched_for(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    own_rule(desk, RULE + MARK)
    for command in (["check", "fire"], ["rules"], ["explain", "12345678", "fire"], ["baseline", "fire", "--out", "b"]):
        code, _, err = run(capfd, *command)
        assert 2 == code
        assert "crosstally.toml:1: rules of one's own are Python code, and nobody vouches for these" in err
    run(capfd, "extract", "fire", "--out", "f.csv")
    assert not (desk / "ran").exists()
    run(capfd, "check", "fire", "--trust")
    assert (desk / "ran").exists()


def test_rules_that_the_user_names_run(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (desk / "own" / "own13_unlucky.py").write_text(RULE, encoding="utf-8")
    assert "WARNING 13  [OWN13 unlucky" in run(capfd, "check", "fire", "--rules", "own")[1]
    assert "OWN13" not in run(capfd, "check", "fire")[1]
    mine = desk / "config" / "crosstally"
    mine.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(desk / "config"))
    (mine / "crosstally.toml").write_text(f'rules = ["{desk}/own"]\n', encoding="utf-8")
    assert "WARNING 13  [OWN13 unlucky" in run(capfd, "check", "fire")[1]
    (mine / "crosstally.toml").write_text('policy = "latest"\n', encoding="utf-8")
    assert "'policy' is no setting of a user (allowed: rules;" in run(capfd, "check", "fire")[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says nothing of owners here")
def test_rules_of_somebody_else_do_not_run(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (desk / "own" / "own13_unlucky.py").write_text(RULE + MARK, encoding="utf-8")
    monkeypatch.setattr(ownership, "_owner", lambda path: 4321 if path.suffix == ".py" else os.getuid())
    code, _, err = run(capfd, "check", "fire", "--rules", "own")
    assert 2 == code
    assert "own13_unlucky.py: these rules are Python code that belongs to somebody else (allowed: " in err
    assert not (desk / "ran").exists()
    assert "OWN13" in run(capfd, "check", "fire", "--rules", "own", "--trust")[1]


def test_settings_are_looked_for_no_further_than_the_repository(desk: Path) -> None:
    (desk / "crosstally.toml").write_text('policy = "latest"\n', encoding="utf-8")
    (desk / "fire" / "inner").mkdir()
    assert "latest" == load_settings(desk / "fire" / "inner").policy
    (desk / "fire" / ".git").touch()
    assert "majority" == load_settings(desk / "fire" / "inner").policy
    (desk / "fire" / ".git").unlink()
    (desk / ".git").rmdir()
    assert "majority" == load_settings(desk / "fire").policy
    assert "latest" == load_settings(desk).policy


def test_settings_above_that_somebody_else_put_there_are_refused(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "crosstally.toml").write_text('policy = "latest"\n', encoding="utf-8")
    monkeypatch.setattr(ownership, "_owner", lambda path: 4321 if path.suffix == ".toml" else os.getuid())
    assert "latest" == load_settings(desk).policy
    with pytest.raises(ConfigError, match="these settings belong to somebody else"):
        load_settings(desk / "fire")


def test_limits_are_set(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (desk / "crosstally.toml").write_text("[limits]\nsize = 20\n", encoding="utf-8")
    code, _, err = run(capfd, "check", "fire")
    assert 2 == code
    assert "alder.txt: its size is more than 20 (allowed: size in [limits] raises it); set aside" in err


def test_settings_of_any_depth_are_an_error(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (desk / "crosstally.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    code, _, err = run(capfd, "check", "fire")
    assert (2, 1) == (code, err.count("\n"))


# ---------------------------------------------------------------- the fingerprint


def settled(folder: Path, text: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "crosstally.toml").write_text(text, encoding="utf-8")
    return load_settings(folder).fingerprint


def test_the_fingerprint_is_of_what_is_decided_and_not_of_how_it_is_written(tmp_path: Path) -> None:
    expected = load_settings(tmp_path).fingerprint
    assert expected == settled(tmp_path / "a", "")
    assert expected == settled(tmp_path / "b", 'policy = "majority" # as ever\n[severity]\nXT101 = "error"')


def test_every_decision_changes_the_fingerprint(tmp_path: Path) -> None:
    severities = ['[severity]\nXT101 = "info"', '[severity]\nXT101 = "off"']
    texts = ["", 'policy = "latest"', "[tolerance]\nkilled = 0.1", *severities]
    assert len(texts) == len({settled(tmp_path, text) for text in texts})


def test_tables_carry_the_fingerprint(desk: Path) -> None:
    expected = settled(desk, 'policy = "latest"').encode()
    with pytest.raises(SystemExit):
        main(["check", "fire", "--out", "tables", "--quiet"])
    assert expected == pq.read_metadata(desk / "tables/findings.parquet").metadata[b"crosstally:configuration"]
