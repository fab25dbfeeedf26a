#!/usr/bin/env python3
"""How well the check of extracted figures finds what is wrong: right output, corrupted in known ways.

usage: python benchmarks/vet.py [DATA] [-v KIND]

DATA is a file in the form of NewsQuant; sentences.json by default. Each figure that a person has marked, and whose
number stands in the sentence once or more in numerals, is an extracted row: quote, span, value, hedge, unit. Half of
the rows are corrupted, each in one way:

shifted     the span is off by a few characters
bytes       the span counts bytes, or UTF-16 units, of a text that begins with letters outside ASCII
number      another number
hedge       the hedge is dropped, or one is put in
quote       words that the text does not have
unit        another unit
sum         parts that do not make the value

A corruption is found when the row is told to be wrong in the right way. Precision counts the rows left as they were
that are told to be wrong in any way: some of them are, for about three in a hundred of the marks are arguable.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from crosstally import api

HERE = Path(__file__).parent
HEDGES = {">": "at least", "<": "at most", "~": "about"}
FOUND_AS = {
    "shifted": "span off",
    "bytes": "span off",
    "number": "number changed",
    "hedge": "hedge changed",
    "quote": "quote missing",
    "unit": "unit changed",
    "sum": "sum wrong",
}
NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?(?: (?:million|billion|trillion))?")
SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
ABOVE = "Übersicht – “naïve” 𝔸: "  # letters of one, two, three and four bytes


@dataclass
class Case:
    """A row with its text, and how it was corrupted."""

    row: dict[str, Any]
    planted: str = ""


def main() -> None:
    """Print recall by kind, and precision."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=HERE / "sentences.json")
    parser.add_argument("-v", metavar="KIND", help="show the rows of a kind that were judged wrongly; right: alarms")
    options = parser.parse_args()
    cases = list(corrupted(list(rows(json.loads(options.data.read_text(encoding="utf-8"))))))
    cases.sort(key=lambda case: "hedge" in case.row)
    found: Counter[str] = Counter()
    for case, said in [
        told for _, some in groupby(cases, lambda case: "hedge" in case.row) for told in vetted([*some])
    ]:
        is_right = FOUND_AS[case.planted] in said if case.planted else not said
        found[case.planted or "right"] += is_right
        if options.v == (case.planted or "right") and not is_right:
            sys.stdout.write(f"  {said or 'right'}: {case.row}\n")
    total = Counter(case.planted or "right" for case in cases)
    for kind in (*FOUND_AS, "right"):
        sys.stdout.write(f"{kind:10}{total[kind]:6}{found[kind]:6}{100 * found[kind] / max(total[kind], 1):8.1f} %\n")
    planted = sum(found[kind] for kind in FOUND_AS)
    alarms = total["right"] - found["right"]
    sys.stdout.write(f"recall {100 * planted / (len(cases) - total['right']):.1f} %,")
    sys.stdout.write(f" precision {100 * planted / (planted + alarms):.1f} %\n")


def vetted(cases: list[Case]) -> Iterator[tuple[Case, set[str]]]:
    """The rows of one output, and what is told of each; hedges are checked where its rows have them."""
    told: dict[str, set[str]] = {}
    for finding in api.vet([case.row for case in cases]).report.findings:
        told.setdefault(finding.message.partition(":")[0], set()).add(finding.name.replace("-", " "))
    return ((case, told.get(str(number), set())) for number, case in enumerate(cases, 1))


def rows(sentences: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Right rows."""
    for sentence in sentences:
        text = ABOVE + sentence["text"]
        for marked in sentence["quantities"]:
            places = [match for match in NUMERAL.finditer(text) if value_of(match[0]) == number(marked["value"])]
            if not places:
                continue
            start, end = places[0].span()
            unit = marked.get("unit") or None
            row = {"text": text, "quote": text[start:end], "start": start, "end": end}
            yield row | {"value": number(marked["value"]), "unit": unit} | hedge(marked["change"])


def hedge(change: str) -> dict[str, Any]:
    """The hedge of a mark that has one sign for hedge and direction: of "up" it says nothing ("rose almost 30%")."""
    return {} if change in {"up", "down"} else {"hedge": HEDGES.get(change)}


def number(value: str) -> float | None:
    """A marked value; None of a range."""
    try:
        return float(value)
    except ValueError:
        return None


def value_of(words: str) -> float:
    """The value of a numeral."""
    digits, _, scale = words.partition(" ")
    return float(digits.replace(",", "")) * SCALES.get(scale, 1.0)


def corrupted(right: list[dict[str, Any]]) -> Iterator[Case]:
    """The rows, every other one with an error, of each kind in turn."""
    chance = random.Random(5)  # noqa: S311 - nothing here is secret
    for i, row in enumerate(right):
        kind = list(WAYS)[(i // 2) % len(WAYS)]
        if kind == "hedge" and "hedge" not in row:
            kind = "number"
        yield Case(row | WAYS[kind](row, chance), kind) if i % 2 else Case(row)


def shifted(row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Off by some characters."""
    off = chance.choice([-7, -3, -1, 1, 2, 5])
    return {"start": row["start"] + off, "end": row["end"] + off}


def in_bytes(row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Counted in bytes or in UTF-16 units."""
    codec, size = chance.choice([("utf-8", 1), ("utf-16-le", 2)])
    return {name: len(row["text"][: row[name]].encode(codec)) // size for name in ("start", "end")}


def another_number(row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A digit changed, a zero more, or one more."""
    return {"value": chance.choice([row["value"] * 10, row["value"] + 1, row["value"] * 2 + 3])}


def another_hedge(row: dict[str, Any], _: random.Random) -> dict[str, Any]:
    """The hedge dropped; one put in where there is none."""
    return {"hedge": None if row["hedge"] else "at least"}


def another_quote(row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Words that are not there."""
    return {"quote": f"{row['quote']} {chance.choice(['swans', 'of the moon', 'and a half'])} ", "start": 3, "end": 9}


def another_unit(row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A unit that the text does not have."""
    known = [unit for unit in ("kilometres", "tonnes", "yen", "hours") if unit[:3] not in row["text"].lower()]
    return {"unit": chance.choice(known)}


def wrong_sum(row: dict[str, Any], _: random.Random) -> dict[str, Any]:
    """Parts that make something else."""
    return {"parts": [row["value"] - 1, 3]}


WAYS: dict[str, Callable[[dict[str, Any], random.Random], dict[str, Any]]] = {
    "shifted": shifted,
    "bytes": in_bytes,
    "number": another_number,
    "hedge": another_hedge,
    "quote": another_quote,
    "unit": another_unit,
    "sum": wrong_sum,
}


if __name__ == "__main__":
    main()
