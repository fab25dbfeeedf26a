"""The scores are held: benchmarks/scores.toml says what they were, and none may drop."""

from __future__ import annotations

import importlib
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from crosstally.rules.alignment.alignment import align
from crosstally.rules.alignment.model import Model, estimated

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture(name="scores", scope="module")
def scores_module() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCHMARKS)
        yield importlib.import_module("scores")


@pytest.fixture(name="alignment")
def alignment_module(scores: Any) -> Any:
    return scores.alignment


def test_no_score_drops(scores: Any) -> None:
    now = scores.measured()
    assert [] == scores.drops(scores.held(), now), "\n".join(scores.table(scores.held(), now))


def test_a_drop_is_told(scores: Any) -> None:
    before = {"events": {"alignment": 71.3, "disputes": 30.4}}
    assert ["events.alignment"] == scores.drops(before, {"events": {"alignment": 71.2, "disputes": 30.4}})
    assert ["events.alignment", "events.disputes"] == scores.drops(before, {})
    assert "-0.1" in next(scores.table(before, {"events": {"alignment": 71.2}}))


def test_the_file_is_what_is_written(scores: Any) -> None:
    assert scores.HELD.read_text(encoding="utf-8") == scores.written(scores.held())


def test_claims_are_found_in_their_reports(alignment: Any, tmp_path: Path) -> None:
    path = tmp_path / "event.toml"
    path.write_text(
        '[reports]\na = "12 dead, 12 hurt"\n[[quantity]]\nname = "dead"\nverdict = "agree"\nclaims = { a = ["12"] }\n',
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match="'12' stands 2 times"):
        alignment.load(path)


def test_a_claim_says_which_of_many_words_it_is(alignment: Any, tmp_path: Path) -> None:
    path = tmp_path / "event.toml"
    path.write_text(
        '[reports]\na = "12 dead, 12 hurt"\n[[quantity]]\nname = "hurt"\nverdict = "update"\n'
        'claims = { a = [["12", 2]] }\n',
        encoding="utf-8",
    )
    event = alignment.load(path)
    assert ({"a": ((9, 11),)},) == event.claims
    assert frozenset() == event.disputed
    assert frozenset({0}) == event.open


UNREAD = {  # known misses: what is not read is not counted as a pair that was missed
    "alliance-election": [
        "seats won by the Civic Alliance (full count): c 402",
        "seats won by the Homeland Union: c 439",
        "vote share of the Civic Alliance: c 394",
        "seats of the Farmers' League: c 476",
        "exit poll, Civic Alliance: d 730",
    ],
    "river-flood": ["rise still forecast: e 333"],
}


@pytest.mark.parametrize("name", sorted(path.stem for path in (BENCHMARKS / "events").glob("*.toml")))
def test_every_claim_is_read(alignment: Any, name: str) -> None:
    assert UNREAD.get(name, []) == list(alignment.unread(alignment.load(BENCHMARKS / "events" / f"{name}.toml")))


def test_alignment_and_accusations_are_counted(alignment: Any) -> None:
    event = alignment.load(BENCHMARKS / "events" / "ferry-fire.toml")
    counts = alignment.score(event, alignment.run(event))
    assert 0 < counts["pairs right"] <= counts["pairs"]
    assert 2 == counts["disputes"]
    assert 0 < counts["disputes found"] <= counts["accusations right"]


def mutants() -> dict[str, Model]:
    """The model with a part of it undone, by what is undone."""
    model = estimated()
    none = replace(model.agreement, levels={})
    found = {
        "nothing agrees": replace(model, agreement=replace(model.agreement, cut=99.0)),
        "no weights": replace(model, agreement=none),
        "no rivals": replace(model, rivals=replace(model.rivals, cut=99.0)),
        "all rivals": replace(model, rivals=replace(model.rivals, cut=-99.0)),
        "no likeness of rivals": replace(model, rivals=replace(model.rivals, start=-99.0)),
    }
    for slot in ("around", "counted"):
        levels = {name: of for name, of in model.agreement.levels.items() if name != slot}
        turned = {level: -3 * weight for level, weight in model.agreement.levels[slot].items()}
        found[f"{slot} turned round"] = replace(
            model, agreement=replace(model.agreement, levels={**levels, slot: turned})
        )
    return found


@pytest.mark.parametrize("undone", mutants())
def test_a_mutant_of_the_model_moves_the_score(scores: Any, alignment: Any, undone: str) -> None:
    counts: Counter[str] = Counter()
    aligner = partial(align, model=mutants()[undone])
    for path in sorted(alignment.EVENTS.glob("*.toml")):
        event = alignment.load(path)
        counts += alignment.score(event, alignment.run(event, aligner))
    assert scores.drops({"events": scores.held()["events"]}, {"events": alignment.summary(counts)})
