"""The cue files, both ways: every phrase stands in an example of its cue, and every example fires or keeps silent."""

from __future__ import annotations

from typing import Any

import pytest

from crosstally.facts.cues.engine import Cues
from crosstally.facts.cues.phrase import matches, phrases_of
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load_folder
from crosstally.facts.words.tokenize import tokenize

_CUES = [(slot, cue) for slot, data in load_folder("cues").items() for cue in data["cue"]]
_IDS = [f"{slot} {cue['value']} {cue['sides'][0]}" for slot, cue in _CUES]


def said(slot: str, text: str) -> set[Any]:
    return {getattr(fact, slot) for fact in extract_facts(Document("example", text, "The Example"))}


def is_set(slot: str, value: str, text: str) -> bool:
    """Whether some figure of a text has the slot at a value; "*" is any that no other cue of the slot gives."""
    found = said(slot, text)
    if value == "*":
        others = {cue["value"] for name, cue in _CUES if name == slot}
        return not found <= {None, *others}
    return True in found if value == "superseded" else value in found


@pytest.mark.parametrize(("slot", "cue"), _CUES, ids=_IDS)
def test_every_example_fires(slot: str, cue: dict[str, Any]) -> None:
    assert [] == [text for text in cue["examples"] if not is_set(slot, cue["value"], text)]


@pytest.mark.parametrize(("slot", "cue"), _CUES, ids=_IDS)
def test_every_silent_text_is_silent(slot: str, cue: dict[str, Any]) -> None:
    assert [] != cue["silent"]
    assert [] == [text for text in cue["silent"] if is_set(slot, cue["value"], text)]


@pytest.mark.parametrize(("slot", "cue"), _CUES, ids=_IDS)
def test_every_phrase_stands_in_an_example(slot: str, cue: dict[str, Any]) -> None:
    del slot
    examples = [tokenize(text) for text in cue["examples"]]
    assert [] == [written for written in cue["phrases"] if not any(_stands(written, text) for text in examples)]


def _stands(written: str, tokens: Any) -> bool:
    return any(matches(phrase, tokens, i, ()) for phrase in phrases_of(written) for i in range(len(tokens)))


def test_the_nearest_cue_before_a_figure_is_asked_before_one_behind_it() -> None:
    tokens = tokenize("He denied that it could kill 12 people, who would sue.")
    figure = tokens.lower.index("12")
    assert ["possible", "denied"] == [
        hit.cue.value for hit in Cues(tokens, [figure]).all_of("status", figure, figure + 2)
    ]


def test_a_figure_ends_the_reach_of_a_cue_that_says_so() -> None:
    tokens = tokenize("The toll is 16, up from 12 or 14 people.")
    starts = [i for i, kind in enumerate(tokens.kinds) if kind == "number"]
    cues = Cues(tokens, starts)
    assert [None, "superseded", None] == [cues.value("superseded", i, i + 1) for i in starts]
