#!/usr/bin/env python3
"""Texts made to be slow: how the time to read one KB grows when such a text is four times as long.

usage: python benchmarks/adversarial.py [--kb 64] [CASE...]

Each text is read at its size and at four times that, in a process of its own that is given half a minute of processor
time. A ratio of 1 is linear, 4 is quadratic; of figures per KB there may be hundreds, which is why some are slow.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from math import inf
from multiprocessing import get_context
from multiprocessing.connection import Connection
from resource import RLIMIT_CPU, setrlimit

from corpus import events

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts

FACTOR = 4
LEAST_SECONDS = 0.1  # of one measurement: short texts are read several times over
PATIENCE = 30  # seconds of processor time for one case
NOT_LINEAR = 2.0  # times the time a KB at four times the length: 1 is linear, 4 quadratic


def repeated(unit: str) -> Callable[[int], str]:
    """A text that repeats one unit."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def numbered(unit: str, *, end: str = "") -> Callable[[int], str]:
    """A text that repeats one unit with numbers that go up in it."""

    def text(size: int) -> str:
        made, parts, number = 0, [], 0
        while made < size:
            number += 1
            parts.append(unit.format(number))
            made += len(parts[-1])
        return "".join(parts) + end

    return text


def nested(left: str, inside: str, right: str) -> Callable[[int], str]:
    """A text of brackets in brackets."""

    def text(size: int) -> str:
        depth = size // (len(left) + len(right))
        return left * depth + inside + right * depth

    return text


def news(size: int) -> str:
    """Many reports as one text."""
    made, parts = 0, []
    for row in events(size):
        parts.append(row["text"])
        made += len(parts[-1])
        if made >= size:
            break
    return "\n\n".join(parts)[:size]


def one_sentence(size: int) -> str:
    """Many reports as one sentence."""
    return news(size).translate(str.maketrans(".!?\n", ",,, "))


CASES: dict[str, Callable[[int], str]] = {
    "news": news,
    "one sentence of news": one_sentence,
    "digits": repeated("1234567890"),
    "groups of digits": repeated("123,"),
    "spaced groups": repeated("123 "),
    "decimal points": repeated("1.5."),
    "number words": repeated("twenty two hundred and "),
    "number words, hyphens": repeated("twenty-one-"),
    "ands": repeated("one and "),
    "hyphens": repeated("-"),
    "figures and hyphens": repeated("5-"),
    "dashes": repeated(" — "),
    "a list": numbered("{}, "),
    "a list of people": numbered("{} people, "),
    "a list with and": numbered("{} dead and "),
    "ranges": numbered("from {} to "),
    "hedges": repeated("at least about "),
    "opening parentheses": repeated("("),
    "figures in open parentheses": repeated("(5 "),
    "nested parentheses": nested("(", "5 dead", ")"),
    "opening quotes": repeated("“"),
    "nested quotes": nested("“he said ", "5 died", "”"),
    "straight quotes": repeated('"5" '),
    "apostrophes": repeated("'5' "),
    "claims of quotes": repeated('"Five died", he said, '),
    "full stops": repeated("."),
    "short sentences": repeated("5 died. "),
    "initials": repeated("A. "),
    "spaces": repeated(" "),
    "lines": repeated("\n"),
    "figures on lines": numbered("{}\n"),
    "one letter": repeated("a"),
    "capitals": repeated("Ab "),
    "names": repeated("Anna Berg of "),
    "units": numbered("{} km "),
    "money": numbered("${}m "),
    "percent signs": repeated("5%"),
    "dates": repeated("5 May 2024, "),
    "ages": numbered("Anna Berg, {}, "),
    "of": repeated("5 of the "),
    "per": repeated("5 per "),
    "no one": repeated("no one "),
    "combining marks": repeated("5\u0301"),
    "without end": numbered("{} people were killed and {} ".replace("{} ", "{0} ")),
}


def reading(text: str) -> tuple[float, int]:
    """Seconds of process time for one document, read again until the clock can tell, and its figures."""
    document = Document("text", text, "source")
    loops, figures, start = 0, 0, time.process_time()
    while (spent := time.process_time() - start) < LEAST_SECONDS:
        figures = len(extract_facts(document))
        loops += 1
    return spent / loops, figures


def measure(name: str, size: int, out: Connection) -> None:
    """Send what a case takes at both sizes."""
    setrlimit(RLIMIT_CPU, (PATIENCE, PATIENCE))
    reading(news(4000))  # everything that is loaded once is loaded
    for characters in (size, FACTOR * size):
        out.send((characters / 1000, *reading(CASES[name](characters))))


def measured(name: str, size: int) -> list[tuple[float, float, int]]:
    """Kilobytes, seconds and figures of a case at both sizes, in a process of its own; fewer where it is ended."""
    ours, theirs = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=measure, args=(name, size, theirs))
    process.start()
    theirs.close()
    found = list(received(ours))
    process.join()
    return found


def ratio(name: str, size: int) -> float:
    """How many times the time a KB a case takes at four times the length; infinite where it does not end."""
    each = [seconds / kilobytes for kilobytes, seconds, _ in measured(name, size)]
    return each[1] / each[0] if len(each) > 1 else inf


def row(name: str, size: int) -> str:
    """A case, for who reads along."""
    found = measured(name, size)
    each = [1000 * seconds / kilobytes for kilobytes, seconds, _ in found]
    cells = [f"{figure:>10.3f}" for figure in each] + [f"{'-':>10}"] * (2 - len(each))
    ratio = f"{each[1] / each[0]:>8.2f}" if len(each) > 1 else f"> {PATIENCE} s"
    figures = found[-1][2] if found else 0
    return f"{name:<30}{size / 1000:>8.0f}{''.join(cells)}{ratio:>8}{figures:>10}"


def received(pipe: Connection) -> Iterator[tuple[float, float, int]]:
    """What comes before the process ends."""
    with suppress(EOFError):
        while True:
            yield pipe.recv()


def main() -> None:
    """Parse the arguments, measure, write the table line by line."""
    arguments = argparse.ArgumentParser(description="How slow a text can be made.")
    arguments.add_argument("cases", nargs="*", metavar="CASE", help=f"of: {', '.join(CASES)} (default: all)")
    arguments.add_argument("--kb", type=int, default=64, help="size of the shorter text, in KB (default: 64)")
    chosen = arguments.parse_args()
    sys.stdout.write(f"{'case':<30}{'KB':>8}{'ms/KB':>10}{'at 4x':>10}{'ratio':>8}{'figures':>10}\n")
    for name in chosen.cases or CASES:
        sys.stdout.write(row(name, chosen.kb * 1000) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
