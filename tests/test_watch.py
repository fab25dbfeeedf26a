"""check --watch: the files change while it sleeps, and at last somebody presses Ctrl-C."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from command_line import COMMAND, Run

Sleeps = Callable[..., None]
CLOCK = re.compile(r"(?<=crosstally: )\d\d:\d\d:\d\d(?= )")


@pytest.fixture(autouse=True)
def desk(reports: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(reports.parent)
    return reports


@pytest.fixture
def sleeps(monkeypatch: pytest.MonkeyPatch) -> Sleeps:
    """What is done in each sleep, None for nothing; then the interrupt. It takes a second one to see files at rest."""

    def sleeps(*actions: Callable[[], object] | None) -> None:
        waiting = [*actions]

        def sleep(_seconds: float) -> None:
            if not waiting:
                raise KeyboardInterrupt
            if action := waiting.pop(0):
                action()

        monkeypatch.setattr("crosstally.watch.time.sleep", sleep)

    return sleeps


def told(err: str) -> list[str]:
    return CLOCK.sub("12:00:00", err).splitlines()


def test_a_change_runs_it_again(run: Run, desk: Path, sleeps: Sleeps) -> None:
    text = (desk / "brook.txt").read_text()
    sleeps(lambda: (desk / "brook.txt").write_text(text.replace("more than 100", "90")), None)
    code, out, err = run("check", "fire", "--watch")
    assert 130 == code
    assert ["1 disputed", "0 disputed"] == re.findall(r"\d disputed", out)
    expected = ["crosstally: 12:00:00 watching 2 files, Ctrl-C ends it", "crosstally: 12:00:00 fire/brook.txt changed"]
    assert expected == told(err)[:2]


def test_without_a_change_it_runs_once(run: Run, sleeps: Sleeps) -> None:
    sleeps(None, None)
    assert 1 == run("check", "fire", "--watch")[1].count(" disputed,")


@pytest.mark.parametrize("given", ["fire", "fire/*.txt"])
def test_files_come_and_go(run: Run, desk: Path, sleeps: Sleeps, given: str) -> None:
    cedar = partial((desk / "cedar.txt").write_text, "The fire killed 3 people.")
    sleeps((desk / "alder.txt").unlink, None, cedar, None)
    _, out, err = run("check", given, "--watch")
    assert ["crosstally: 12:00:00 fire/alder.txt gone", "crosstally: 12:00:00 fire/cedar.txt new"] == told(err)[1:3]
    assert [" 1 disputed", " one report alone", " 1 disputed"] == re.findall(
        r"figures?:( one report alone| \d disputed)", out
    )


def test_it_waits_until_the_files_rest(run: Run, desk: Path, sleeps: Sleeps) -> None:
    words = ["The fire killed 3 people. " * length for length in (1, 2, 3)]
    sleeps(*(partial((desk / "alder.txt").write_text, text) for text in words), None, None)
    assert 2 == run("check", "fire", "--watch")[1].count(" disputed,")


def test_what_a_run_writes_is_no_change(run: Run, desk: Path, sleeps: Sleeps) -> None:
    sleeps(None, None)
    written = ("--out", desk / "tables", "--format", "json=fire/found.jsonl")
    assert 1 == run("check", "fire", "--watch", *written)[1].count(" disputed,")


def test_a_run_that_fails_ends_nothing(run: Run, desk: Path, sleeps: Sleeps) -> None:
    reports = {path: path.read_bytes() for path in desk.iterdir()}
    spoil = [partial(path.write_bytes, b"\xff\xfe?") for path in reports]
    mend = [partial(path.write_bytes, data) for path, data in reports.items()]
    sleeps(lambda: [do() for do in spoil], None, lambda: [do() for do in mend], None)
    code, out, err = run("check", "fire", "--watch")
    assert 130 == code
    assert 2 == out.count(" disputed,")
    allowed = "(allowed: text in UTF-8, or in another known encoding)"
    assert f"crosstally: error: fire/alder.txt: not UTF-16: byte 2 is 0x3f {allowed}" in told(err)


def test_the_table_and_the_baseline_are_watched_too(run: Run, desk: Path, sleeps: Sleeps) -> None:
    run("extract", "fire", "--out", "facts.csv")
    run("baseline", "fire", "--out", "known.json")
    sleeps(Path("facts.csv").touch, None, lambda: Path("known.json").write_text("[]"), None)
    err = run("check", desk, "--watch", "--against", "facts.csv", "--baseline", "known.json")[2]
    changes = [line for line in told(err) if line.endswith("changed")]
    assert ["crosstally: 12:00:00 facts.csv changed", "crosstally: 12:00:00 known.json changed"] == changes


@pytest.mark.usefixtures("desk")
def test_what_people_decide_is_watched_too(run: Run, sleeps: Sleeps) -> None:
    Path("fire/decisions.toml").write_text("")
    sleeps(Path("fire/decisions.toml").touch, None)
    changes = [line for line in told(run("check", "fire", "--watch")[2]) if line.endswith("changed")]
    assert ["crosstally: 12:00:00 fire/decisions.toml changed"] == changes


def test_many_changes_are_counted(run: Run, desk: Path, sleeps: Sleeps) -> None:
    sleeps(lambda: [(desk / f"{name}.txt").write_text("The fire killed 3 people.") for name in "abcde"], None)
    err = run("check", "fire", "--watch")[2]
    assert "crosstally: 12:00:00 fire/a.txt new, fire/b.txt new, fire/c.txt new, 2 more" in told(err)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("-", "crosstally: error: --watch: standard input does not change (allowed: files, folders, globs)\n"),
        ("nowhere", "crosstally: error: nowhere: no such file or folder\n"),
    ],
)
def test_what_cannot_change_is_refused(run: Run, given: str, message: str) -> None:
    assert (2, "", message) == run("check", given, "--watch")


@pytest.mark.usefixtures("heard")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_an_interrupt_ends_it(desk: Path) -> None:
    watching = subprocess.Popen([*COMMAND, "check", desk, "--watch"], stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    with watching:
        assert watching.stdout is not None
        assert watching.stdout.readline()
        watching.send_signal(signal.SIGINT)
        assert 130 == watching.wait()


RULE = '''"""Says so."""

SEVERITY = "info"
EXAMPLES = ()


def check(event):
    yield "{says}", event.facts[:1]
'''


def test_a_rule_of_ones_own_is_read_again(run: Run, desk: Path, sleeps: Sleeps) -> None:
    own = desk.parent / "own"
    own.mkdir()
    (own / "zz902_says_so.py").write_text(RULE.format(says="once"))
    (desk.parent / "crosstally.toml").write_text('rules = ["own"]\n')
    sleeps(lambda: (own / "zz902_says_so.py").write_text(RULE.format(says="and again")), None)
    _, out, err = run("check", "fire", "--trust", "--watch", "--format", "json")
    assert ['"once"', '"and again"'] == re.findall(r'"message": ("once"|"and again")', out)
    assert "own/zz902_says_so.py changed" in err
