"""Reports made from the examples, as many as a benchmark likes: sentences drawn, names and numbers varied."""
# ruff: noqa: INP001 - the scripts beside it import it from their own folder

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from crosstally.facts.source.reading import read

EXAMPLES = Path(__file__).parents[1] / "examples"
NUMBER = re.compile(r"\b\d+\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")
SENTENCE = re.compile(r"[^.!?]{20,}[.!?]+")
SYLLABLES = ("dor", "fin", "gar", "hul", "kam", "lo", "mer", "nov", "pra", "quin", "ros", "sel", "tav", "vey", "wen")
SOURCES = 5  # papers, each with one report of an event
TOLD = (6, 12)  # sentences of an event
DROPPED, CHANGED = 0.2, 0.1  # of these, the share that a report leaves out, and whose numbers it gives otherwise

Row = Mapping[str, str]


def reports(size: int, seed: int = 7) -> Iterator[Row]:
    """About `size` characters of reports, no two alike, as rows of JSONL."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret
    sentences = _sentences()
    made = 0
    for number in range(size):  # one character each at the least
        lines = [_varied(chance.choice(sentences), chance) for _ in range(chance.randint(8, 24))]
        text = "".join(lines)
        yield {"id": f"report-{number}", "event": f"event-{number // 5}", "source": f"paper-{number % 5}", "text": text}
        made += len(text)
        if made >= size:
            return


def events(count: int, seed: int = 7, size: int = SOURCES, changed: float = CHANGED) -> Iterator[Row]:
    """So many reports of about 700 characters, as rows of JSONL.

    Args:
        count: How many.
        seed: Of chance.
        size: How many tell of one event, each by another paper.
        changed: The share of figures in which they differ.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret
    return islice(_events(_sentences(), chance, size, changed), count)


def _events(sentences: list[str], chance: random.Random, size: int, changed: float) -> Iterator[Row]:
    number = 0
    while True:
        told = [_varied(sentence, chance) for sentence in chance.choices(sentences, k=chance.randint(*TOLD))]
        day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        for source in range(size):
            lines = [_numbered(line, chance, changed) for line in told if chance.random() >= DROPPED]
            yield {
                "id": f"report-{number}",
                "event": f"event-{number // size}",
                "source": f"paper-{source}",
                "published": day,
                "text": "".join(lines) or told[0],
            }
            number += 1


def write_rows(path: Path, rows: Iterable[Row]) -> int:
    """Write reports to a file and say how many."""
    with path.open("w", encoding="utf-8") as stream:
        return sum(stream.write(json.dumps(row) + "\n") > 0 for row in rows)


def _sentences() -> list[str]:
    return [sentence for document in read(EXAMPLES) for sentence in SENTENCE.findall(document.text)]


def _varied(sentence: str, chance: random.Random) -> str:
    return NAME.sub(lambda _: "".join(chance.choices(SYLLABLES, k=3)).capitalize(), _numbered(sentence, chance, 1))


def _numbered(sentence: str, chance: random.Random, share: float) -> str:
    def other(match: re.Match[str]) -> str:
        return str(chance.randint(2, 10 ** len(match[0]))) if chance.random() < share else match[0]

    return NUMBER.sub(other, sentence)
