from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest
from command_line import Run

import crosstally
from crosstally.config import Settings, load_settings
from crosstally.errors import ConfigError
from crosstally.ownership import Trust
from crosstally.rules.policy.coding import policies
from crosstally.rules.rule import load_rules


@pytest.fixture
def written(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "crosstally.toml"
    said = f"crosstally: {path} written: every setting, explained and turned off\n"
    assert (0, "", said) == run("init", tmp_path)
    return path


def uncommented(path: Path) -> str:
    return re.sub(r"^#(?=\S)", "", path.read_text(), flags=re.MULTILINE)


def refused(path: Path, text: str) -> list[str]:
    """What would have been allowed in settings that are none."""
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        load_settings(path.parent)
    assert error.value.allowed
    return error.value.allowed.split(", ")


def test_what_is_written_changes_nothing(written: Path) -> None:
    assert {} == tomllib.loads(written.read_text())
    settings = load_settings(written.parent)
    assert Settings("majority", tuple(load_rules()), path=written) == settings


def test_every_line_may_be_taken_in(written: Path) -> None:
    (written.parent / "desk/rules").mkdir(parents=True)
    written.write_text(uncommented(written))
    settings = load_settings(written.parent, Trust(everything=True))
    assert ["1f2e3d4c", None] == [waiver.finding for waiver in settings.waivers]
    severities = {rule.code: rule.severity for rule in settings.rules}
    assert ("warning", None) == (severities["XT301"], severities.get("XT501"))


def test_every_setting_is_there(written: Path) -> None:
    table = tomllib.loads(uncommented(written))
    told = written.read_text()
    assert set(refused(written, "colour = 3")) == set(table)
    assert set(refused(written, "[[waivers]]\ncolour = 3")) == {key for waiver in table["waivers"] for key in waiver}
    assert [] == [policy for policy in policies() if policy not in told]


@pytest.mark.parametrize(("name", "text"), [("crosstally.toml", ""), ("pyproject.toml", "[tool.crosstally]\n")])
def test_settings_that_are_there_are_left_alone(run: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    code, out, err = run("init", tmp_path)
    assert (2, "") == (code, out)
    assert f"crosstally: error: {tmp_path / name}: the settings of this folder are there already\n" == err
    assert [(name, text)] == [(path.name, path.read_text()) for path in tmp_path.iterdir()]


def test_a_pyproject_of_other_tools_is_no_settings(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n")
    assert 0 == run("init", tmp_path)[0]


def test_the_settings_it_takes_the_place_of_are_named(run: Run, written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (written.parent / "desk").mkdir()
    (written.parent / ".git").mkdir()
    monkeypatch.chdir(written.parent / "desk")
    code, _, err = run("init")
    assert (0, True) == (code, Path("crosstally.toml").exists())
    assert f"crosstally: here and below, it takes the place of {written}\n" in err


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    code, _, err = run("init", tmp_path / "desk")
    assert (2, True) == (code, err.startswith(f"crosstally: error: {tmp_path}/desk: no such folder"))


def test_the_schema_is_that_of_facts(tmp_path: Path, run: Run) -> None:
    assert 0 == run("init", "--schema", tmp_path)[0]
    schema = json.loads((tmp_path / "facts.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    facts = crosstally.extract({"text": "The fire killed at least 12 people.", "published": "2025-06-11"})
    rows = json.loads(facts.to_json(orient="records", date_format="iso"))
    jsonschema.validate(rows, schema)
    for column, wrong in (("bound", "roughly"), ("start", -1), ("colour", "red")):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate([rows[0] | {column: wrong}], schema)
