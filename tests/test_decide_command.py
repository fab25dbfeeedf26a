from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from command_line import Run

from crosstally.commands.decide import decide
from crosstally.rules.decisions.decision import Adjudication, Alignment, Reading
from crosstally.rules.decisions.file import read_decisions

SIGNED = ("--by", "Ana", "--on", "2025-05-01", "--reason", "so")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--measure", "injured", "--take", "95", "--high", "110"), "fire, injured: 95, high 110"),
        (("--no-figure", "90 others"), '"90 others" (alder) is no figure'),
        (("--read", "90 others", "--set", "group=civilian"), '"90 others" (alder) is group civilian'),
        (
            ("--apart", "90 others", "--apart", "100 others"),
            'apart: "90 others" (alder), "more than 100 others" (brook)',
        ),
        (("--same", "90 others", "--same", "100 others"), 'same: "90 others" (alder), "more than 100 others" (brook)'),
    ],
)
def test_arguments_are_kept(reports: Path, run: Run, arguments: tuple[str, ...], expected: str) -> None:
    code, _, told = run("decide", reports, *arguments, *SIGNED)
    (kept,) = read_decisions(reports / "decisions.toml")
    assert (0, expected, "Ana", date(2025, 5, 1)) == (code, str(kept), kept.by, kept.on)
    assert expected in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--no-figure", "people"), "2 figures are named 'people'"),
        (("--no-figure", "a hat"), "no figure is named 'a hat'"),
        (("--take", "3"), "--take and --measure go together"),
        (("--take", "3", "--measure", "drowned"), "no report of fire gives 'drowned' (allowed: injured, killed)"),
        (("--take", "3", "--measure", "killed", "--low", "4"), "low <= best <= high"),
        (("--read", "90 others", "--set", "mood=glad"), "no column 'mood' can be set"),
        (("--read", "90 others", "--set", "value=many"), "value is 'many' (allowed: a number)"),
        (("--apart", "90 others"), "1 figures (allowed: two)"),
    ],
)
def test_what_cannot_be_kept_is_refused(reports: Path, run: Run, arguments: tuple[str, ...], message: str) -> None:
    code, _, told = run("decide", reports, *arguments, *SIGNED)
    assert 2 == code
    assert message in told
    assert not (reports / "decisions.toml").exists()


@pytest.mark.parametrize(
    ("typed", "kind", "words"),
    [("t\n95\nso\n", Adjudication, "95"), ("a\nso\n", Alignment, "apart"), ("n\n2\nso\n", Reading, "100 others")],
)
def test_it_asks(reports: Path, typed: str, kind: type, words: str) -> None:
    done = CliRunner().invoke(decide, [str(reports), "--by", "Ana", "--on", "2025-05-01"], input=typed)
    assert done.exception is None
    (kept,) = read_decisions(reports / "decisions.toml")
    assert isinstance(kept, kind)
    assert words in str(kept)


def test_it_asks_of_what_is_open_alone(reports: Path, run: Run) -> None:
    run("decide", reports, "--measure", "injured", "--take", "95", *SIGNED)
    done = CliRunner().invoke(decide, [str(reports)])
    assert "nothing is disputed that nobody has settled" in done.output


def test_coders_are_held_against_each_other_and_merged(reports: Path, tmp_path: Path, run: Run) -> None:
    ana, ben, both = tmp_path / "ana.toml", tmp_path / "ben.toml", tmp_path / "both.toml"
    run("decide", reports, "--measure", "injured", "--take", "90", *SIGNED, "--decisions", ana)
    run("decide", reports, "--measure", "injured", "--take", "100", *SIGNED, "--decisions", ben)
    code, out, _ = run("coders", ana, ben)
    assert (1, True) == (code, out.startswith("adjudications: 0 of 1 alike, kappa 0.00"))
    code, _, told = run("coders", ana, ben, "--third", ben, "--out", both)
    assert (0, "1 decision") == (code, told.split(": ")[1].partition(" in ")[0])
    assert read_decisions(ben) == read_decisions(both)


def test_a_blank_reason_is_none(reports: Path, run: Run) -> None:
    code, _, err = run("decide", reports, "--measure", "killed", "--take", "12", "--reason", " ")
    assert (2, True) == (code, "--reason is blank" in err)


def test_without_a_reason_and_anybody_to_ask_it_says_so(reports: Path) -> None:
    done = CliRunner().invoke(decide, [str(reports), "--no-figure", "90 others"], input="")
    assert 2 == done.exit_code
    assert "--reason is missing, and nobody is there to ask" in done.output
