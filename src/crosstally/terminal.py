"""What the command line tells people: lines on standard error, and how far a long run has come."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

import click

from crosstally.printable import SPACED, disarmed, printable

_PATIENCE = 1.0  # seconds before a run counts as long
_EVERY = 0.2  # seconds from one line to the next


def tell(message: str) -> None:
    """Write a line to standard error, or several where a message lists failures.

    A standard error that nobody reads, or that is closed, is no reason to end.
    """
    lines = (printable(line) for line in message.split("\n"))
    with suppress(OSError, ValueError):
        click.echo(disarmed("crosstally: " + "\n".join(lines)), err=True)


def show(text: str, *, instead: str | None = SPACED) -> None:
    """Write to standard output; a reader who has seen enough and left is no error.

    Args:
        text: Lines.
        instead: How a sign is written that would make a line a command to a CI server (see `disarmed`); None where
            such commands are what is written.
    """
    try:
        click.echo(text if instead is None else disarmed(text, instead), nl=False)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Progress:
    """One line on a terminal that tells how many reports are read, how fast, and how long the rest will take.

    Nothing is written where standard error is no terminal, and nothing in a run of less than a second.
    """

    def __init__(self, total: Callable[[], int | None], *, quiet: bool = False) -> None:
        """Start the clock.

        Args:
            total: How many reports there are, about; asked once, when there is something to tell.
            quiet: Whether to write nothing at all.
        """
        self._total = total
        self._of: int | None = None
        self._shown = not quiet and sys.stderr.isatty()
        self._start = time.monotonic()
        self._next = self._start + _PATIENCE
        self._width = 0

    def done(self, number: int) -> None:
        """Tell that so many reports are read."""
        if not self._shown or (now := time.monotonic()) < self._next:
            return
        if self._next == self._start + _PATIENCE:
            self._of = self._total()
        self._next = now + _EVERY
        self._write(_line(number, self._of, now - self._start))

    def clear(self) -> None:
        """Make room for what is to be told: the line is written anew below it."""
        self._write("")

    def note(self, message: str) -> None:
        """Tell of something guessed, above the line."""
        self.clear()
        tell(message)

    def __enter__(self) -> Self:
        """Nothing to see yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take the line away."""
        self._write("")

    def _write(self, line: str) -> None:
        """Put a line where the last one stands."""
        if line or self._width:
            click.echo(f"\r{line:{self._width}}" if line else f"\r{'':{self._width}}\r", nl=False, err=True)
            self._width = len(line)


def _line(number: int, total: int | None, seconds: float) -> str:
    rate = number / seconds
    line = f"{number:,} reports read, {rate:,.0f} a second"
    if total is None or total <= number:
        return line
    left = round((total - number) / rate)
    return f"{number:,} of about {total:,} reports read, {rate:,.0f} a second, {left // 60}:{left % 60:02} left"
