from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import document, interval, told

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.rules.history.drift import drift_of
from crosstally.rules.history.nearest import nearest_pairs

FIRE = "The fire at the harbour killed 12 people and injured 90 others."


def facts(text: str, doc_id: str = "alder.txt") -> list[Fact]:
    return extract_facts(Document(doc_id, text, "Alder"))


def drift(before: str | Sequence[Fact], after: str | Sequence[Fact]) -> list[tuple[str, str | None, str]]:
    """What drifted, as kind, quote before and quote now."""
    kept, found = (facts(side) if isinstance(side, str) else side for side in (before, after))
    return [(one.kind, one.was.quote if one.was else None, one.fact.quote) for one in drift_of(kept, found)]


@pytest.mark.parametrize(
    "after",
    [FIRE, f"It was a cold night.\n\n{FIRE}", FIRE.replace("The fire at the", "Flames in the old")],
    ids=["the same", "moved", "told in other words"],
)
def test_a_figure_that_claims_the_same_does_not_drift(after: str) -> None:
    assert [] == drift(FIRE, after)


def test_a_figure_changes_in_its_place() -> None:
    assert [("changed", "12 people", "14 people")] == drift(FIRE, FIRE.replace("12", "14"))


def test_a_figure_changes_and_moves() -> None:
    after = "It was a cold night. " + FIRE.replace("12 people", "at least 14 people")
    assert [("changed", "12 people", "at least 14 people")] == drift(FIRE, after)


def test_figures_come_and_go() -> None:
    assert [("new", None, "90 others")] == drift("The fire at the harbour killed 12 people.", FIRE)
    assert [("gone", None, "90 others")] == drift(FIRE, "The fire at the harbour killed 12 people.")


def test_a_document_comes_and_another_goes() -> None:
    expected = [("new", None, "12 people"), ("new", None, "90 others")]
    expected += [("gone", None, "12 people"), ("gone", None, "90 others")]
    assert expected == drift(facts(FIRE), facts(FIRE, "brook.txt"))


def test_figures_that_move_onto_each_others_places_do_not_drift() -> None:
    twelve, fourteen = (told("Alder", f"{n} people", n, start=start, end=start + 9) for n, start in ((12, 0), (14, 60)))
    moved = [replace(twelve, start=60, end=69), replace(fourteen, start=120, end=129)]
    assert [] == drift([twelve, fourteen], moved)


def test_of_two_that_are_alike_the_one_in_its_place_stays() -> None:
    first, second = (told("Alder", "12 people", 12, start=start, end=start + 9) for start in (0, 60))
    assert [first] == [one.fact for one in drift_of([first, second], [second])]


def test_a_figure_of_something_else_is_another_figure() -> None:
    killed, injured = told("Alder", "12 people", 12, "killed"), told("Alder", "12 people", 12, "injured")
    assert [("gone", None, "12 people"), ("new", None, "12 people")] == drift([killed], [injured])


def test_a_title_is_a_text_of_its_own() -> None:
    about = document("Alder", "12 people were killed.", title="12 people killed")
    body, title = (told("", "12 people", 12, document=about, section=name) for name in ("body", "title"))
    assert [("gone", None, "12 people")] == drift([body, title], [body])


def test_what_changed_is_named_by_its_columns() -> None:
    fact = told("Alder", "12 people", 12, place="Kyiv")
    other = replace(fact, place=None, interval=interval(12, "at_least"))
    assert [("high", "bound", "place")] == [one.columns for one in drift_of([fact], [other])]


# ---------------------------------------------------------------- the nearest pairs

PLACES = st.lists(st.integers(0, 60), max_size=8, unique=True).map(sorted)


def test_as_many_on_either_side_keep_their_order() -> None:
    assert [(0, 0), (1, 1)] == [*nearest_pairs([0, 50], [1000, 1050])]


def test_the_nearest_two_are_a_pair_first() -> None:
    assert [(1, 0)] == [*nearest_pairs([10, 50], [52])]
    assert [(1, 0), (2, 1)] == [*nearest_pairs([0, 40, 50], [41, 90])]


@given(PLACES, PLACES)
def test_pairs_are_those_of_comparing_all_with_all(ones: list[int], others: list[int]) -> None:
    if len(ones) == len(others):
        others = others[1:]
    left, right = dict(enumerate(ones)), dict(enumerate(others))
    expected = []
    while left and right:
        gaps = [(abs(left[i] - right[j]), sorted([(left[i], 0), (right[j], 1)]), i, j) for i in left for j in right]
        _, _, i, j = min(gaps)
        del left[i], right[j]
        expected.append((i, j))
    assert expected == [*nearest_pairs(ones, others)]
