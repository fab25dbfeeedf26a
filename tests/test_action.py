"""The GitHub action and the pre-commit hooks: they keep their schemas, and their shell does what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosstally.cli import commands
from crosstally.facts.source.kinds import readers

ROOT = Path(__file__).parent.parent
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
bash = shutil.which("bash") or pytest.skip("the action needs bash", allow_module_level=True)


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


ACTION = loaded("action.yml")
CHECK = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
HOOKS = loaded(".pre-commit-hooks.yaml")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A job's working folder with two reports that disagree, beside the runner's folder with an environment."""
    for name, figure in (("alder", 90), ("brook", 140)):
        report = tmp_path / "desk/the reports" / f"{name}.txt"
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(
            f"---\npublished: 2031-05-01\n---\nThe fire at the harbour killed 12 people and injured {figure} others."
        )
    environment = tmp_path / "runner/crosstally/bin"
    environment.mkdir(parents=True)
    for name, module in (("crosstally", "-m crosstally"), ("python", "")):
        (environment / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n')
        (environment / name).chmod(0o755)
    return tmp_path / "desk"


def run(desk: Path, **given: str) -> tuple[int, str, dict[str, str]]:
    """The step that checks, as a runner starts it: the exit code, the log, the outputs."""
    inputs = {name: asked["default"] for name, asked in ACTION["inputs"].items()}
    inputs |= {name.replace("_", "-"): value for name, value in given.items()}
    runner = desk.parent / "runner"
    folders = {"RUNNER_TEMP": runner, "GITHUB_OUTPUT": runner / "output", "GITHUB_STEP_SUMMARY": runner / "summary"}
    (runner / "output").touch()
    done = subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]],
        cwd=desk,
        env={**os.environ, **{name: str(path) for name, path in folders.items()}}
        | {name: INPUT.sub(lambda match: inputs[match[1]], value) for name, value in CHECK["env"].items()},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    pairs = (line.partition("=") for line in (runner / "output").read_text(encoding="utf-8").splitlines())
    return done.returncode, done.stdout, {name: value for name, _, value in pairs}


def test_findings_are_annotations_outputs_tables_and_a_summary(desk: Path) -> None:
    code, log, outputs = run(desk, reports="the reports", sarif="found.sarif")
    assert 1 == code
    assert ("1", "1") == (outputs["exit-code"], outputs["findings"])
    assert "::error title=XT101 counts-disjoint,file=the reports/alder.txt,line=4," in log
    assert (Path(outputs["tables"]) / "facts.parquet").is_file()
    assert "1 disputed" in (desk.parent / "runner/summary").read_text(encoding="utf-8")
    assert '"ruleId": "XT101"' in (desk / "found.sarif").read_text(encoding="utf-8")


def test_what_is_known_passes(desk: Path) -> None:
    known = [sys.executable, "-m", "crosstally", "baseline", "the reports", "--out", "known.json"]
    subprocess.run(known, cwd=desk, check=True, capture_output=True)
    code, _, outputs = run(desk, reports="the reports", baseline="known.json")
    assert (0, "0") == (code, outputs["findings"])


def test_a_table_that_somebody_keeps_guards_the_reports(desk: Path) -> None:
    kept = [sys.executable, "-m", "crosstally", "extract", "the reports/alder.txt", "--out", "facts.csv"]
    subprocess.run(kept, cwd=desk, check=True, capture_output=True)
    log = run(desk, reports="the reports", against="facts.csv")[1]
    assert "::error title=DRIFT differs-from-table,file=the reports/brook.txt,line=4," in log


def test_a_data_set_is_held_against_its_sources(desk: Path) -> None:
    (desk / "data.csv").write_text("source,killed,injured\nalder,12,90\nbrook,12,410\n")
    code, log, outputs = run(desk, reports="the reports", table="data.csv")
    assert (1, "1") == (code, outputs["findings"])
    assert "::error title=AU101 other-figure,file=data.csv,line=3::row 2: injured 410, but 140 (brook)" in log
    assert "410" in Path(outputs["page"]).read_text(encoding="utf-8")
    assert Path(outputs["summary"]).read_text(encoding="utf-8").startswith("## 4 figures: 3 supported, 1 other figure")
    assert "tables" not in outputs


