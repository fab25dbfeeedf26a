#!/usr/bin/env python3
"""What each slot of a fact is worth to alignment: how often it parts claims on one thing, and claims on two.

usage: python benchmarks/slots.py DATA [-v SLOT]

DATA is a folder with `text/NAME/*.txt` (the reports of an event each) and `gold/NAME.json`: "facts" (doc, start, end,
low, high, about) and "quantities" (key, claims: numbers of facts). Facts of two reports of one event are held against
each other, slot by slot, where both have one measure and one dimension:

- harm: of the pairs that claim one quantity, how many the slot says are different;
- use: of those that claim two, how many it says are different;
- by events, so that nothing rests on one: the worst event's harm.

A slot that is unknown (empty) on one side says nothing. -v SLOT prints the pairs that it harms. Below the table, how
well `about` tells figures of the event from those of others, by the gold's own word.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from crosstally import read
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact

MAIN = "main"
ALWAYS_KNOWN = ("about", "scope", "increment", "status", "superseded", "definite", "trend")
MAYBE = ("group", "place", "event_time", "as_of", "certainty", "period", "per", "counted", "subject", "anchor", "names")
SETS = {"place": "; ", "subject": " ", "anchor": " ", "names": " ", "group": "; "}
NEAR = 0.12  # two readings of one figure may differ by this share: a hedge is a convention

Pair = tuple[Fact, Fact]


def main() -> None:
    """Read the arguments, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("-v", metavar="SLOT", help="print the pairs of one quantity that a slot says are different")
    options = parser.parse_args()
    harm: dict[str, Counter[str]] = defaultdict(Counter)
    use: dict[str, Counter[str]] = defaultdict(Counter)
    told: Counter[str] = Counter()
    for path in sorted((options.data / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        facts = _facts(options.data / "text" / path.stem)
        claims = _claims(gold, facts)
        _count_about(gold, facts, told)
        for a, b in _pairs(facts):
            one = bool(claims[a.fact_id] & claims[b.fact_id])
            if not one and not (claims[a.fact_id] or claims[b.fact_id]):
                continue
            table = harm if one else use
            table["pairs"][path.stem] += 1
            for slot in (*ALWAYS_KNOWN, *MAYBE):
                if differs(a, b, slot):
                    table[slot][path.stem] += 1
                    if one and slot == options.v:
                        write(f"{path.stem}: {_told(a, slot)}\n{' ' * len(path.stem)}  {_told(b, slot)}")
    _print(harm, use, told)


def differs(a: Fact, b: Fact, slot: str) -> bool:
    """Whether a slot says that two facts are of different quantities; one that is unknown says nothing."""
    x, y = getattr(a, slot), getattr(b, slot)
    if slot in ALWAYS_KNOWN:
        return bool(x != y)
    if x is None or y is None:
        return False
    if slot in SETS:
        return set(x.lower().split(SETS[slot])).isdisjoint(y.lower().split(SETS[slot]))
    if slot in {"event_time", "as_of"}:
        return not (x.startswith(y) or y.startswith(x) or _overlap(x, y))
    return bool(x != y)


def _overlap(x: str, y: str) -> bool:
    first, second = ((ends[0], ends[-1] + "~") for ends in (x.split("/"), y.split("/")))
    return first[0] <= second[1] and second[0] <= first[1]


def _facts(folder: Path) -> list[Fact]:
    return [fact for document in read(folder) for fact in extract_facts(document)]


def _name(fact: Fact) -> str:
    return Path(fact.document.doc_id).name.removesuffix(".txt")


def is_of(gold: Mapping[str, object], fact: Fact) -> bool:
    """Whether a fact is a figure that gold knows: it stands there, and was read as gold says, but for its hedge."""
    here = gold["doc"] == _name(fact) and fact.start < gold["end"] and gold["start"] < fact.end  # type: ignore[operator]
    return here and all(
        _near(gold[end], getattr(fact.interval, end), empty) for end, empty in (("low", 0.0), ("high", math.inf))
    )


def _near(gold: object, found: float | None, empty: float) -> bool:
    a, b = (empty if value is None else float(value) for value in (gold, found))  # type: ignore[arg-type]
    return a == b or (math.isfinite(a) and math.isfinite(b) and abs(a - b) <= NEAR * max(abs(a), abs(b)))


def _claims(gold: Mapping[str, list[Mapping[str, object]]], facts: Sequence[Fact]) -> Mapping[str, set[object]]:
    """Of each fact, the quantities that it claims by the gold."""
    quantities: dict[object, set[object]] = defaultdict(set)
    for k, quantity in enumerate(gold["quantities"]):
        for number in quantity["claims"]:  # type: ignore[attr-defined]
            quantities[number].add(k)
    found: dict[str, set[object]] = defaultdict(set)
    for fact in facts:
        for number, one in enumerate(gold["facts"]):
            if quantities[number] and is_of(one, fact):
                found[fact.fact_id] |= quantities[number]
    return found


def _pairs(facts: Sequence[Fact]) -> Iterator[Pair]:
    """Every two facts of two documents that have one measure and one dimension."""
    blocks: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        blocks[fact.measure, fact.dimension].append(fact)
    for block in blocks.values():
        yield from ((a, b) for a, b in combinations(block, 2) if a.document.doc_id != b.document.doc_id)


def _count_about(gold: Mapping[str, list[Mapping[str, object]]], facts: Sequence[Fact], told: Counter[str]) -> None:
    for fact in facts:
        one = next((one for one in gold["facts"] if is_of(one, fact)), None)
        if one is not None:
            own = "own" if one["about"] == MAIN else "other"
            told[f"{own} as {'own' if fact.about is None else 'other'}"] += 1


def _told(fact: Fact, slot: str) -> str:
    return f"{getattr(fact, slot)!r:24} {fact.quote!r} in {' '.join(fact.sentence.split())[:150]!r} ({_name(fact)})"


def _print(harm: Mapping[str, Counter[str]], use: Mapping[str, Counter[str]], told: Counter[str]) -> None:
    one, two = harm["pairs"], use["pairs"]
    write(f"{one.total()} pairs of one quantity, {two.total()} of two, in {len({*one, *two})} events\n")
    write(f"{'slot':12} {'harm %':>8} {'use %':>8}  worst event's harm %")
    for slot in (*ALWAYS_KNOWN, *MAYBE):
        worst = max(one, key=lambda name, slot=slot: harm[slot][name] / one[name])  # type: ignore[misc]
        rates = (_share(harm[slot].total(), one.total()), _share(use[slot].total(), two.total()))
        write(f"{slot:12} {rates[0]:8.1f} {rates[1]:8.1f}  {_share(harm[slot][worst], one[worst]):.1f} ({worst})")
    write(f"\nabout: {dict(sorted(told.items()))}")


def write(line: str) -> None:
    """Write a line."""
    sys.stdout.write(f"{line}\n")


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


if __name__ == "__main__":
    main()
