"""What must hold of any bytes holds of those that were a failure once; benchmarks/fuzz.py looks for more."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_sound import HOSTILE

with pytest.MonkeyPatch.context() as patch:
    patch.syspath_prepend(Path(__file__).parents[1] / "benchmarks")
    fuzz_targets = importlib.import_module("fuzz_targets")

EXAMPLES = sorted(path for path in (Path(__file__).parent / "fuzz").rglob("*") if path.is_file())


def test_every_target_has_examples() -> None:
    assert {*fuzz_targets.TARGETS} == {path.parent.name for path in EXAMPLES}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_must_hold_holds_of_the_examples(path: Path) -> None:
    assert fuzz_targets.TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", ["numbers", "cues"])
def test_what_must_hold_holds_of_words_in_any_order(name: str) -> None:
    @settings(max_examples=40)
    @given(HOSTILE)
    def holds(text: str) -> None:
        fuzz_targets.TARGETS[name](text.encode(errors="replace"))

    holds()


@pytest.mark.parametrize("suffix", sorted(fuzz_targets.readers()))
def test_a_file_of_any_kind_may_hold_any_bytes(suffix: str) -> None:
    @settings(max_examples=10)
    @given(st.binary(max_size=200))
    def holds(data: bytes) -> None:
        fuzz_targets.reader(f"{suffix}\n".encode() + data)

    holds()