def test_a_comment_shows_what_is_wrong_and_links_the_page(desk: Path) -> None:
    outputs = run(desk, reports="the reports")[2]
    gh = desk.parent / "bin/gh"
    gh.parent.mkdir()
    gh.write_text('#!/bin/sh\necho "$@"\nwhile [ "$1" != --body-file ]; do shift; done\ncat "$2"\n')
    gh.chmod(0o755)
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "comment")
    given = {
        "NUMBER": "7",
        "REPOSITORY": "desk/data",
        "SUMMARY": outputs["summary"],
        "PAGE": "https://example.org/page",
    }
    command = [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    environment = {**os.environ, **given, "PATH": f"{gh.parent}:{os.environ['PATH']}"}
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    assert told.startswith("pr comment 7 --repo desk/data --body-file ")
    assert "## 1 disputed" in told
    assert "(https://example.org/page)" in told


def test_it_installs_itself_with_extras_that_there_are(tmp_path: Path) -> None:
    stub = tmp_path / "python"  # makes an environment whose python is itself, and prints what it is asked for
    stub.write_text('#!/bin/sh\n[ "$2" = venv ] && mkdir -p "$3/bin" && cp "$0" "$3/bin/python"\necho "$@"\n')
    stub.chmod(0o755)
    step = next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Install crosstally")
    given = {"PYTHON": str(stub), "RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": "/the action"}
    command = [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    told = subprocess.run(command, env={**os.environ, **given}, check=True, capture_output=True, text=True).stdout
    asked = re.search(r"^-m pip install --quiet /the action\[(.*)\]$", told, re.MULTILINE)
    assert asked is not None
    there_are = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert set(asked[1].split(",")) <= there_are.keys()


def test_a_run_that_fails_has_an_exit_code_and_no_findings(desk: Path) -> None:
    code, log, outputs = run(desk, reports="nowhere")
    assert (2, {"exit-code": "2"}) == (code, outputs)
    assert "nowhere: no such file or folder" in log


def test_reports_are_one_a_line(desk: Path) -> None:
    code, log, _ = run(desk, reports="\n  the reports/brook.txt \nthe reports/a*.txt\n", fail_on="never")
    assert 0 == code
    assert "2 reports from 2 sources" in log


@pytest.mark.parametrize("name", ["reports", "fail-on", "baseline", "against", "sarif", "table"])
def test_no_input_is_run_as_a_script(desk: Path, name: str) -> None:
    run(desk, **{name.replace("-", "_"): """$(touch ../evil)`touch ../evil`"; touch ../evil; "'; touch ../evil; '"""})
    assert not (desk.parent / "evil").exists()


def test_an_input_is_no_option(desk: Path) -> None:
    assert "--help: no such file or folder" in run(desk, reports="--help")[1]


def test_shells_see_inputs_through_their_environment_alone() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script]
    assert set(ACTION["inputs"]) - {"comment"} == set(INPUT.findall(str(CHECK["env"])))


def test_the_log_obeys_no_report(desk: Path) -> None:
    (desk / "the reports/cedar.txt").write_text("---\nsource: '::add-mask::12'\n---\nThe fire injured 33 people.")
    log = run(desk, reports="the reports")[1]
    before, _, after = log.partition("::stop-commands::")
    token, _, after = after.partition("\n")
    printed, _, after = after.partition(f"\n::{token}::\n")
    assert "::add-mask::12" in printed
    assert not re.search(r"^\s*::(?!(?:error|warning|notice) )", before + after, re.MULTILINE)


@pytest.mark.parametrize(("schema", "path"), [("actions", "action.yml"), ("workflows", ".github/workflows/ci.yml")])
def test_files_for_github_keep_their_schema(schema: str, path: str) -> None:
    pytest.importorskip("check_jsonschema")
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        f"vendor.github-{schema}",
        str(ROOT / path),
    ]
    assert 0 == subprocess.run(command, check=False, capture_output=True).returncode


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_with_arguments_it_takes(hook: dict[str, Any]) -> None:
    program, name = str(hook["entry"]).split()
    assert "crosstally" == program
    given = hook.get("args", ["facts.csv"])  # pre-commit appends files where there are no arguments
    assert hook.get("pass_filenames", True) == ("args" not in hook)
    assert commands.commands[name].make_context(name, [*given]).params


def test_hooks_run_when_a_file_that_is_read_changes() -> None:
    check, audit, validate = (re.compile(hook["files"]) for hook in HOOKS)
    assert all(hook.search(f"reports/alder{suffix}") for suffix in readers() for hook in (check, audit))
    assert audit.search("figures.xlsx")
    assert not check.search("reports/photo.jpg")
    assert all(validate.search(f"tables/facts{suffix}") for suffix in (".csv", ".jsonl", ".parquet"))
    assert not validate.search("tables/artefacts.csv")
