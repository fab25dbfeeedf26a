#!/usr/bin/env python3
"""How well quantities are read, beside quantulum3 and, where installed, Recognizers-Text.

usage: python benchmarks/accuracy.py [DATA]

DATA is a file in the form of NewsQuant, or a folder of them: a JSON list of {"text", "quantities"}, where a quantity is
{"value", "unit", "normalized_unit", "change", "referred_concepts"}, the last two
at will. By default, the sentences beside this file. The last four columns are F1.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from math import isclose
from pathlib import Path
from typing import NotRequired, TypedDict

from readers import Reader, Reading, readers

from crosstally.facts.numbers.units import look_up

SENTENCES = Path(__file__).with_name("sentences.json")


class Quantity(TypedDict):
    """A quantity as a person marked it: "15.0", "252.0-287.0"; the change is one of = ~ < > up down."""

    value: str
    unit: NotRequired[str]
    normalized_unit: str
    change: NotRequired[str]
    referred_concepts: NotRequired[str]


class Sentence(TypedDict):
    """A text and all its quantities."""

    text: str
    quantities: list[Quantity]


def same_value(gold: Quantity, reading: Reading) -> bool:
    """Whether the numbers are the same; a range has two."""
    wanted = ends(gold["value"])
    return len(wanted) == len(reading.values) and all(map(isclose_5, wanted, reading.values))


def isclose_5(one: float, other: float) -> bool:
    """Whether five digits agree."""
    return isclose(one, other, rel_tol=1e-5, abs_tol=1e-9)


def ends(written: str) -> tuple[float, ...]:
    """Read "15.0", "-4" or the range "252.0-287.0"."""
    low, dash, high = written[1:].partition("-")
    return (float(written[0] + low), float(high)) if dash and "E" not in written else (float(written),)


def same_unit(gold: Quantity, reading: Reading) -> bool:
    """Whether the units are one, by whatever name; of things counted, whether a word is shared.

    A year counts as a year of age, since not every reader tells ages from durations.
    """
    wanted = gold["normalized_unit"]
    if reading.unit:
        return canonical(wanted.removesuffix(" of age")) == canonical(reading.unit.removesuffix(" of age"))
    named = words(wanted) | words(gold.get("unit", ""))
    if not reading.counted:
        return wanted in {"", "-", "count"}
    return bool(words(reading.counted) & named) or (reading.counted == "person" and "people" in named)


@cache
def canonical(unit: str) -> str:
    """Bring the names of a unit to one: "Kilometer", "km" and "kilometres" are "kilometre"."""
    known = look_up(unit)
    return (known.name if known else unit).lower()


def same_change(gold: Quantity, reading: Reading) -> bool:
    """Whether the hedge or the direction is the same."""
    return gold.get("change") in reading.changes


def same_concept(gold: Quantity, reading: Reading) -> bool:
    """Whether what the quantity is about shares a word, or both say that it is about nothing named."""
    wanted = gold.get("referred_concepts")
    if wanted is None or reading.concept is None:
        return False
    return bool(words(wanted) & words(reading.concept)) or (wanted == "-" and not reading.concept)


def words(text: str) -> set[str]:
    """Split into lower-case words."""
    return set(text.lower().replace(",", " ").replace("-", " ").split())


TESTS: dict[str, Callable[[Quantity, Reading], bool]] = {
    "value": same_value,
    "value+unit": lambda gold, reading: same_value(gold, reading) and same_unit(gold, reading),
    "value+change": lambda gold, reading: same_value(gold, reading) and same_change(gold, reading),
    "value+concept": lambda gold, reading: same_value(gold, reading) and same_concept(gold, reading),
}


def hits(allowed: list[list[int]]) -> int:
    """Count the pairs of a largest one-to-one matching, by augmenting paths; readings allowed per quantity."""
    owner: dict[int, int] = {}

    def place(quantity: int, seen: set[int]) -> bool:
        for reading in allowed[quantity]:
            if reading not in seen:
                seen.add(reading)
                if reading not in owner or place(owner[reading], seen):
                    owner[reading] = quantity
                    return True
        return False

    return sum(place(quantity, set()) for quantity in range(len(allowed)))


def counted(reader: Reader, sentences: list[Sentence]) -> tuple[dict[str, int], int, int]:
    """Read all sentences: how many readings each test lets pass, how many there are, how many quantities are marked."""
    right = dict.fromkeys(TESTS, 0)
    found = marked = 0
    for sentence in sentences:
        quantities, readings = sentence["quantities"], reader(sentence["text"])
        found, marked = found + len(readings), marked + len(quantities)
        for test, holds in TESTS.items():
            right[test] += hits([[k for k, said in enumerate(readings) if holds(gold, said)] for gold in quantities])
    return right, found, marked


def scores(reader: Reader, sentences: list[Sentence]) -> dict[str, float]:
    """F1 of every test, in percent."""
    right, found, marked = counted(reader, sentences)
    return {test: 200 * good / (found + marked) for test, good in right.items()}


def row(name: str, reader: Reader, sentences: list[Sentence]) -> str:
    """Read all sentences; precision and recall of the values, then F1 of every test."""
    right, found, marked = counted(reader, sentences)
    cells = [f"{found:>9}", percent(right["value"], found), percent(right["value"], marked)]
    return f"{name:<18}" + "".join(cells) + "".join(percent(2 * good, found + marked, 14) for good in right.values())


def percent(part: int, whole: int, width: int = 8) -> str:
    """Lay out a share; nothing at all is a dash."""
    return f"{100 * part / whole:>{width}.1f}" if part else f"{'–':>{width}}"


def table(paths: list[Path]) -> Iterator[str]:
    """Yield the lines: a block for each file, a line in it for each reader."""
    competing = readers()
    heading = f"{'found':>9}{'P':>8}{'R':>8}" + "".join(f"{test:>14}" for test in TESTS)
    for path in paths:
        sentences: list[Sentence] = json.loads(path.read_text(encoding="utf-8"))
        count = sum(len(sentence["quantities"]) for sentence in sentences)
        yield f"{path.name}: {len(sentences)} sentences, {count} quantities"
        yield f"{'reader':<18}" + heading
        yield from (row(name, reader, sentences) for name, reader in competing.items())
        yield ""


def main() -> None:
    """Parse the arguments, read, write the table."""
    arguments = argparse.ArgumentParser(description="How well quantities are read, beside other readers.")
    arguments.add_argument("data", nargs="?", type=Path, default=SENTENCES, help="JSON file or folder of them")
    data: Path = arguments.parse_args().data
    for line in table(sorted(data.glob("*.json")) if data.is_dir() else [data]):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
