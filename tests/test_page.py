from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import document, interval, told

from crosstally.facts.intervals import Interval
from crosstally.output.page.bar import Bar, bar_of
from crosstally.output.page.marked import marked_text
from crosstally.output.page.page import page_of
from crosstally.output.page.plot_rows import evidence_of, parted, rows_of
from crosstally.output.page.scale import Scale, scale_of, short
from crosstally.output.page.spread import apart, said
from crosstally.output.page.timeline import timeline_of
from crosstally.rules.engine import check_facts
from crosstally.rules.quantity import Quantity

NUMBERS = st.floats(-1e300, 1e300)


def quantity(*figures: float | Interval, days: tuple[str, ...] = ()) -> Quantity:
    """What several sources say of the injured."""
    dates = days or (None,) * len(figures)
    facts = [
        told(f"Source {i}", f"figure {i}", figure, "injured", day=day)
        for i, (figure, day) in enumerate(zip(figures, dates, strict=True))
    ]
    return check_facts(facts).quantities[0]


# ---------------------------------------------------------------- axes and bars


@given(st.lists(NUMBERS, min_size=1, max_size=6))
def test_every_figure_stands_on_its_axis_in_order(values: list[float]) -> None:
    scale = scale_of([Interval(value, value, value) for value in values])
    assert scale.low < scale.high
    places = [scale.at(value) for value in sorted(values)]
    assert sorted(places) == places
    assert all(0 <= place <= 100 for place in places)


@given(NUMBERS, st.floats(1e-6, 1e300))
def test_an_axis_has_a_few_ticks_in_order(low: float, size: float) -> None:
    if low + size > low:
        ticks = [tick.at for tick in Scale(low, low + size).ticks()]
        assert len(ticks) <= 7
        assert sorted(ticks) == ticks


def test_round_numbers_stand_on_an_axis() -> None:
    assert ["90", "95", "100"] == [tick.label for tick in Scale(89, 103).ticks()]
    assert ["0", "20,000", "40,000"] == [tick.label for tick in Scale(0, 50_000).ticks()][::2]


@pytest.mark.parametrize(
    ("value", "label"),
    [(45_000, "45,000"), (0.5, "0.5"), (2.4e9, "2.4 bn"), (12_500_000, "12.5 m"), (999_999, "999,999")],
)
def test_numbers_on_an_axis_are_short(value: float, label: str) -> None:
    assert label == short(value)


def test_a_bar_says_what_a_figure_allows() -> None:
    scale = Scale(0, 200)
    assert Bar(50, 50, 50, opens_down=False, opens_up=False, is_vague=False) == bar_of(interval(100), scale)
    assert Bar(50, 100, 50, opens_down=False, opens_up=True, is_vague=False) == bar_of(interval(100, "at_least"), scale)
    about = bar_of(interval(100, "about"), scale)
    assert [45, 55, 50] == [about.low, about.high, about.value]
    dozens = bar_of(Interval(None, 24, 99, bound="vague"), scale)
    assert (True, None) == (dozens.is_vague, dozens.value)


def test_at_most_says_nothing_of_zero() -> None:
    ceiling = interval(100, "at_most")
    scale = scale_of([ceiling, interval(90)])
    assert scale.low > 0
    assert bar_of(ceiling, scale).opens_down


# ---------------------------------------------------------------- in words


@pytest.mark.parametrize(
    ("figures", "words", "gap"),
    [
        ((90, interval(100, "more_than")), "90 against over 100", "at least 10 apart (11 %)"),
        ((90, 120), "90 against 120", "30 apart (33 %)"),
        ((12, interval(12, "at_least")), "12", None),
        ((interval(45_000, "about"), interval(45_000, "about")), "about 45,000", None),
        ((0, 3), "0 against 3", "3 apart"),
    ],
)
def test_what_is_said_and_how_far_apart(figures: tuple[float | Interval, ...], words: str, gap: str | None) -> None:
    about = quantity(*figures)
    assert (words, gap) == (said(about), apart(about))


