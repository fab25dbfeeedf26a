from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crosstally.config import load_settings
from crosstally.errors import ConfigError
from crosstally.rules.history.waivers import Waiver

GOOD = 'reason = "asked"\nexpires = 2031-05-01\n'
ONE = f'[[waivers]]\nfinding = "a1b2c3d4"\n{GOOD}'


def settings(folder: Path, text: str, name: str = "crosstally.toml") -> tuple[Waiver, ...]:
    (folder / name).write_text(text, encoding="utf-8")
    return load_settings(folder).waivers


@pytest.mark.parametrize("name", ["XT301", "xt301", "part-above-whole"])
def test_a_waiver_is_of_a_finding_or_of_a_rule(tmp_path: Path, name: str) -> None:
    text = f'policy = "latest"\n\n{ONE}\n[severity]\nXT501 = "off"\n\n[[waivers]]\nrule = "{name}"\nevent = "e"\n{GOOD}'
    day = date(2031, 5, 1)
    one, two = settings(tmp_path, text)
    assert (Waiver("asked", day, finding="a1b2c3d4"), 3) == (one, one.line)
    assert (Waiver("asked", day, rule="XT301", event="e"), 11) == (two, two.line)


def test_waivers_in_a_pyproject_have_their_lines(tmp_path: Path) -> None:
    found = settings(tmp_path, "\n" + ONE.replace("[[waivers", "[[tool.crosstally.waivers"), "pyproject.toml")
    assert [2] == [waiver.line for waiver in found]


def test_waivers_written_inline_are_read(tmp_path: Path) -> None:
    inline = ", ".join(GOOD.strip().splitlines())
    assert ["a1b2c3d4"] == [w.finding for w in settings(tmp_path, f'waivers = [{{finding = "a1b2c3d4", {inline}}}]\n')]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('waivers = "a1"\n', "waivers is 'a1' (allowed: [[waivers]], a table for each)"),
        (f"{ONE}until = 3\n", ":5: a waiver has no 'until' (allowed: finding, rule, event, source, reason, expires)"),
        (
            '[[waivers]]\nfinding = "a1b2c3d4"\nexpires = 2031-05-01\n',
            ":1: a waiver without a reason (allowed: reason = ",
        ),
        (ONE.replace('"asked"', '" "'), ":3: a waiver without a reason"),
        (ONE.replace('"asked"', "3"), ":3: reason is 3 (allowed: a text in quotes)"),
        (
            '[[waivers]]\nfinding = "a1b2c3d4"\nreason = "b"\n',
            ":1: a waiver that never expires (allowed: expires = a date",
        ),
        (ONE.replace("2031-05-01", '"2031-05-01"'), ":4: expires is '2031-05-01' (allowed: a date without quotes"),
        (ONE.replace("2031-05-01", "2031-05-01T10:00:00Z"), ":4: expires is '2031-05-01 10:00:00+00:00' (allowed: a d"),
        (f"[[waivers]]\n{GOOD}", ":1: a waiver of nothing (allowed: finding = "),
        (
            ONE.replace("c3d4", ""),
            ":2: finding is 'a1b2' (allowed: the id of a finding, of which 8 characters will do)",
        ),
        (f"{ONE}rule = 'XT101'\n", ":2: a waiver of a finding names more than the finding"),
        (f"{ONE}\n[[waivers]]\nrule = 'XT101'\n{GOOD}", ":7: a waiver of a whole rule (allowed: event or source"),
        (f"[[waivers]]\nrule = 'XT999'\nevent = 'e'\n{GOOD}", ":2: unknown rule 'XT999' (allowed: XT101, "),
    ],
)
def test_an_error_names_the_line_and_what_would_do(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        settings(tmp_path, text)
    assert f"{tmp_path}/crosstally.toml" in str(error.value)
    assert message in str(error.value)


def test_waivers_do_not_change_what_tables_are_made_with(tmp_path: Path) -> None:
    settings(tmp_path, ONE)
    with_waiver = load_settings(tmp_path).fingerprint
    settings(tmp_path, "")
    assert load_settings(tmp_path).fingerprint == with_waiver
