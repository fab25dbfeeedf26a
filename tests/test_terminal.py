from __future__ import annotations

import io
from contextlib import redirect_stderr

import pytest

from crosstally import terminal
from crosstally.output.counts import count
from crosstally.terminal import Progress


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(terminal, "time", clock)
    return clock


@pytest.fixture
def screen() -> Terminal:
    return Terminal()


def test_a_long_run_tells_how_far_it_is_how_fast_and_how_long_it_takes(screen: Terminal, clock: Clock) -> None:
    with redirect_stderr(screen), Progress(lambda: 9000) as progress:
        for number, seconds in ((1, 0.1), (250, 2.0), (260, 2.1), (3000, 12.0)):
            clock.now = 100.0 + seconds
            progress.done(number)
    assert [
        "250 of about 9,000 reports read, 125 a second, 1:10 left",
        "3,000 of about 9,000 reports read, 250 a second, 0:24 left",
    ] == [line.strip() for line in screen.getvalue().split("\r") if line.strip()]
    assert screen.getvalue().endswith(" \r")


def test_a_total_that_is_unknown_or_passed_is_not_told(screen: Terminal, clock: Clock) -> None:
    for total in (None, 200):
        with redirect_stderr(screen), Progress(lambda total=total: total) as progress:  # type: ignore[misc]
            clock.now += 2
            progress.done(300)
    assert ["300 reports read, 150 a second"] * 2 == [
        line.strip() for line in screen.getvalue().split("\r") if line.strip()
    ]


def test_a_shorter_line_covers_a_longer_one(screen: Terminal, clock: Clock) -> None:
    with redirect_stderr(screen), Progress(lambda: None) as progress:
        for seconds in (2, 2000):
            clock.now += seconds
            progress.done(300_000)
    long, short = screen.getvalue().split("\r")[1:3]
    assert ("300,000 reports read, 150,000 a second", "300,000 reports read, 150 a second") == (long, short.rstrip())
    assert len(long) == len(short)


def test_a_note_stands_on_a_line_of_its_own(screen: Terminal, clock: Clock) -> None:
    with redirect_stderr(screen), Progress(lambda: None) as progress:
        clock.now += 2
        progress.done(300)
        progress.note("a.txt: the document is empty, skipped")
    assert "\rcrosstally: a.txt: the document is empty, skipped\n" in screen.getvalue()
    assert screen.getvalue().endswith("skipped\n")


def test_a_short_run_tells_nothing(screen: Terminal, clock: Clock) -> None:
    with redirect_stderr(screen), Progress(lambda: pytest.fail("was counted")) as progress:
        clock.now += 0.9
        progress.done(300)
    assert "" == screen.getvalue()


@pytest.mark.parametrize("screen", [io.StringIO(), Terminal()])
def test_nobody_to_tell(screen: io.StringIO, clock: Clock) -> None:
    with redirect_stderr(screen), Progress(lambda: 9000, quiet=screen.isatty()) as progress:
        clock.now += 2
        progress.done(300)
    assert "" == screen.getvalue()


def test_one_is_not_many() -> None:
    assert ["0 reports", "1 report", "2 reports"] == [count(n, "report") for n in range(3)]