@pytest.mark.parametrize(
    ("measure", "unit", "gap"),
    [
        ("distance", "metre", "20 metres apart (100 %)"),
        ("speed", "mile per hour", "20 miles per hour apart (100 %)"),
        ("distance", "foot", "20 feet apart (100 %)"),
        ("percent", "percentage", "20 percentage points apart (100 %)"),
        ("magnitude", "magnitude", "20 apart (100 %)"),
    ],
)
def test_units_are_read_behind_their_number(measure: str, unit: str, gap: str) -> None:
    counted = quantity(20, 40)
    facts = tuple(replace(fact, unit=unit) for fact in counted.facts)
    assert gap == apart(replace(counted, measure=measure, unit=unit, facts=facts))


# ---------------------------------------------------------------- over time


def test_a_timeline_takes_two_days() -> None:
    scale = Scale(0, 20)
    same = quantity(9, 12, days=("2031-04-05", "2031-04-05"))
    assert timeline_of(same.facts, same.facts[0], scale) is None
    later = quantity(9, 12, days=("2031-04-05", "2031-04-07"))
    timeline = timeline_of(later.facts, later.facts[0], scale)
    assert timeline is not None
    assert ["5 Apr 2031", "7 Apr 2031"] == [day.label for day in timeline.days]
    assert "9: Source 0, 5 Apr 2031; 12: Source 1, 7 Apr 2031" == timeline.summary
    assert [False, True] == [moment.is_left for moment in timeline.moments]


def test_labels_do_not_cover_other_figures() -> None:
    near = quantity(100, 101, 150, days=("2031-04-05", "2031-04-06", "2031-06-06"))
    timeline = timeline_of(near.facts, near.facts[0], Scale(90, 160))
    assert timeline is not None
    assert ["", "101", "150"] == [moment.label for moment in timeline.moments]


def test_of_many_figures_only_the_first_and_the_last_have_labels() -> None:
    days = tuple(f"2031-04-{day:02}" for day in range(1, 31)) + tuple(f"2031-05-{day:02}" for day in range(1, 12))
    many = quantity(*range(1000, 5100, 100), days=days)
    timeline = timeline_of(many.facts, many.facts[0], Scale(900, 5200))
    assert timeline is not None
    assert ["1,000", "5,000"] == [moment.label for moment in timeline.moments if moment.label]
    assert "1,000: Source 0, 1 Apr 2031; 5,000: Source 40, 11 May 2031" == timeline.summary


def test_of_many_rows_each_figure_has_one() -> None:
    crowd = quantity(*[90] * 20, *[120] * 20)
    scale = scale_of([fact.interval for fact in crowd.facts])
    rows = rows_of(crowd.facts, crowd.facts[0], scale, {})
    assert [("90", "Source 0", 19), ("120", "Source 20", 19)] == [
        (row.figure, row.document.source, row.others) for row in rows
    ]
    assert 20 == len(rows_of(crowd.facts[:20], crowd.facts[0], scale, {}))


def test_of_many_sentences_one_for_each_figure_comes_first() -> None:
    crowd = quantity(*[90] * 6, *[120] * 6)
    first, more = parted(evidence_of(crowd.facts))
    assert (["Source 0", "Source 10"], 10) == ([item.fact.document.source for item in first], len(more))
    assert (10, 0) == tuple(map(len, parted(evidence_of(crowd.facts[:10]))))


# ---------------------------------------------------------------- texts


@given(st.text("ab1 ", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=5))
def test_marking_loses_no_character(text: str, spans: list[tuple[int, int]]) -> None:
    facts = [
        told("", text[start : start + size], 1, text=text or " ", start=start, end=start + size)
        for start, size in spans
        if start + size <= len(text)
    ]
    pieces = marked_text(text, facts)
    assert text == "".join(piece.text for piece in pieces)
    assert bool(facts) == any(piece.fact for piece in pieces)


def test_a_quantity_with_an_accusing_finding_is_among_the_disputed() -> None:
    about = document("Alder", "The flood killed 40 people.", title="Flood kills 60")
    facts = [
        told("", "60", 60, document=about, text="Flood kills 60", section="title", counted="person"),
        told("", "40 people", 40, document=about, text="The flood killed 40 people.", counted="person"),
    ]
    page = page_of(check_facts(facts))
    assert ["XT401"] == [
        finding.rule for card in page.cards["disputed"] for finding in card.findings if finding.severity != "info"
    ]
