from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from told import document, interval, told

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.rules.comparison.comparison import agree, may_replace, updates
from crosstally.rules.comparison.rivals import opposed, sides_of, unsettled


def source(fact: Fact) -> str:
    return fact.document.source


FORMER = "Police initially said {n} people were killed."
FACTS = st.builds(
    lambda n, day, who, former: told(
        who,
        f"{n} people",
        n,
        text=(FORMER if former else "In the fire {n} people were killed.").format(n=n),
        day=None if day is None else f"2024-05-0{day}",
    ),
    st.integers(3, 5),
    st.one_of(st.none(), st.integers(1, 4)),
    st.sampled_from("abc"),
    st.booleans(),
)


def standing(a: Fact, b: Fact) -> str:
    """Whether two claims that exclude each other are settled by time, may be, or cannot be."""
    if updates(a, b) or updates(b, a):
        return "settled"
    return "in doubt" if may_replace(a, b) else "certain"


@given(st.lists(FACTS, min_size=1, max_size=9))
def test_figures_are_as_unsettled_as_their_claims(facts: list[Fact]) -> None:
    found: dict[frozenset[float | None], set[str]] = defaultdict(set)
    for a, b in combinations([fact for fact in facts if not fact.superseded], 2):
        if source(a) != source(b) and not agree(a, b):
            found[frozenset((a.interval.value, b.interval.value))].add(standing(a, b))
    expected = {pair for pair, stand in found.items() if "certain" in stand or stand == {"in doubt"}}
    assert expected == {frozenset((a.value, b.value)) for a, b, _ in unsettled(sides_of(facts), source)}


@given(st.lists(FACTS, min_size=1, max_size=9))
def test_figures_are_as_opposed_as_their_claims(facts: list[Fact]) -> None:
    expected = any(source(a) != source(b) and not agree(a, b) for a, b in combinations(facts, 2))
    assert expected == any(opposed(sides_of(facts), source))


def test_one_figure_with_two_hedges_has_two_sides() -> None:
    facts = [told("a", "12", 12), told("b", "about 12", interval(12, "about")), told("c", "12", 12)]
    assert [["a", "c"], ["b"]] == [[source(fact) for fact in side.facts] for side in sides_of(facts)]


def test_years_settle_an_age_and_a_later_decade() -> None:
    texts = {"a": "Bo Rusk, 68, was held.", "b": "Bo Rusk, in his 70s, was tried."}
    days = {"a": datetime(2021, 1, 13, tzinfo=UTC), "b": datetime(2025, 4, 28, tzinfo=UTC)}
    ages = [
        fact
        for who, text in texts.items()
        for fact in extract_facts(Document(who, text, who, published=days[who]))
        if fact.measure == "age"
    ]
    assert ["68", "70s"] == [fact.quote for fact in ages]
    assert not any(opposed(sides_of(ages), source))


def test_a_birthday_settles_two_ages() -> None:
    ages = [
        told(
            who,
            f"{n}",
            n,
            "age",
            text=f"Ana Ruiz, {n}, sang.",
            document=document(who, day=day),
            unit="year",
            dimension="time",
        )
        for who, n, day in (("a", 33, "2024-01-02"), ("b", 34, "2024-05-02"))
    ]
    assert not any(opposed(sides_of(ages), source))
