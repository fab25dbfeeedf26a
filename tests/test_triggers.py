from __future__ import annotations

import pytest

from crosstally.facts.words.hits import find_triggers
from crosstally.facts.words.measure import default_measures, measures
from crosstally.facts.words.tokenize import tokenize
from crosstally.facts.words.triggers import noun_measures, triggers_of


def found(sentence: str) -> set[tuple[str, str]]:
    """The words and measure of each trigger."""
    tokens = tokenize(sentence)
    return {(" ".join(tokens.lower[hit.first : hit.stop]), hit.trigger.measure.name) for hit in find_triggers(tokens)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Four guards perished.", {("perished", "killed")}),
        ("Two men lost her lives.", {("lost her lives", "killed")}),
        ("They shot down two jets.", {("shot down", "intercepted")}),
        ("They were shot and killed.", {("shot and killed", "killed")}),
        ("An officer fatally shot two men.", {("fatally shot", "killed")}),
        ("The number of people on board rose.", {("number of people on board", "aboard")}),
        ("The ship left.", set()),
    ],
)
def test_a_longer_phrase_hides_the_shorter_ones_inside_it(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert expected == found(sentence)


def test_hits_are_in_order() -> None:
    hits = find_triggers(tokenize("The blast killed 12 people, wounded 40 and left 3 missing."))
    assert [hit.first for hit in hits] == sorted(hit.first for hit in hits)


def test_a_verb_has_a_trigger_for_each_form() -> None:
    killed = measures()["killed"]
    triggers = triggers_of("claim + life|victim", "object", killed, {})
    assert [("claim",), ("claims",), ("claiming",), ("claimed",)] == [trigger.words for trigger in triggers]
    assert [("claimed",)] == [trigger.words for trigger in triggers if trigger.participle]
    assert {frozenset({"life", "victim"})} == {trigger.nouns for trigger in triggers}
    [state] = triggers_of("found dead", "state", killed, {})
    assert (("found", "dead"), "state", False) == (state.words, state.role, state.participle)


def test_measures_by_what_gives_them() -> None:
    assert "killed" == noun_measures()["death"].name
    assert "duration" == default_measures()["time"].name
    assert "percent" == default_measures()["percentage"].name
    assert "killed" not in {measure.name for measure in default_measures().values()}
