"""Corpora in shards, and the parts that are made of them."""

from __future__ import annotations

import json
from itertools import cycle

import fsspec
import pandas as pd
from pandas.testing import assert_frame_equal

import crosstally
from crosstally.rules.tables.table import MODELS

Row = dict[str, str]
TABLES = [name for name in MODELS if name != "decisions"]
PLACES = (
    "Vellmar",
    "Orrin",
    "Tasque",
    "Dornith",
    "Kelbray",
    "Sundhaven",
    "Marrow Point",
    "Ilverton",
    "Ostley",
    "Quarn",
)


def rows(count: int = 40) -> list[Row]:
    """Reports of events of four, spread over the corpus, each event in dispute; every seventh tells nothing."""
    told = []
    for n in range(count):
        event = n % (count // 4)
        place = PLACES[event % len(PLACES)]
        text = f"{place} - The storm in {place} killed {20 + event + n // 20} people and injured 40, officials said."
        text = text if n % 7 else "Nothing was counted."
        day = f"2026-03-{1 + n % 28:02}"
        told.append({"id": f"r{n}", "event": f"e{event}", "source": f"s{n % 5}", "published": day, "text": text})
    return told


def put(some: list[Row], folder: str, shards: int) -> str:
    """Write rows as so many shards, JSONL and Parquet by turns, that hold them in their order."""
    fs, path = fsspec.core.url_to_fs(folder)
    fs.makedirs(path, exist_ok=True)
    size = -(-len(some) // shards)
    for number, suffix in zip(range(shards), cycle(["jsonl", "parquet"]), strict=False):
        piece = some[number * size : (number + 1) * size]
        with fs.open(f"{path}/{number:02}.{suffix}", "wb") as stream:
            if suffix == "jsonl":
                stream.write("".join(f"{json.dumps(row)}\n" for row in piece).encode())
            else:
                stream.write(pd.DataFrame(piece).to_parquet(None))
    return folder


def tables_in(out: str, order: list[str]) -> dict[str, pd.DataFrame]:
    """The tables of parts; of facts, which stand event by event, the order of the documents."""
    found = {}
    for name in TABLES:
        fs, path = fsspec.core.url_to_fs(f"{out}/{name}")
        frames = [pd.read_parquet(fs.open(file)) for file in sorted(fs.glob(f"{path}/part-*.parquet"))]
        found[name] = pd.concat(frames, ignore_index=True)
    facts = found["facts"]
    found["facts"] = facts.iloc[facts["doc_id"].map(order.index).argsort(kind="stable")].reset_index(drop=True)
    return found


def assert_same(expected: pd.DataFrame, actual: pd.DataFrame) -> None:
    """Hold a table of parts against the whole one: Parquet gives None back for what pandas has as NA."""
    plain, other = (frame.astype(object).where(frame.notna(), None) for frame in (expected, actual))
    assert_frame_equal(plain, other)


def require_same(some: list[Row], out: str, events: str = "given") -> None:
    """Hold the parts against what one process finds."""
    one = crosstally.check(some, events=events)  # type: ignore[arg-type]
    parts = tables_in(out, [row["id"] for row in some])
    assert len({*one.quantities["event"]}) > 1
    assert len(one.facts)
    for name in TABLES:
        expected = getattr(one, name)
        assert_same(expected, parts[name])
