#!/usr/bin/env python3
"""Estimate how likely what is held apart is of one question all the same, and how well that ranks it.

usage: python benchmarks/held_apart.py [--dry] [DATA...]

DATA are folders of events as alignment.py reads them, by default events/ and held/. Of two quantities whose figures
exclude each other the weights of `rivals` tell how likely they are of one question. Where a slot that their measure
needs is not the same they are less so, by log odds that are estimated here, all else being as it stands in
src/crosstally/rules/data/alignment.toml; written there unless --dry. Pairs less likely than one in a hundred are left
out, so that it is to be run again until the figure stays. Then it tells how many of the pairs that are said to be so
likely are of one question, and of the contradictions that were missed how many stand among the first of what is held
apart of their events.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import alignment
from estimate import MODEL

from crosstally.facts.fact import Fact
from crosstally.output.crosstab.apart import apart_from
from crosstally.rules.alignment.model import estimated
from crosstally.rules.report import EventReport

FOLDERS = [alignment.EVENTS, alignment.EVENTS.with_name("held")]
_FIRST = (3, 5, 10, 20)
_SHARES = (0.5, 0.35, 0.2, 0.1, 0.05, 0.0)  # from which on a likelihood is told with others
_STEPS = 60  # of halving: log odds to the last bit
_WIDEST = 20.0  # log odds
_WRITTEN = re.compile(r"(?<=\nlacking = )\S+")


class Pair(NamedTuple):
    """Two quantities held apart, which may be of one question: the log odds, whether a slot is lacking, if they are."""

    odds: float
    is_lacking: bool
    are_one: bool


def pairs(events: Iterable[alignment.Event]) -> Iterator[Pair]:
    """What is held apart of events, without what can't be of one question."""
    for event in events:
        for told, of in _read(event):
            for one in told.held_apart:
                if one.likelihood is not None and 0 < one.likelihood < 1:
                    is_lacking = one.slot != "words"
                    odds = math.log(one.likelihood / (1 - one.likelihood)) - is_lacking * estimated().lacking
                    yield Pair(odds, is_lacking, bool(of[one.quantity_a] & of[one.quantity_b]))


def _read(event: alignment.Event) -> Iterator[tuple[EventReport, dict[str, frozenset[int]]]]:
    """What a run says of an event, and the gold quantities of each of its quantities."""
    report = alignment.run(event)
    for told in report.events():
        yield (
            told,
            {
                one.quantity_id: frozenset().union(*(alignment.quantities(event, fact) for fact in one.facts))
                for one in told.quantities
            },
        )


def offset(found: Sequence[Pair]) -> float:
    """The log odds that a lacking slot adds: with them, as many pairs are of one question as there are (likelihood)."""
    lacking = [one for one in found if one.is_lacking]
    wanted = sum(one.are_one for one in lacking)
    low, high = -_WIDEST, _WIDEST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        said = sum(1 / (1 + math.exp(-one.odds - middle)) for one in lacking)
        low, high = (middle, high) if said < wanted else (low, middle)
    return round(low, 2)


def calibrated(found: Sequence[Pair], lacking: float) -> Iterator[str]:
    """Lines: of the pairs that are said to be so likely, how many are of one question."""
    told = [(1 / (1 + math.exp(-one.odds - lacking * one.is_lacking)), one.are_one) for one in found]
    above = 1.0
    for share in _SHARES:
        within = [are_one for likelihood, are_one in told if share <= likelihood < above]
        part = f"{100 * sum(within) / len(within):.0f} %" if within else "none"
        yield f"{share:.0%} to {above:.0%} likely: {sum(within)} of {len(within)}, {part}"
        above = share


def ranks(events: Iterable[alignment.Event]) -> Iterator[int | None]:
    """Of each contradiction that was missed its place in what is held apart of its event; None where it has none."""
    for event in events:
        report = alignment.run(event)
        found = set()
        for facts in alignment.accusations(report):
            found |= {k for a in facts for b in facts if alignment.exclude(a, b) for k in _shared(event, a, b)}
        for told, of in _read(event):
            listed = apart_from(told, of.keys(), single=True)
            for k in sorted(event.disputed - found):
                yield next((one.number for one in listed if all(k in of[name] for name in one.pair)), None)


def _shared(event: alignment.Event, a: Fact, b: Fact) -> frozenset[int]:
    return alignment.quantities(event, a) & alignment.quantities(event, b)


def main() -> None:
    """Read, estimate, write, rank."""
    arguments = argparse.ArgumentParser(description="Estimate what a slot that is not the same takes.")
    arguments.add_argument("data", nargs="*", type=Path, default=FOLDERS, help="folders of events")
    arguments.add_argument("--dry", action="store_true", help="write nothing")
    given = arguments.parse_args()
    events = [alignment.load(path) for folder in given.data for path in sorted(folder.glob("*.toml"))]
    found = [*pairs(events)]
    lacking = offset(found)
    n = sum(one.is_lacking for one in found)
    sys.stdout.write(f"lacking = {lacking}: of {n} pairs that lack a slot, of {len(found)} held apart\n")
    if not given.dry:
        MODEL.write_text(_WRITTEN.sub(str(lacking), MODEL.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.writelines(f"{line}\n" for line in calibrated(found, lacking))
    places = [*ranks(events)]
    first = ", ".join(f"{sum(place is not None and place <= k for place in places)} among {k}" for k in _FIRST)
    sys.stdout.write(f"missed contradictions: {len(places)}; of the first of what is held apart: {first}\n")


if __name__ == "__main__":
    main()
