#!/usr/bin/env python3
"""Hold the scores: measure again what scores.toml says of the benchmarks that run in this repository.

usage: python benchmarks/scores.py [--update]

Prints every figure with its gain or loss, and exits with 1 when one has dropped. --update writes the figures of today.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import accuracy
import alignment
from readers import crosstally

HELD = Path(__file__).with_name("scores.toml")
_SLACK = 0.05  # figures are written with one decimal

Scores = Mapping[str, Mapping[str, float]]


def measured() -> dict[str, dict[str, float]]:
    """F1 of the marked sentences, and of the invented events, in percent."""
    sentences = json.loads(accuracy.SENTENCES.read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    for path in sorted(alignment.EVENTS.glob("*.toml")):
        event = alignment.load(path)
        counts += alignment.score(event, alignment.run(event))
    return {"sentences": accuracy.scores(crosstally, sentences), "events": alignment.summary(counts)}


def held() -> Scores:
    """What the file says."""
    return tomllib.loads(HELD.read_text(encoding="utf-8"))


def drops(before: Scores, now: Scores) -> list[str]:
    """The figures that are lower than they were, or are gone."""
    return [
        f"{benchmark}.{name}"
        for benchmark, figures in before.items()
        for name, figure in figures.items()
        if now.get(benchmark, {}).get(name, 0.0) < figure - _SLACK
    ]


def table(before: Scores, now: Scores) -> Iterator[str]:
    """Yield a line a figure: what it was, what it is, the gain or loss."""
    for benchmark, figures in now.items():
        for name, figure in figures.items():
            was = before.get(benchmark, {}).get(name)
            change = "new" if was is None else f"{figure - was:+.1f}" if abs(figure - was) > _SLACK else ""
            yield f"{benchmark + '.' + name:<28}{'' if was is None else f'{was:.1f}':>8}{figure:>8.1f}{change:>8}"


def written(now: Scores) -> str:
    """The file's text."""
    head = "# F1 and shares in percent; `python benchmarks/scores.py --update` writes them, CI fails when one drops.\n"
    return head + "".join(
        f"\n[{benchmark}]\n"
        + "".join(
            f"{name if name.isalpha() else json.dumps(name)} = {figure:.1f}\n" for name, figure in figures.items()
        )
        for benchmark, figures in now.items()
    )


def main() -> None:
    """Measure, compare, and write or complain."""
    arguments = argparse.ArgumentParser(description="Hold the scores of the benchmarks in this repository.")
    arguments.add_argument("--update", action="store_true", help="write the figures of today")
    update: bool = arguments.parse_args().update
    before, now = held() if HELD.exists() else {}, measured()
    sys.stdout.writelines(f"{line}\n" for line in table(before, now))
    if update:
        HELD.write_text(written(now), encoding="utf-8")
    elif lost := drops(before, now):
        sys.exit(f"dropped: {', '.join(lost)}")


if __name__ == "__main__":
    main()
