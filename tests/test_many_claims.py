"""What is found of many claims without holding every two against each other is what that would find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from told import interval, told

from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Bound, Ends, Interval
from crosstally.rules.alignment import alignment
from crosstally.rules.alignment.blocking import candidates, parts
from crosstally.rules.alignment.claim import Claim
from crosstally.rules.alignment.claims import claims_of
from crosstally.rules.alignment.clusters import clustered
from crosstally.rules.comparison.comparison import agree, updates
from crosstally.rules.comparison.rivals import Meeting, sides_of, unsettled
from crosstally.rules.policy.best import best, corroborated
from crosstally.rules.policy.peaks import PeakAfter
from crosstally.rules.tolls.codings import codings_of
from crosstally.rules.wording import figure, sides

DAYS = st.one_of(st.none(), st.integers(1, 4).map(lambda day: f"2024-05-0{day}"))
BOUNDS: st.SearchStrategy[Bound] = st.sampled_from(["exact", "exact", "exact", "at_least", "at_most", "about"])


def claims(measure: str = "killed") -> st.SearchStrategy[list[Fact]]:
    def claim(n: int, bound: Bound, who: str, day: str | None, *, former: bool) -> Fact:
        start = "Police initially said" if former else "In the fire"
        return told(who, f"{n} people", interval(n, bound), measure, text=f"{start} {n} people were hit.", day=day)

    one = st.builds(claim, st.integers(3, 9), BOUNDS, st.sampled_from("abcd"), DAYS, former=st.booleans())
    return st.lists(one, min_size=1, max_size=9)


def source(fact: Fact) -> str:
    return fact.document.source


@given(claims())
def test_the_figures_that_meet_one(facts: list[Fact]) -> None:
    found = sides_of(facts)
    for fact in facts:
        expected = [side for side in found if agree(side.facts[0], fact)]
        assert {id(side) for side in expected} == {id(side) for side in Meeting(found).agreeing_with(fact)}


@given(claims(), st.sampled_from(["killed", "missing"]))
def test_a_corroborated_figure_is_one_that_no_later_claim_updates(facts: list[Fact], measure: str) -> None:
    facts = [told_again(fact, measure) for fact in facts]
    voices: dict[float, set[str]] = defaultdict(set)
    for fact in facts:
        if not any(updates(fact, later) for later in facts):
            voices[fact.interval.value or 0.0].add(source(fact))
    if voices:
        expected = corroborated({figure: len(said) for figure, said in voices.items()})
        assert expected == best(facts, facts[0], {}, "acled")


@given(claims())
def test_a_claim_joins_the_first_side_that_it_agrees_with(facts: list[Fact]) -> None:
    expected: list[list[Fact]] = []
    for fact in facts:
        told_so = (side for side in expected if figure(fact) in map(figure, side))
        agreeing = (side for side in expected if all(agree(fact, other) for other in side))
        side = next(told_so, None) or next(agreeing, None)
        if side is None:
            expected.append(side := [])
        side.append(fact)
    assert expected == sides(facts)


@given(claims(), st.sampled_from(["killed", "missing"]))
def test_a_coding_is_updated_where_time_explains_every_two_tolls(facts: list[Fact], measure: str) -> None:
    tolls = {source(fact): told_again(fact, measure) for fact in facts if not fact.superseded}  # one of each report
    assume(tolls)
    opposed = [(a, b) for a, b in combinations(tolls.values(), 2) if not a.interval.meets(b.interval)]
    is_settled = all(grew(a, b, measure) or grew(b, a, measure) for a, b in opposed)
    expected = "single" if len(tolls) == 1 else "agreed" if not opposed else "updated" if is_settled else "disputed"
    (found,) = codings_of("raid", list(tolls.values()), {}, "majority")
    assert expected == found.status


def grew(a: Fact, b: Fact, measure: str) -> bool:
    first, second = a.document.published, b.document.published
    is_later = first is not None and second is not None and first < second
    return is_later and (measure == "missing" or (a.interval.low or 0.0) < (b.interval.low or 0.0))


def told_again(fact: Fact, measure: str) -> Fact:
    day = fact.document.published
    return told(source(fact), fact.quote, fact.interval, measure, text=fact.sentence, day=day and f"{day:%Y-%m-%d}")


@given(st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 5)), st.integers(0, 9)), max_size=9))
def test_the_peak_after_a_moment(several: list[tuple[int | None, int]]) -> None:
    start = datetime(2024, 5, 1, tzinfo=UTC)
    dated = [(None if day is None else start + timedelta(day), rank) for day, rank in several]
    peak = PeakAfter(dated, lambda one: one[0], lambda one: one[1])
    for moment, _ in dated:
        later = [rank for day, rank in dated if day is not None and moment is not None and day > moment]
        found = peak(moment)
        assert max(later, default=None) == (None if found is None else found[1])


Open = tuple[int | None, int | None, bool, bool]
ENDS = st.one_of(st.none(), st.integers(0, 4))


@given(st.lists(st.tuples(ENDS, ENDS, st.booleans(), st.booleans()), max_size=5), st.integers(0, 4))
def test_what_meets_the_ends_of_several_meets_each(
    several: list[tuple[int | None, int | None, bool, bool]], n: int
) -> None:
    kept = [one for one in several if None in one[:2] or (one[0] or 0) < (one[1] or 0)]
    intervals = [Interval(None, *one, bound="range") for one in kept]
    ends = Ends(None, None)
    for one in intervals:
        ends = ends.and_of(one)
    single = Interval(n, n, n)
    assert all(one.meets(single) for one in intervals) == ends.meets(single)


def test_two_reports_out_of_order_are_found_among_any_number_of_figures() -> None:
    """Of very many figures not every two are held together; of those next to each other in size, two are."""
    days = [*range(10, 110)]
    days[70], days[30] = days[30], days[70]
    start = datetime(2024, 1, 1, tzinfo=UTC)
    facts = [
        told(f"s{i}", f"{i + 10} people", i + 10, day=f"{start + timedelta(day):%Y-%m-%d}")
        for i, day in enumerate(days)
    ]
    held = {fact.quote for one, other, _ in unsettled(sides_of(facts), source) for fact in (*one.facts, *other.facts)}
    assert {"40 people", "80 people"} <= held
    assert not any(unsettled(sides_of(facts[:30]), source))


@given(st.lists(st.integers(1, 400), min_size=1, max_size=40))
def test_parts_hold_all_claims_and_all_that_may_agree(figures: list[int]) -> None:
    claims = claims_of([told(f"s{n}", f"{n} people", interval(n, "exact")) for n in figures])
    found = [(places, list(pairs)) for places, pairs in parts(claims)]
    assert list(range(len(claims))) == sorted(place for places, _ in found for place in places)
    pairs = [(places[i], places[j]) for places, tied in found for i, j in tied]
    assert sorted(candidates(claims)) == sorted(pairs)


def test_an_event_is_gathered_a_figure_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held of a large event grows with the claims of its largest figure, and not with them all."""
    held: list[int] = []

    def noted(claims: Sequence[Claim], *given: Any) -> list[list[Claim]]:
        held.append(len(claims))
        return clustered(claims, *given)

    monkeypatch.setattr(alignment, "clustered", noted)
    reports = [told(f"s{k}", f"{n} people", interval(n, "exact")) for k in range(30) for n in (3, 40, 500, 6000)]
    assert [30] * 4 == [len(cluster) for cluster in alignment.align(reports)]
    assert [30] * 4 == held
