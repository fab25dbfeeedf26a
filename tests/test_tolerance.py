from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import interval, told

from crosstally.cli import main
from crosstally.config import load_settings
from crosstally.errors import ConfigError
from crosstally.rules.comparison.comparison import agree
from crosstally.rules.comparison.tolerance import tolerance_of, tolerating

if TYPE_CHECKING:
    from pathlib import Path

    from crosstally.facts.fact import Fact


def length(source: str, kilometres: float) -> Fact:
    return told(source, "that far", kilometres, "distance", unit="kilometre", dimension="length")


def test_nothing_is_tolerated_by_default() -> None:
    assert 0.0 == tolerance_of("money")
    assert not agree(length("a", 412), length("b", 416))


def test_figures_that_differ_by_less_agree() -> None:
    with tolerating({"distance": 0.01}):
        assert agree(length("a", 412), length("b", 416))
        assert not agree(length("a", 412), length("b", 421))
    assert not agree(length("a", 412), length("b", 416))


def test_a_hedge_is_tolerated_too() -> None:
    over, under = told("a", "over 1,000", interval(1000, "more_than")), told("b", "995", 995)
    assert not agree(over, under)
    with tolerating({"killed": 0.01}):
        assert agree(over, under)


def test_a_general_tolerance_leaves_out_what_is_exact_and_what_is_named() -> None:
    with tolerating({"relative": 0.1, "money": 0.02}):
        assert (0.1, 0.02, 0.0) == (tolerance_of("distance"), tolerance_of("money"), tolerance_of("age"))


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(0, 0.5), st.floats(0, 0.5))
def test_who_tolerates_more_accuses_less(a: float, b: float, less: float, more: float) -> None:
    less, more = sorted((less, more))
    one, other = length("a", a), length("b", b)
    with tolerating({"distance": less}):
        agreed = agree(one, other)
    with tolerating({"distance": more}):
        assert agree(one, other) or not agreed


# ---------------------------------------------------------------- as a project decides


DATED = "---\npublished: 2031-05-01\n---\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "fire").mkdir()
    for name, number in (("alder", 1012), ("brook", 1018)):
        text = f"{DATED}The fire at the harbour forced {number} people from their homes, officials said."
        (tmp_path / "fire" / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> object:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return stop.value.code


def test_settings_decide_what_agrees(desk: Path) -> None:
    assert 1 == run("check", "fire")
    (desk / "crosstally.toml").write_text("[tolerance]\nrelative = 0.01\n", encoding="utf-8")
    assert 0 == run("check", "fire")
    (desk / "crosstally.toml").write_text("[tolerance]\nrelative = 0.01\ndisplaced = 0\n", encoding="utf-8")
    assert 1 == run("check", "fire")
    assert 0.0 == tolerance_of("money"), "a run leaves nothing behind"


def test_tolerances_are_part_of_the_fingerprint(desk: Path) -> None:
    before = load_settings().fingerprint
    (desk / "crosstally.toml").write_text("[tolerance]\nmoney = 0.01\n", encoding="utf-8")
    assert before != load_settings().fingerprint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tolerance = 0.1\n", "crosstally.toml:1: tolerance is 0.1 (allowed: a table of measures and shares)"),
        ("[tolerance]\nmony = 0.1\n", "crosstally.toml:2: unknown measure 'mony' (allowed: relative, aboard, age, "),
        ("[tolerance]\nmoney = 5\n", "crosstally.toml:2: tolerance of money is 5 (allowed: a share, from 0 to 1"),
        ("[tolerance]\nmoney = true\n", "crosstally.toml:2: tolerance of money is True (allowed: a share"),
    ],
)
def test_an_error_says_what_would_do(desk: Path, text: str, message: str) -> None:
    (desk / "crosstally.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_settings()
    assert message in str(error.value)
